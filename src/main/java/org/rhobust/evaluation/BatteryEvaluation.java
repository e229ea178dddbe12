package org.rhobust.evaluation;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rhobust.attack.AttackBatch;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdSettings;
import org.rhobust.attack.ProjectedGradientDescent;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Classifier;
import org.rhobust.model.Probabilities;
import org.rhobust.tensor.Scope;

/**
 * Runs a battery on the first images of a test set and keeps its last images held out. The work is
 * cut into parts, one attack with one restart on one batch each, so that other jobs can run between
 * them.
 */
public final class BatteryEvaluation {

  private static final int BATCH = 50;

  private final Classifier classifier;
  private final ImageSet test;
  private final int count;
  private final int heldOut;
  private final AttackBattery battery;
  private final long seed;
  private final List<Part> parts = new ArrayList<>();
  private final List<AttackedImage> attacked = new ArrayList<>();
  private int done;

  private record Part(int from, int to, PgdSettings attack, int restart) {}

  /**
   * @param count how many images from the start of {@code test} are attacked, at least 1
   * @param heldOut how many from its end are held out, at least 1; disjoint from those attacked
   * @throws IllegalArgumentException when the two overlap
   */
  public BatteryEvaluation(
      Classifier classifier,
      ImageSet test,
      int count,
      int heldOut,
      AttackBattery battery,
      long seed) {
    if (count < 1 || heldOut < 1 || count > test.size() - heldOut) {
      throw new IllegalArgumentException(
          "%d attacked and %d held-out images do not fit into the %d of %s"
              .formatted(count, heldOut, test.size(), test.name()));
    }
    this.classifier = classifier;
    this.test = test;
    this.count = count;
    this.heldOut = heldOut;
    this.battery = battery;
    this.seed = seed;
    IntStream.range(0, count).forEach(i -> attacked.add(AttackedImage.untouched(i)));
    for (int from = 0; from < count; from += BATCH) {
      for (PgdSettings attack : battery.attacks()) {
        for (int restart = 0; restart < attack.restarts(); restart++) {
          parts.add(new Part(from, Math.min(count, from + BATCH), attack, restart));
        }
      }
    }
  }

  /** The number of parts. */
  public int parts() {
    return parts.size();
  }

  /** Whether all parts have run. */
  public boolean finished() {
    return done == parts.size();
  }

  /**
   * Runs the next part, on the compute thread.
   *
   * @param observer called after each iteration; may throw to end the work
   */
  public void runNext(PgdObserver observer) {
    Part part = parts.get(done);
    try (Scope scope = Scope.open()) {
      int[] indices = IntStream.range(part.from(), part.to()).toArray();
      AttackBatch batch = AttackBatch.load(classifier, test, indices);
      try (CandidateConfidences candidates = new CandidateConfidences(batch.oneHot())) {
        NDArray best =
            new ProjectedGradientDescent(part.attack())
                .run(
                    classifier,
                    batch.images(),
                    batch.oneHot(),
                    batch.starts(part.attack(), part.restart(), seed),
                    PgdObserver.all(candidates, observer))
                .perturbations();
        merge(batch, candidates.outcome(), classifier.logits(batch.images().add(best)));
      }
    }
    done++;
  }

  /**
   * The result, once {@link #finished}; predicts the clean and held-out images.
   *
   * @param betweenBatches called before each batch; may throw to end the work
   */
  public BatteryResult result(Runnable betweenBatches) {
    return new BatteryResult(
        battery,
        Inference.predict(classifier, test.last(heldOut), betweenBatches),
        Inference.predict(classifier, test.first(count), betweenBatches),
        attacked);
  }

  private void merge(AttackBatch batch, AttackOutcome outcome, NDArray logits) {
    float[][] probabilities = Probabilities.ofLogits(logits);
    for (int i = 0; i < batch.size(); i++) {
      float[] row = probabilities[i];
      int prediction = Probabilities.prediction(row);
      int index = batch.indices()[i];
      AttackedImage found =
          new AttackedImage(
              index,
              outcome.misclassifiedConfidence(i),
              outcome.confidence(i),
              row[Probabilities.strongestOther(row, batch.labels()[i])],
              row[prediction],
              prediction);
      attacked.set(index, attacked.get(index).worst(found));
    }
  }
}
