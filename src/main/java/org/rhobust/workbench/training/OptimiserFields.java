package org.rhobust.workbench.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.rhobust.training.OptimiserSettings;
import org.rhobust.training.Schedules;
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.NumberInput;

/** The optimiser of the next training with its schedule, as typed. */
public final class OptimiserFields {

  private static final double BELOW_ONE = 0.999;
  private static final String EXPONENTIAL = "exponential";
  private static final String STEPS = "steps";

  private final StringProperty name = new SimpleStringProperty(this, "name", OptimiserSettings.SGD);
  private final NumberInput learningRate = NumberInput.positive("learning rate", 1, 100);
  private final NumberInput momentum = NumberInput.upTo("momentum", 0, BELOW_ONE);
  private final BooleanProperty nesterov = new SimpleBooleanProperty(this, "nesterov");
  private final NumberInput weightDecay = NumberInput.upTo("weight decay", 0, BELOW_ONE);
  private final StringProperty schedule = new SimpleStringProperty(this, "schedule", "cosine");
  private final NumberInput decay = NumberInput.positive("decay", 1, 1);
  private final StringProperty milestones = new SimpleStringProperty(this, "milestones", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private OptimiserSettings preset;

  OptimiserFields(Runnable changed) {
    name.addListener(o -> takeCustomaryRate());
    FormChanges.tell(
        () -> {
          check();
          changed.run();
        },
        List.of(name, nesterov, schedule, milestones),
        inputs());
  }

  private List<NumberInput> inputs() {
    return List.of(learningRate, momentum, weightDecay, decay);
  }

  /** The numbers that the training uses: those alone must be right. */
  List<NumberInput> usedInputs() {
    return inputs().stream().filter(input -> input != decay || decays(schedule.get())).toList();
  }

  /** One of {@link OptimiserSettings#NAMES}; another one brings its learning rate. */
  public StringProperty nameProperty() {
    return name;
  }

  /** The learning rate at the start. */
  public NumberInput learningRate() {
    return learningRate;
  }

  /** The momentum of the weights' steps; β₁ of Adam. */
  public NumberInput momentum() {
    return momentum;
  }

  /** Whether the momentum looks ahead; Adam does not use it. */
  public BooleanProperty nesterovProperty() {
    return nesterov;
  }

  /** The weight decay. */
  public NumberInput weightDecay() {
    return weightDecay;
  }

  /** One of {@link #schedules}. */
  public StringProperty scheduleProperty() {
    return schedule;
  }

  /** The factor of schedules that {@linkplain #decays decay}. */
  public NumberInput decay() {
    return decay;
  }

  /** The epochs at which schedule {@code steps} decays, as typed, such as "60, 90". */
  public StringProperty milestonesProperty() {
    return milestones;
  }

  /** What is wrong with the milestones, in one line; empty when nothing is. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** An optimiser for people. */
  static String title(String name) {
    return name.equals(OptimiserSettings.ADAM) ? "Adam (AdamW)" : "SGD";
  }

  /** The schedules there are. */
  static List<String> schedules() {
    return List.of(Schedules.names().split(", "));
  }

  /** Whether a schedule has a factor. */
  static boolean decays(String schedule) {
    return schedule.equals(EXPONENTIAL) || hasMilestones(schedule);
  }

  /** Whether a schedule has milestones. */
  static boolean hasMilestones(String schedule) {
    return schedule.equals(STEPS);
  }

  void fill(OptimiserSettings start) {
    preset = start;
    name.set(start.name());
    learningRate.setValue(start.learningRate());
    momentum.setValue(start.momentum());
    nesterov.set(start.nesterov());
    weightDecay.setValue(start.weightDecay());
    schedule.set(start.schedule());
    decay.setValue(start.decay());
    milestones.set(
        start.milestones().stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  /** What the fields say; what the schedule does not use is {@code start}'s. */
  OptimiserSettings settings(OptimiserSettings start) {
    return new OptimiserSettings(
        name.get(),
        learningRate.value(),
        momentum.value(),
        nesterov.get() && name.get().equals(OptimiserSettings.SGD),
        weightDecay.value(),
        schedule.get(),
        decays(schedule.get()) ? decay.value() : start.decay(),
        hasMilestones(schedule.get()) ? epochs() : start.milestones());
  }

  /** The optimiser first: it brings a rate of its own. */
  void keep(Memory memory) {
    memory.keepText("training.optimiser", "optimiser of the training", name);
    FormChanges.keep(memory, "training.learning-rate", learningRate);
    FormChanges.keep(memory, "training.momentum", momentum);
    memory.keepFlag("training.nesterov", "Nesterov momentum of the training", nesterov);
    FormChanges.keep(memory, "training.weight-decay", weightDecay);
    memory.keepText("training.schedule", "schedule of the training", schedule);
    FormChanges.keep(memory, "training.decay", decay);
    memory.keepText("training.milestones", "milestones of the training", milestones);
  }

  /** A rate of SGD means nothing to Adam. */
  private void takeCustomaryRate() {
    if (OptimiserSettings.NAMES.contains(name.get())) {
      OptimiserSettings customary = preset.with(name.get());
      learningRate.setValue(customary.learningRate());
      momentum.setValue(customary.momentum());
    }
  }

  private void check() {
    try {
      if (hasMilestones(schedule.get())) {
        epochs();
      }
      problem.set("");
    } catch (IllegalArgumentException e) {
      problem.set("milestones must be ascending epochs, such as 60, 90, 120");
    }
  }

  private List<Integer> epochs() {
    List<Integer> epochs = new ArrayList<>();
    for (String word : milestones.get().strip().split("\\s*[,\\s]\\s*")) {
      int epoch = Integer.parseInt(word);
      int before = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1);
      if (epoch <= before) {
        throw new IllegalArgumentException("milestones must ascend");
      }
      epochs.add(epoch);
    }
    return epochs;
  }
}
