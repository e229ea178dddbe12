package org.rhobust.workbench.training;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.rhobust.model.Networks;
import org.rhobust.training.Preset;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.NumberInput;

/** The settings of the next training, as typed: a preset with what was changed in it. */
public final class TrainingForm {

  /** Pixels lie in [0, 1], so no L∞ budget is larger. */
  private static final double LARGEST_EPSILON = 1;

  private static final int MOST_EXAMPLES = 10_000_000;

  private final ObjectProperty<Preset> preset =
      new SimpleObjectProperty<>(this, "preset", Presets.all().get(0));
  private final ObjectProperty<TrainingMethod> method =
      new SimpleObjectProperty<>(this, "method", TrainingMethod.CONFIDENCE_CALIBRATED);
  private final StringProperty dataset = new SimpleStringProperty(this, "dataset");
  private final StringProperty network = new SimpleStringProperty(this, "network");
  private final StringProperty weights = new SimpleStringProperty(this, "weights", "");
  private final ObjectProperty<List<String>> augmentation =
      new SimpleObjectProperty<>(this, "augmentation", List.of());
  private final NumberInput rho = NumberInput.positive("ρ", 1, 1000);
  private final NumberInput epsilon = NumberInput.positive("ε", LARGEST_EPSILON, LARGEST_EPSILON);
  private final NumberInput epochs = NumberInput.whole("epochs", 1, 1, 10_000);
  private final NumberInput examples = NumberInput.whole("examples", 2, 2, MOST_EXAMPLES);
  private final NumberInput seed = NumberInput.whole("seed", 0, 0, Integer.MAX_VALUE);
  private final NumberInput batch = NumberInput.whole("batch", 2, 2, 10_000);
  private final NumberInput learningRate = NumberInput.positive("learning rate", 1, 100);
  private final NumberInput steps = NumberInput.whole("attack steps", 1, 1, 10_000);
  private final NumberInput stepSize = NumberInput.positive("step size", 1, 1);
  private final List<NumberInput> inputs =
      List.of(rho, epsilon, epochs, examples, seed, batch, learningRate, steps, stepSize);
  private final ReadOnlyObjectWrapper<TrainingSettings> settings = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper networkProblem = new ReadOnlyStringWrapper("");

  /** While a preset's values come in one by one, they need not go together. */
  private boolean filling;

  TrainingForm() {
    inputs.forEach(
        input -> {
          input.valueProperty().addListener(o -> read());
          input.problemProperty().addListener(o -> read());
        });
    for (Observable choice : List.of(dataset, network, weights, augmentation)) {
      choice.addListener(o -> read());
    }
    preset.addListener(o -> reset());
    method.addListener(o -> fill(this::takeAttackOfMethod));
    reset();
  }

  /** The settings it begins with. */
  public ObjectProperty<Preset> presetProperty() {
    return preset;
  }

  /** What the network is trained for. */
  public ObjectProperty<TrainingMethod> methodProperty() {
    return method;
  }

  /** A data set's name, with or without a class filter, or a folder. */
  public StringProperty datasetProperty() {
    return dataset;
  }

  /** A name of {@link Networks}. */
  public StringProperty networkProperty() {
    return network;
  }

  /** The model to start from; empty for fresh weights. */
  public StringProperty weightsProperty() {
    return weights;
  }

  /** The names of the augmentations, in their order. */
  public ObjectProperty<List<String>> augmentationProperty() {
    return augmentation;
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

  /** Images a step. */
  public NumberInput batch() {
    return batch;
  }

  /** The learning rate at the start. */
  public NumberInput learningRate() {
    return learningRate;
  }

  /** The attack's steps. */
  public NumberInput steps() {
    return steps;
  }

  /** The attack's first step size. */
  public NumberInput stepSize() {
    return stepSize;
  }

  /** The settings; null while a field is wrong. */
  public ReadOnlyObjectProperty<TrainingSettings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** Why there are no settings, in one line; empty when there are. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What is wrong with the network's name, in one line; empty when nothing is. */
  public ReadOnlyStringProperty networkProblemProperty() {
    return networkProblem.getReadOnlyProperty();
  }

  /** Brings back the preset's values, the method apart. */
  public void reset() {
    fill(
        () -> {
          TrainingSettings start = start();
          dataset.set(start.dataset());
          network.set(start.network());
          weights.set("");
          augmentation.set(start.augmentation());
          rho.setValue(start.rho());
          epsilon.setValue(start.attack().epsilon());
          epochs.setValue(start.epochs());
          examples.setValue(start.examples());
          seed.setValue(start.seed());
          batch.setValue(start.batch());
          learningRate.setValue(start.sgd().learningRate());
          takeAttackOfMethod();
        });
  }

  /** Whether the number of examples is the preset's. */
  boolean examplesAreThePresets() {
    return start().examples() == examples.intValue();
  }

  /** Whether nothing but the method was changed in the preset. */
  boolean isPreset() {
    return start().equals(settings.get());
  }

  private TrainingSettings start() {
    return preset.get().of(method.get());
  }

  private void takeAttackOfMethod() {
    steps.setValue(start().attack().steps());
    stepSize.setValue(start().attack().stepSize());
  }

  private void fill(Runnable setting) {
    filling = true;
    try {
      setting.run();
    } finally {
      filling = false;
    }
    read();
  }

  private void read() {
    if (filling) {
      return;
    }
    networkProblem.set(whyNot(() -> Networks.requireKnown(network.get())));
    String wrong =
        inputs.stream()
            .filter(input -> !input.valid())
            .map(input -> input.problemProperty().get())
            .findFirst()
            .orElse(networkProblem.get());
    if (wrong.isEmpty()) {
      wrong = whyNot(() -> settings.set(build()));
    }
    if (!wrong.isEmpty()) {
      settings.set(null);
    }
    problem.set(wrong);
  }

  private static String whyNot(Runnable attempt) {
    try {
      attempt.run();
      return "";
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private TrainingSettings build() {
    return start().toBuilder()
        .dataset(dataset.get().strip())
        .network(network.get().strip())
        .weights(weights.get().isBlank() ? null : weights.get().strip())
        .augmentation(augmentation.get())
        .rho(rho.value())
        .epsilon(epsilon.value())
        .epochs(epochs.intValue())
        .examples(examples.intValue())
        .seed(seed.intValue())
        .batch(batch.intValue())
        .learningRate(learningRate.value())
        .steps(steps.intValue())
        .stepSize(stepSize.value())
        .build();
  }
}
