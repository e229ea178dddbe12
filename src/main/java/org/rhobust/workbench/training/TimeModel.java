package org.rhobust.workbench.training;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.rhobust.run.Durations;
import org.rhobust.run.TimeEstimate;
import org.rhobust.service.RunState;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.controls.Latest;

/** How long the form's training would take here, measured anew whenever it changes. */
public final class TimeModel {

  private final TrainingCommands commands;
  private final ObservableValue<TrainingSettings> settings;
  private final ObservableValue<RunState> state;
  private final ObservableValue<String> device;
  private final Latest<TimeEstimate> latest;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<TimeEstimate> estimate = new ReadOnlyObjectWrapper<>();
  private Question answered;
  private TimeEstimate answer;

  private record Question(TrainingSettings settings, String device) {}

  TimeModel(
      TrainingCommands commands,
      ObservableValue<TrainingSettings> settings,
      ObservableValue<RunState> state,
      ObservableValue<String> device,
      Executor ui) {
    this.commands = commands;
    this.settings = settings;
    this.state = state;
    this.device = device;
    latest = new Latest<>(ui);
    settings.subscribe(() -> ask());
    device.subscribe(() -> ask());
    state.subscribe(() -> ask());
  }

  /** Such as "About 1 min 24 s on cpu, by three steps"; empty while nothing can be said. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** What was measured for the form as it is; null before. */
  public ReadOnlyObjectProperty<TimeEstimate> estimateProperty() {
    return estimate.getReadOnlyProperty();
  }

  /** Measures for the first time; later the form's changes do. */
  public void begin() {
    ask();
  }

  /** Such as "about 1 min 24 s". */
  static String words(TimeEstimate estimate) {
    return (estimate.bound() ? "more than " : "about ") + Durations.words(estimate.seconds());
  }

  private void ask() {
    estimate.set(null);
    if (settings.getValue() == null || state.getValue().active()) {
      latest.forget();
      text.set("");
      return;
    }
    Question question = new Question(settings.getValue(), device.getValue());
    if (question.equals(answered)) {
      // A training has ended since: its end is no time to measure the same again.
      latest.forget();
      tell(answer);
      return;
    }
    text.set("Measuring how long this takes…");
    latest.ask(
        () -> commands.estimate().apply(question.settings(), question.device()),
        measured -> {
          answered = question;
          answer = measured;
          tell(measured);
        },
        failure -> text.set("How long this takes could not be measured: " + failure));
  }

  private void tell(TimeEstimate measured) {
    estimate.set(measured);
    String time = TrainingTexts.format("%s on %s", words(measured), measured.device());
    text.set(
        Character.toUpperCase(time.charAt(0))
            + time.substring(1)
            + (measured.bound()
                ? ", by a part of one step’s attack."
                : TrainingTexts.format(
                    ", by %d step%s of %s.",
                    measured.measured(),
                    measured.measured() == 1 ? "" : "s",
                    span(measured.secondsPerStep()))));
  }

  private static String span(double seconds) {
    return seconds < 1
        ? TrainingTexts.format("%.0f ms", 1000 * seconds)
        : TrainingTexts.format("%.1f s", seconds);
  }
}
