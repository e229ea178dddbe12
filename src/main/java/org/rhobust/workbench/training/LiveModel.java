package org.rhobust.workbench.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.threat.Digits;
import org.rhobust.training.LiveSetting;
import org.rhobust.training.LiveSettings;
import org.rhobust.training.SettingChange;
import org.rhobust.training.StepMetrics;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.NumberInput;

/** What is changed in the training that is under way. */
public final class LiveModel {

  private static final int CHANGES_TOLD = 3;

  private final Map<LiveSetting, NumberInput> inputs = new EnumMap<>(LiveSetting.class);
  private final Consumer<LiveSettings> change;
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper(this, "active");
  private final ReadOnlyBooleanWrapper attacks = new ReadOnlyBooleanWrapper(this, "attacks");
  private final ReadOnlyBooleanWrapper calibrates = new ReadOnlyBooleanWrapper(this, "calibrates");
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
  private LiveSettings now;

  LiveModel(ObservableValue<TrainingSnapshot> snapshot, Consumer<LiveSettings> change) {
    this.change = change;
    inputs.put(LiveSetting.RHO, NumberInput.positive("ρ", 1, 1000));
    inputs.put(LiveSetting.LEARNING_RATE, NumberInput.positive("learning rate", 1, 100));
    inputs.put(LiveSetting.STEPS, NumberInput.whole("attack steps", 1, 1, 10_000));
    inputs
        .values()
        .forEach(
            input -> {
              input.valueProperty().addListener(o -> compare());
              input.problemProperty().addListener(o -> compare());
            });
    snapshot.subscribe(this::follow);
  }

  /** What is typed for a setting. */
  public NumberInput input(LiveSetting setting) {
    return inputs.get(setting);
  }

  /** Whether there is a training to change. */
  public ReadOnlyBooleanProperty activeProperty() {
    return active.getReadOnlyProperty();
  }

  /** Whether it attacks images, so that the attack's steps matter. */
  public ReadOnlyBooleanProperty attacksProperty() {
    return attacks.getReadOnlyProperty();
  }

  /** Whether it is confidence-calibrated, so that ρ matters. */
  public ReadOnlyBooleanProperty calibratesProperty() {
    return calibrates.getReadOnlyProperty();
  }

  /** Whether {@link #apply} would change something. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** The learning rate as the schedule has it now, and what was changed lately; may be empty. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** Trains with what is typed from the next step on. */
  public void apply() {
    if (changed.get()) {
      change.accept(typed());
    }
  }

  private void follow(TrainingSnapshot snapshot) {
    LiveSettings settings = snapshot.details().settings();
    active.set(snapshot.state().active() && settings != null);
    if (snapshot.config() != null) {
      TrainingMethod method = snapshot.config().settings().method();
      attacks.set(method != TrainingMethod.NORMAL);
      calibrates.set(method == TrainingMethod.CONFIDENCE_CALIBRATED);
    }
    if (!Objects.equals(settings, now)) {
      now = settings;
      if (now != null) {
        // A run that was begun elsewhere may have more than can be typed here.
        inputs.forEach((setting, input) -> input.show(setting.in(now)));
      }
      compare();
    }
    text.set(active.get() ? words(snapshot) : "");
  }

  private void compare() {
    changed.set(
        now != null
            && inputs.values().stream().allMatch(NumberInput::valid)
            && !typed().equals(now));
  }

  private LiveSettings typed() {
    LiveSettings typed = now;
    for (Map.Entry<LiveSetting, NumberInput> entry : inputs.entrySet()) {
      double value = entry.getValue().value();
      // A field shows four digits: what was not typed anew keeps all it has.
      if (value != Double.parseDouble(Digits.brief(entry.getKey().in(now)))) {
        typed = entry.getKey().set(typed, value);
      }
    }
    return typed;
  }

  private String words(TrainingSnapshot snapshot) {
    StringBuilder words = new StringBuilder();
    StepMetrics last = snapshot.last();
    if (last != null && last.learningRate() != now.learningRate()) {
      words.append(
          "The schedule has brought the learning rate to %s."
              .formatted(Digits.brief(last.learningRate())));
    }
    List<SettingChange> changes = snapshot.details().changes();
    changes.subList(Math.max(0, changes.size() - CHANGES_TOLD), changes.size()).stream()
        .map(SettingChange::words)
        .forEach(
            line -> words.append(words.isEmpty() ? "" : "\n").append("Changed: ").append(line));
    return words.toString();
  }
}
