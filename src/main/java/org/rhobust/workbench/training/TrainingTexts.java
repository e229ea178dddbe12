package org.rhobust.workbench.training;

import java.util.Locale;
import org.rhobust.attack.PgdSettings;
import org.rhobust.run.Durations;
import org.rhobust.service.MemoryUse;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/** What is told of a training in words. */
public final class TrainingTexts {

  /** The quick preset's attack reaches seven tenths of ε, and its models are calibrated beyond. */
  private static final double ENOUGH_FOR_CCAT = 0.6;

  private TrainingTexts() {}

  static String shortName(TrainingMethod method) {
    return switch (method) {
      case NORMAL -> "normally";
      case ADVERSARIAL -> "adversarially";
      case CONFIDENCE_CALIBRATED -> "CCAT";
    };
  }

  /**
   * Whether the attack can reach the border of its ball, and what it means when not. In L0 a step
   * changes all pixels, so its size says nothing about reach.
   */
  static String remark(TrainingSettings settings) {
    if (settings == null || settings.method() == TrainingMethod.NORMAL) {
      return "";
    }
    PgdSettings attack = settings.attack();
    if (attack.norm().equals("l0") || attack.reach() >= attack.epsilon()) {
      return "";
    }
    String fact =
        format(
            "the attack's %d steps of %s%s reach only %.2g of ε = %s",
            attack.steps(),
            plain(attack.stepSize()),
            attack.momentum() > 0 ? " with momentum" : "",
            attack.reach(),
            plain(attack.epsilon()));
    if (settings.method() == TrainingMethod.ADVERSARIAL) {
      return "Warning: "
          + fact
          + ". The network will look more robust than it is: choose a smaller ε.";
    }
    return attack.reach() >= ENOUGH_FOR_CCAT * attack.epsilon()
        ? "A remark: " + fact + ". For CCAT such a recipe works."
        : "A remark: "
            + fact
            + ". The network learns nothing of the rest: take more or larger steps.";
  }

  /** Where the training stands, such as "Training". */
  public static String state(TrainingSnapshot snapshot) {
    return switch (snapshot.state()) {
      case IDLE -> "No training yet";
      case PREPARING -> "Preparing";
      case RUNNING -> stops(snapshot, "Training");
      case PAUSED -> stops(snapshot, "Paused");
      case FINISHED -> "Finished";
      case STOPPED -> "Stopped";
      case FAILED -> "Failed";
    };
  }

  /** Where the run is kept, and what the training takes of memory. */
  static String folder(TrainingSnapshot snapshot) {
    String memory = memory(snapshot);
    return snapshot.folder() == null
        ? ""
        : "Run in " + snapshot.folder() + (memory.isEmpty() ? "" : "; " + memory);
  }

  private static String stops(TrainingSnapshot snapshot, String state) {
    return snapshot.details().stopsAfterEpoch()
        ? state + ", stops after epoch " + epoch(snapshot)
        : state;
  }

  private static int epoch(TrainingSnapshot snapshot) {
    return snapshot.stepsPerEpoch() == 0
        ? 1
        : Math.max(1, (snapshot.step() - 1) / snapshot.stepsPerEpoch() + 1);
  }

  /** The memory that the training takes, such as "Memory 812 MB, 140 MB of it Java's". */
  private static String memory(TrainingSnapshot snapshot) {
    MemoryUse memory = snapshot.details().memory();
    if (memory == null) {
      return "";
    }
    String java = bytes(memory.heap());
    String text =
        memory.resident().isPresent()
            ? "memory %s, %s of it Java’s".formatted(bytes(memory.resident().getAsLong()), java)
            : "memory of Java " + java;
    return memory.gpu().isPresent()
        ? text + ", on the GPU " + bytes(memory.gpu().getAsLong())
        : text;
  }

  private static String bytes(long count) {
    double megabytes = count / 1e6;
    return megabytes < 1000 ? format("%.0f MB", megabytes) : format("%.1f GB", megabytes / 1000);
  }

  /** The share of the steps done, in [0, 1]; −1 while it is not known. */
  public static double progress(TrainingSnapshot snapshot) {
    if (snapshot.totalSteps() == 0) {
      return snapshot.state().active() ? -1 : 0;
    }
    return (double) snapshot.step() / snapshot.totalSteps();
  }

  /** Step, epoch, throughput, time left. */
  static String progressText(TrainingSnapshot snapshot) {
    if (snapshot.state() == RunState.IDLE) {
      return "One press of the button trains a network while you watch.";
    }
    if (snapshot.state() == RunState.FAILED || snapshot.totalSteps() == 0) {
      return snapshot.message().replaceFirst("^preparing: ", "");
    }
    StringBuilder text =
        new StringBuilder(format("step %,d of %,d", snapshot.step(), snapshot.totalSteps()));
    text.append(
        format(
            ", epoch %d of %d", epoch(snapshot), snapshot.totalSteps() / snapshot.stepsPerEpoch()));
    if (snapshot.seconds() > 0 && snapshot.step() > 0) {
      text.append(", ").append(speed(snapshot));
    }
    if (snapshot.state().active() && Double.isFinite(snapshot.secondsLeft())) {
      text.append(", ").append(Durations.words(snapshot.secondsLeft())).append(" left");
    }
    return text.toString();
  }

  /**
   * Such as "40 steps (2,000 images) a second", or "12 s a step" where a step takes longer than
   * that: lately while it trains, else on the whole.
   */
  private static String speed(TrainingSnapshot snapshot) {
    double lately = snapshot.details().stepsPerSecond();
    boolean known = snapshot.state() == RunState.RUNNING && Double.isFinite(lately);
    double steps = known ? lately : snapshot.step() / snapshot.seconds();
    return steps >= 1
        ? format(
            "%.0f steps (%,.0f images) a second",
            steps, steps * snapshot.config().settings().batch())
        : Durations.words(1 / steps) + " a step";
  }

  /** The same in every locale, as the plots are. */
  static String format(String text, Object... arguments) {
    return String.format(Locale.ROOT, text, arguments);
  }

  private static String plain(double value) {
    return format("%.3g", value).replaceFirst("\\.?0+$", "");
  }
}
