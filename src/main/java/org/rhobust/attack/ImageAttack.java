package org.rhobust.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Classifier;
import org.rhobust.model.Probabilities;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.ThreadCount;
import org.rhobust.threat.Norms;

/**
 * Attacks chosen images of a set with restarts, on the compute thread, and returns primitives. Of
 * an image's restarts the one whose best point has the lowest objective counts, the first among
 * equals.
 */
public final class ImageAttack {

  private static final int LARGEST_BATCH = 250;
  private static final int TRIAL = 50;

  /** Bounds of a batch: what its activations and its trace take grows with these. */
  private static final long MOST_PIXELS = 1_000_000;

  private static final long MOST_TRACE_VALUES = 20_000_000;
  private static final int VALUES_OF_A_STEP = 16;

  private final Classifier classifier;
  private final ImageSet images;
  private final PgdSettings settings;
  private final long seed;

  /**
   * @param images of the classifier's input shape
   * @param seed of the starts, each of which derives from (seed, image index, restart)
   * @throws IllegalArgumentException when the target is not among the classifier's classes
   */
  public ImageAttack(Classifier classifier, ImageSet images, PgdSettings settings, long seed) {
    if (settings.target() != null && settings.target() >= classifier.classes()) {
      throw new IllegalArgumentException(
          "target %d is outside the model's classes 0..%d"
              .formatted(settings.target(), classifier.classes() - 1));
    }
    this.classifier = classifier;
    this.images = images;
    this.settings = settings;
    this.seed = seed;
  }

  /**
   * What the best restart did to one image.
   *
   * @param index of the image in its set
   * @param label the class that was attacked
   * @param perturbation δ of the best point, C·H·W values
   * @param trace iterations 0 … T, without perturbations
   */
  public record Outcome(int index, int label, float[] perturbation, List<PgdStep> trace) {

    public Outcome {
      trace = List.copyOf(trace);
    }

    /** The step that found the point of lowest objective, the first among equals. */
    public PgdStep best() {
      PgdStep best = trace.get(0);
      for (PgdStep step : trace) {
        if (step.objective() < best.objective()) {
          best = step;
        }
      }
      return best;
    }
  }

  /** How many images to attack at once, at least 1, so that memory stays bounded. */
  public int batchSize() {
    long traceOfImage =
        2L * (settings.steps() + 1L) * (classifier.classes() + (long) VALUES_OF_A_STEP);
    long most = Math.min(MOST_PIXELS / classifier.input().size(), MOST_TRACE_VALUES / traceOfImage);
    return (int) Math.max(1, Math.min(LARGEST_BATCH, most));
  }

  /**
   * Attacks images as one batch.
   *
   * @param indices of the images in the set
   * @param labels the classes to attack, one an image
   * @param observer called after each iteration; may throw to end the attack
   * @return an outcome an image, in their order
   * @throws IllegalArgumentException when the images or labels do not fit the classifier
   */
  public List<Outcome> run(int[] indices, int[] labels, PgdObserver observer) {
    try (Scope scope = Scope.open()) {
      AttackBatch batch = AttackBatch.load(classifier, images, indices, labels);
      List<Outcome> best = attack(batch, 0, observer);
      for (int restart = 1; restart < settings.restarts(); restart++) {
        best = better(best, attack(batch, restart, observer));
      }
      return best;
    }
  }

  /** Sets the number of threads that is fastest for attacks on the first images of a set. */
  public static void chooseThreads(Classifier classifier, ImageSet images) {
    PgdSettings trial = new PgdSettings("linf", 1, 1, 1, 0.9, null, "confidence", null, "zero", 1);
    int[] indices = IntStream.range(0, Math.min(TRIAL, images.size())).toArray();
    int[] labels = IntStream.of(indices).map(images::label).toArray();
    new ImageAttack(classifier, images, trial, 0).chooseThreads(indices, labels);
  }

  /** Sets the number of threads that is fastest for batches like this one. */
  public void chooseThreads(int[] indices, int[] labels) {
    PgdSettings oneStep = settings.withSteps(1, settings.stepSize()).withInitialisation("zero");
    ProjectedGradientDescent pgd = new ProjectedGradientDescent(oneStep);
    try (Scope scope = Scope.open()) {
      AttackBatch batch = AttackBatch.load(classifier, images, indices, labels);
      ThreadCount.chooseFastest(
          classifier.device(),
          () -> {
            try (Scope step = Scope.open()) {
              pgd.run(
                  classifier,
                  batch.images(),
                  batch.oneHot(),
                  batch.images().zerosLike(),
                  PgdObserver.none());
            }
          });
    }
  }

  private List<Outcome> attack(AttackBatch batch, int restart, PgdObserver observer) {
    try (Scope scope = Scope.open()) {
      TraceRecorder recorder = new TraceRecorder(Norms.of(settings.norm()), false);
      float[][] perturbations =
          Probabilities.rows(
              new ProjectedGradientDescent(settings)
                  .run(
                      classifier,
                      batch.images(),
                      batch.oneHot(),
                      batch.starts(settings, restart, seed),
                      PgdObserver.all(recorder, observer))
                  .perturbations());
      List<Outcome> outcomes = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        outcomes.add(
            new Outcome(
                batch.indices()[i], batch.labels()[i], perturbations[i], recorder.steps(i)));
      }
      return outcomes;
    }
  }

  private static List<Outcome> better(List<Outcome> first, List<Outcome> second) {
    List<Outcome> better = new ArrayList<>(first);
    for (int i = 0; i < first.size(); i++) {
      if (second.get(i).best().objective() < first.get(i).best().objective()) {
        better.set(i, second.get(i));
      }
    }
    return better;
  }
}
