package org.rhobust.training;

import ai.djl.ndarray.NDArray;
import java.util.random.RandomGenerator;
import org.rhobust.attack.PgdObserver;
import org.rhobust.data.Batches;
import org.rhobust.data.ImageSet;
import org.rhobust.data.augmentation.Augmenter;
import org.rhobust.model.Network;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Seeds;
import org.rhobust.threat.Initialisation;
import org.rhobust.threat.Initialisations;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;

/**
 * The steps of a run, each a function of the weights, the optimiser's state, and (seed, epoch,
 * step): so a run can stop after any step and go on from it to the same end.
 */
public final class TrainingLoop implements AutoCloseable {

  /** Keeps the order of images apart from the attacks' starts, which have a step from 1. */
  private static final long ORDER = 0;

  private final Network network;
  private final Optimiser optimiser;
  private final PgdObserver observer;
  private final ImageSet images;
  private final TrainingImages batchImages;
  private TrainingSettings settings;
  private TrainingStep step;
  private int shuffledEpoch;
  private int[][] batches;

  /**
   * @param images the training set, of which {@code settings} choose some
   * @param observer called after each iteration of an attack
   * @throws IllegalArgumentException when the set has fewer images
   */
  public TrainingLoop(
      TrainingSettings settings,
      Network network,
      Optimiser optimiser,
      ImageSet images,
      PgdObserver observer) {
    this.settings = settings;
    this.network = network;
    this.optimiser = optimiser;
    this.observer = observer;
    this.images = chosen(settings, images);
    batchImages =
        TrainingImages.of(
            this.images, new Augmenter(settings.augmentation()), settings.seed(), network.device());
    step = new TrainingStep(settings, network, optimiser, observer);
    batches = shuffle(1);
  }

  /** Trains with these from the next step on. */
  public void change(LiveSettings live) {
    if (!live.equals(LiveSettings.of(settings))) {
      settings = live.in(settings);
      step = new TrainingStep(settings, network, optimiser, observer);
    }
  }

  /** Steps in one epoch, at least 1. */
  public int stepsPerEpoch() {
    return batches.length;
  }

  /** Steps in the whole run. */
  public int totalSteps() {
    return Math.multiplyExact(stepsPerEpoch(), settings.epochs());
  }

  /** The epoch, from 1, that a step from 1 belongs to. */
  public int epochOf(int number) {
    return (number - 1) / stepsPerEpoch() + 1;
  }

  /**
   * Runs one step.
   *
   * @param number from 1
   * @throws TrainingDivergedException when the loss is not a number
   */
  public StepMetrics run(int number) {
    int epoch = epochOf(number);
    if (epoch != shuffledEpoch) {
      batches = shuffle(epoch);
    }
    int[] batch = batches[(number - 1) % batches.length];
    double rate = Schedules.rate(settings.optimiser(), number - 1, batches.length, totalSteps());
    try (Scope scope = Scope.open()) {
      NDArray pixels = batchImages.batch(epoch, batch);
      return step.run(number, epoch, rate, pixels, labels(batch), starts(epoch, number, batch));
    }
  }

  /**
   * The images that a training with these settings sees.
   *
   * @param images the training set
   * @throws IllegalArgumentException when it has fewer
   */
  public static ImageSet chosen(TrainingSettings settings, ImageSet images) {
    return settings.subset() == null
        ? images.first(settings.examples())
        : images.sample(settings.examples(), settings.subset());
  }

  @Override
  public void close() {
    batchImages.close();
  }

  private int[][] shuffle(int epoch) {
    shuffledEpoch = epoch;
    return Batches.shuffled(
        settings.examples(), settings.batch(), Seeds.mix(settings.seed(), epoch, ORDER));
  }

  private int[] labels(int[] batch) {
    int[] labels = new int[batch.length];
    for (int i = 0; i < batch.length; i++) {
      labels[i] = images.label(batch[i]);
    }
    return labels;
  }

  private float[] starts(int epoch, int number, int[] batch) {
    int attacked = batch.length - TrainingStep.cleanCount(settings, batch.length);
    RandomGenerator random = Seeds.generator(settings.seed(), epoch, number);
    int choice = random.nextInt(settings.initialisations().size());
    Initialisation initialisation = Initialisations.of(settings.initialisations().get(choice));
    Norm norm = Norms.of(settings.attack().norm());
    int size = network.input().size();
    float[] starts = new float[attacked * size];
    for (int i = 0; i < attacked; i++) {
      float[] start = initialisation.draw(size, norm, settings.attack().epsilon(), random);
      System.arraycopy(start, 0, starts, i * size, size);
    }
    return starts;
  }
}
