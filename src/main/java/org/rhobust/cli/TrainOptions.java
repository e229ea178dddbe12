package org.rhobust.cli;

import java.util.List;
import java.util.function.Consumer;
import org.rhobust.data.DataSet;
import org.rhobust.data.DataSets;
import org.rhobust.model.ModelSource;
import org.rhobust.model.Networks;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.training.TrainingSettingsBuilder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The settings of a new run: a preset and what to change of it. */
final class TrainOptions {

  private static final String DEFAULT_PRESET = "quick";
  private static final String DEFAULT_METHOD = "ccat";
  private static final String NONE = "none";

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "The settings to start from, see 'rhobust presets' (default: " + DEFAULT_PRESET + ").")
  String preset;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description = "normal, adversarial or ccat (default: " + DEFAULT_METHOD + ").")
  String method;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of weights, order and attacks (default: 0).")
  Long seed;

  @Option(names = "--dataset", paramLabel = "NAME", description = "See 'rhobust datasets'.")
  String dataset;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description = "small, lenet, resnet20, wrn-D-K such as wrn-28-10, mlp or mlp-H1-H2-...")
  String network;

  @Option(
      names = "--examples",
      paramLabel = "N",
      description =
          "Train on N images, at least 2; the first ones unless --subset is given (default: as many"
              + " as the preset, or all there are).")
  Integer examples;

  @Option(
      names = "--subset",
      paramLabel = "SEED",
      description = "Choose the N images at random by this seed.")
  Long subset;

  @Option(
      names = "--augment",
      paramLabel = "NAMES",
      split = ",",
      description = "none, or of crop,flip,contrast,autoaugment,cutout, applied in this order.")
  List<String> augmentation;

  @Option(
      names = "--weights",
      paramLabel = "MODEL",
      description = "Start from the weights of a sample model or a model directory.")
  String weights;

  @Option(names = "--epochs", paramLabel = "N", description = "At least 1.")
  Integer epochs;

  @Option(names = "--batch", paramLabel = "N", description = "Images a step, at least 2.")
  Integer batch;

  @Option(names = "--rho", paramLabel = "R", description = "rho of the transition, above 0.")
  Double rho;

  @Option(
      names = "--family",
      paramLabel = "NAME",
      description = "Of the transition: power, exponential or linear.")
  String family;

  @Option(
      names = "--fraction",
      paramLabel = "F",
      description =
          "The attacked share of a batch, above 0 and below 1; 1 with method adversarial only.")
  Double fraction;

  @Mixin TrainAttackOptions attack;

  @Mixin OptimiserOptions optimiser;

  /**
   * The settings.
   *
   * @throws IllegalArgumentException when a name is unknown, a value is out of range, or two do not
   *     fit together
   */
  TrainingSettings settings() {
    TrainingSettings start =
        Presets.of(
            orElse(preset, DEFAULT_PRESET), TrainingMethod.of(orElse(method, DEFAULT_METHOD)));
    TrainingSettingsBuilder settings = start.toBuilder();
    set(seed, settings::seed);
    set(dataset, settings::dataset);
    set(network, settings::network);
    set(examples, settings::examples);
    set(subset, settings::subset);
    set(
        augmentation,
        names -> settings.augmentation(names.equals(List.of(NONE)) ? List.of() : names));
    set(weights, model -> settings.weights(ModelSource.key(model)));
    set(epochs, settings::epochs);
    set(batch, settings::batch);
    set(rho, settings::rho);
    set(family, settings::family);
    set(fraction, settings::fraction);
    settings.optimiser(optimiser.in(start.optimiser()));
    attack.apply(start, settings);
    TrainingSettings built = settings.build();
    Networks.requireKnown(built.network());
    DataSet data = Existing.open(built.dataset(), () -> DataSets.get(built.dataset()));
    if (examples != null) {
      requireEnough(data, examples);
    }
    return built.toBuilder()
        .dataset(data.name())
        .examples(Math.min(built.examples(), data.trainSize()))
        .build();
  }

  private static void requireEnough(DataSet data, int examples) {
    if (examples > data.trainSize()) {
      throw new IllegalArgumentException(
          "examples is %d; %s has %d images for training, so give --examples up to that"
              .formatted(examples, data.name(), data.trainSize()));
    }
  }

  static <T> T orElse(T value, T other) {
    return value == null ? other : value;
  }

  private static <T> void set(T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
