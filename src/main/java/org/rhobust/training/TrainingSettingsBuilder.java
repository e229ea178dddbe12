package org.rhobust.training;

import java.util.List;
import org.rhobust.attack.PgdSettings;

/** Changes single values of {@link TrainingSettings}; {@link #build} checks them together. */
public final class TrainingSettingsBuilder {

  private final String preset;
  private String dataset;
  private String network;
  private TrainingMethod method;
  private int examples;
  private Long subset;
  private List<String> augmentation;
  private String weights;
  private int epochs;
  private int batch;
  private long seed;
  private OptimiserSettings optimiser;
  private String family;
  private double rho;
  private double fraction;
  private PgdSettings attack;
  private List<String> initialisations;

  TrainingSettingsBuilder(TrainingSettings start) {
    preset = start.preset();
    dataset = start.dataset();
    network = start.network();
    method = start.method();
    examples = start.examples();
    subset = start.subset();
    augmentation = start.augmentation();
    weights = start.weights();
    epochs = start.epochs();
    batch = start.batch();
    seed = start.seed();
    optimiser = start.optimiser();
    family = start.family();
    rho = start.rho();
    fraction = start.fraction();
    attack = start.attack();
    initialisations = start.initialisations();
  }

  /** A name of {@link org.rhobust.data.DataSets}. */
  public TrainingSettingsBuilder dataset(String value) {
    dataset = value;
    return this;
  }

  /** A name of {@link org.rhobust.model.Networks}. */
  public TrainingSettingsBuilder network(String value) {
    network = value;
    return this;
  }

  /** What the network is trained for; the attack stays as it is. */
  public TrainingSettingsBuilder method(TrainingMethod value) {
    method = value;
    return this;
  }

  /** How many images of the training set. */
  public TrainingSettingsBuilder examples(int value) {
    examples = value;
    return this;
  }

  /** The seed that chooses the images; null takes them from the start. */
  public TrainingSettingsBuilder subset(Long value) {
    subset = value;
    return this;
  }

  /** Names of {@link org.rhobust.data.augmentation.Augmentations}; empty for none. */
  public TrainingSettingsBuilder augmentation(List<String> value) {
    augmentation = value;
    return this;
  }

  /** The model to start from; null starts from fresh weights. */
  public TrainingSettingsBuilder weights(String value) {
    weights = value;
    return this;
  }

  /** How often each image is seen. */
  public TrainingSettingsBuilder epochs(int value) {
    epochs = value;
    return this;
  }

  /** Images a step. */
  public TrainingSettingsBuilder batch(int value) {
    batch = value;
    return this;
  }

  /** The seed of everything random. */
  public TrainingSettingsBuilder seed(long value) {
    seed = value;
    return this;
  }

  /** The learning rate at the start. */
  public TrainingSettingsBuilder learningRate(double value) {
    optimiser = optimiser.withLearningRate(value);
    return this;
  }

  /** The optimiser with its schedule. */
  public TrainingSettingsBuilder optimiser(OptimiserSettings value) {
    optimiser = value;
    return this;
  }

  /** The transition's name. */
  public TrainingSettingsBuilder family(String value) {
    family = value;
    return this;
  }

  /** ρ of the transition. */
  public TrainingSettingsBuilder rho(double value) {
    rho = value;
    return this;
  }

  /** φ, the share of a batch that is attacked. */
  public TrainingSettingsBuilder fraction(double value) {
    fraction = value;
    return this;
  }

  /** The radius of the attack's ball, and of the transition. */
  public TrainingSettingsBuilder epsilon(double value) {
    attack = attack.withEpsilon(value);
    return this;
  }

  /** The attack's steps. */
  public TrainingSettingsBuilder steps(int value) {
    attack = attack.withSteps(value, attack.stepSize());
    return this;
  }

  /** The attack's first step size. */
  public TrainingSettingsBuilder stepSize(double value) {
    attack = attack.withSteps(attack.steps(), value);
    return this;
  }

  /** The attack as a whole. */
  public TrainingSettingsBuilder attack(PgdSettings value) {
    attack = value;
    return this;
  }

  /** The names of the initialisations that one is drawn of for each batch. */
  public TrainingSettingsBuilder initialisations(List<String> value) {
    initialisations = value;
    return this;
  }

  /**
   * The settings.
   *
   * @throws IllegalArgumentException when a value is out of range or two do not go together
   */
  public TrainingSettings build() {
    return new TrainingSettings(
        preset,
        dataset,
        network,
        method,
        examples,
        subset,
        augmentation,
        weights,
        epochs,
        batch,
        seed,
        optimiser,
        family,
        rho,
        fraction,
        attack,
        initialisations);
  }
}
