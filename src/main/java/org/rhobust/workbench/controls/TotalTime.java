package org.rhobust.workbench.controls;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.run.Durations;
import org.rhobust.run.TimeEstimate;
import org.rhobust.service.TrainingSpeeds;
import org.rhobust.training.TrainingSettings;

/**
 * How long several trainings will take together: from those of their kind that have run, or by some
 * steps of each kind where none has. Belongs to the JavaFX thread.
 */
public final class TotalTime {

  private final TrainingSpeeds speeds;
  private final BiFunction<TrainingSettings, String, CompletableFuture<TimeEstimate>> estimate;
  private final Latest<TimeEstimate> latest;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
  private List<TrainingSettings> asked = List.of();
  private String device = "";

  /**
   * @param estimate measures a training; see {@link org.rhobust.service.TrainingService#estimate}
   * @param ui runs on the JavaFX thread
   */
  public TotalTime(
      TrainingSpeeds speeds,
      BiFunction<TrainingSettings, String, CompletableFuture<TimeEstimate>> estimate,
      Executor ui) {
    this.speeds = speeds;
    this.estimate = estimate;
    latest = new Latest<>(ui);
  }

  /** Such as "about 4 min 10 s in all"; why it is not known; empty before anything was asked. */
  public ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** Asks for these trainings; what was asked before is dropped. */
  public void ask(List<TrainingSettings> settings, String where) {
    if (settings.equals(asked) && where.equals(device) && words.get().startsWith("about")) {
      return;
    }
    latest.forget();
    asked = List.copyOf(settings);
    device = where;
    words.set("");
    if (!asked.isEmpty()) {
      measure(new ArrayDeque<>(asked));
    }
  }

  private void measure(Deque<TrainingSettings> left) {
    while (!left.isEmpty() && !Double.isNaN(speeds.seconds(left.peek(), device))) {
      left.pop();
    }
    if (left.isEmpty()) {
      words.set(
          "about %s in all"
              .formatted(
                  Durations.words(
                      asked.stream().mapToDouble(s -> speeds.seconds(s, device)).sum())));
      return;
    }
    words.set("measuring the time…");
    TrainingSettings next = left.pop();
    String where = device;
    latest.ask(
        () -> estimate.apply(next, where),
        measured -> {
          if (measured.bound()) {
            words.set("more than " + Durations.words(measured.seconds()));
          } else {
            speeds.learn(next, where, measured.secondsPerStep());
            measure(left);
          }
        },
        why -> words.set("time unknown: " + why));
  }
}
