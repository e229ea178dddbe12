package org.rhobust.workbench.training;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.NumberInput;

/** The settings of the next training, as typed: the quick preset with what was changed in it. */
public final class TrainingForm {

  private static final String PRESET = "quick";

  /** Pixels lie in [0, 1], so no L∞ budget is larger. */
  private static final double LARGEST_EPSILON = 1;

  private final ObjectProperty<TrainingMethod> method =
      new SimpleObjectProperty<>(this, "method", TrainingMethod.CONFIDENCE_CALIBRATED);
  private final NumberInput rho;
  private final NumberInput epsilon;
  private final NumberInput epochs;
  private final NumberInput examples;
  private final NumberInput seed;
  private final List<NumberInput> inputs;
  private final ReadOnlyObjectWrapper<TrainingSettings> settings = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  TrainingForm() {
    TrainingSettings start = preset();
    rho = NumberInput.positive("ρ", start.rho(), 1000);
    epsilon = NumberInput.positive("ε", start.attack().epsilon(), LARGEST_EPSILON);
    epochs = NumberInput.whole("epochs", start.epochs(), 1, 10_000);
    examples = NumberInput.whole("examples", start.examples(), 2, 60_000);
    seed = NumberInput.whole("seed", start.seed(), 0, Integer.MAX_VALUE);
    inputs = List.of(rho, epsilon, epochs, examples, seed);
    inputs.forEach(
        input -> {
          input.valueProperty().addListener(o -> read());
          input.problemProperty().addListener(o -> read());
        });
    method.addListener(o -> read());
    read();
  }

  /** What the network is trained for. */
  public ObjectProperty<TrainingMethod> methodProperty() {
    return method;
  }

  /** ρ; only the confidence-calibrated method uses it. */
  public NumberInput rho() {
    return rho;
  }

  /** ε in L∞; normal training does not use it. */
  public NumberInput epsilon() {
    return epsilon;
  }

  /** How often each image is seen. */
  public NumberInput epochs() {
    return epochs;
  }

  /** How many images from the start of the training set. */
  public NumberInput examples() {
    return examples;
  }

  /** The seed of everything random. */
  public NumberInput seed() {
    return seed;
  }

  /** The settings; null while a field is wrong. */
  public ReadOnlyObjectProperty<TrainingSettings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** Why there are no settings, in one line; empty when there are. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Brings back the preset's values, the method apart. */
  public void reset() {
    TrainingSettings start = preset();
    rho.setValue(start.rho());
    epsilon.setValue(start.attack().epsilon());
    epochs.setValue(start.epochs());
    examples.setValue(start.examples());
    seed.setValue(start.seed());
  }

  /** Whether nothing but the method was changed in the preset. */
  boolean isPreset() {
    return preset().equals(settings.get());
  }

  private TrainingSettings preset() {
    return Presets.of(PRESET, method.get());
  }

  private void read() {
    String wrong =
        inputs.stream()
            .filter(input -> !input.valid())
            .map(input -> input.problemProperty().get())
            .findFirst()
            .orElse("");
    if (wrong.isEmpty()) {
      try {
        settings.set(build());
      } catch (IllegalArgumentException e) {
        wrong = e.getMessage();
      }
    }
    if (!wrong.isEmpty()) {
      settings.set(null);
    }
    problem.set(wrong);
  }

  private TrainingSettings build() {
    return preset().toBuilder()
        .rho(rho.value())
        .epsilon(epsilon.value())
        .epochs(epochs.intValue())
        .examples(examples.intValue())
        .seed(seed.intValue())
        .build();
  }
}
