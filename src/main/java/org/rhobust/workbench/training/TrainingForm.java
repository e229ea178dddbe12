package org.rhobust.workbench.training;

import java.util.List;
import java.util.stream.Stream;
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
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.NumberInput;

/** The settings of the next training, as typed: a preset with what was changed in it. */
public final class TrainingForm {

  private static final List<NumberInput> NONE = List.of();
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
  private final StringProperty family = new SimpleStringProperty(this, "family", "power");
  private final NumberInput fraction = NumberInput.positive("attacked share φ", 1, 1);
  private final NumberInput epochs = NumberInput.whole("epochs", 1, 1, 10_000);
  private final NumberInput examples = NumberInput.whole("examples", 2, 2, MOST_EXAMPLES);
  private final NumberInput seed = NumberInput.whole("seed", 0, 0, Integer.MAX_VALUE);
  private final NumberInput batch = NumberInput.whole("batch", 2, 2, 10_000);
  private final AttackFields attack = new AttackFields(this::read);
  private final OptimiserFields optimiser = new OptimiserFields(this::read);
  private final List<NumberInput> inFront = List.of(rho, epochs, examples, seed, attack.epsilon());
  private final ReadOnlyObjectWrapper<TrainingSettings> settings = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper networkProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper unfitting = new ReadOnlyStringWrapper("");

  /** While a preset's values come in one by one, they need not go together. */
  private boolean filling;

  TrainingForm() {
    FormChanges.tell(
        this::read,
        List.of(dataset, network, weights, augmentation, family),
        List.of(rho, epochs, examples, seed, batch, fraction));
    preset.addListener(o -> reset());
    method.addListener(o -> fill(() -> attack.fill(start(), false)));
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

  /** The transition's name; only the confidence-calibrated method uses it. */
  public StringProperty familyProperty() {
    return family;
  }

  /** φ; normal training does not use it. */
  public NumberInput fraction() {
    return fraction;
  }

  /** The attack on a share of each batch; normal training does not use it. */
  public AttackFields attack() {
    return attack;
  }

  /** The optimiser with its schedule. */
  public OptimiserFields optimiser() {
    return optimiser;
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

  /** Why values that are right by themselves do not go together; empty when they do. */
  public ReadOnlyStringProperty unfittingProperty() {
    return unfitting.getReadOnlyProperty();
  }

  /** Whether what is wrong is among what is rarely looked at. */
  public boolean problemIsInMore() {
    return !problem.get().isEmpty()
        && FormChanges.problem(usedInputs().stream().filter(inFront::contains).toList()).isEmpty()
        && networkProblem.get().isEmpty()
        && attack.ballProblemProperty().get().isEmpty();
  }

  /** The preset and the method first: they bring values of their own. */
  void keep(Memory memory) {
    memory.keep(
        "training.preset",
        "preset of the training",
        preset,
        FormChanges.text(Preset::name, Presets::named));
    memory.keep(
        "training.method",
        "method of the training",
        method,
        FormChanges.text(TrainingMethod::id, TrainingMethod::of));
    memory.keepText("training.data", "data of the training", dataset);
    memory.keepText("training.network", "network of the training", network);
    memory.keepText("training.weights", "weights that the training starts from", weights);
    FormChanges.keepNames(
        memory, "training.augmentation", "augmentation of the training", augmentation);
    memory.keepText("training.family", "transition of the training", family);
    FormChanges.keep(memory, "training.rho", rho);
    FormChanges.keep(memory, "training.epochs", epochs);
    FormChanges.keep(memory, "training.examples", examples);
    FormChanges.keep(memory, "training.seed", seed);
    FormChanges.keep(memory, "training.batch", batch);
    FormChanges.keep(memory, "training.fraction", fraction);
    attack.keep(memory);
    optimiser.keep(memory);
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
          family.set(start.family());
          fraction.setValue(start.fraction());
          epochs.setValue(start.epochs());
          examples.setValue(start.examples());
          seed.setValue(start.seed());
          batch.setValue(start.batch());
          optimiser.fill(start.optimiser());
          attack.fill(start, true);
        });
  }

  /** The starts of the preset's attack, in the order that its random numbers choose from. */
  List<String> startsOfPreset() {
    return start().initialisations();
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
        Stream.of(
                FormChanges.problem(usedInputs()),
                networkProblem.get(),
                attack.problem(),
                optimiser.problemProperty().get())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    unfitting.set(wrong.isEmpty() ? whyNot(() -> settings.set(build())) : "");
    problem.set(wrong.isEmpty() ? unfitting.get() : wrong);
    if (!problem.get().isEmpty()) {
      settings.set(null);
    }
  }

  /** The numbers that the method uses: those alone must be right. */
  private List<NumberInput> usedInputs() {
    return Stream.of(
            method.get() == TrainingMethod.CONFIDENCE_CALIBRATED ? List.of(rho) : NONE,
            method.get() == TrainingMethod.NORMAL ? NONE : List.of(fraction),
            List.of(epochs, examples, seed, batch),
            attack.usedInputs(),
            optimiser.usedInputs())
        .flatMap(List::stream)
        .toList();
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
        .family(family.get())
        .fraction(fraction.value())
        .epochs(epochs.intValue())
        .examples(examples.intValue())
        .seed(seed.intValue())
        .batch(batch.intValue())
        .optimiser(optimiser.settings(start().optimiser()))
        .attack(attack.settings(start().attack()))
        .initialisations(attack.initialisationsProperty().get())
        .build();
  }
}
