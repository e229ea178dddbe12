package org.rhobust.run;

import org.rhobust.data.DataException;
import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryEvaluation;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.PartStore;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.evaluation.warning.ModelChecks;
import org.rhobust.evaluation.warning.Verdict;
import org.rhobust.model.Classifier;
import org.rhobust.tensor.Devices;
import org.rhobust.tensor.Torch;
import org.rhobust.threat.ThreatModel;

/**
 * Evaluates a model, part by part: the held-out images first, since nothing is worth computing
 * where they cannot set a threshold, then the battery, then what may flatter its figures. Used on
 * the compute thread only.
 */
public final class ModelEvaluation implements AutoCloseable {

  private final EvaluatedModel model;
  private final Classifier classifier;
  private final TestSplit split;
  private final ThreatModel headline;
  private final long seed;
  private final BatteryEvaluation evaluation;
  private double seconds;

  /**
   * @param store keeps finished parts
   * @throws IllegalArgumentException when the classifier does not fit the images or an attack
   */
  public ModelEvaluation(
      EvaluatedModel model,
      Classifier classifier,
      TestSplit split,
      AttackBattery battery,
      long seed,
      PartStore store) {
    this.model = model;
    this.classifier = classifier;
    this.split = split;
    this.seed = seed;
    headline =
        battery
            .headline()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "battery %s has no attack within a norm; add one, such as pgd"
                            .formatted(battery.name())));
    evaluation = new BatteryEvaluation(classifier, split, battery, seed, store);
  }

  /** Whether only {@link #result} is left. */
  public boolean finished() {
    return evaluation.finished();
  }

  /** The share done in [0, 1]. */
  public double progress() {
    return evaluation.progress();
  }

  /**
   * Runs the next part.
   *
   * @param betweenPoints called after each point of a batch; may throw to end the work
   * @throws DataException when an output for a held-out image is not a number
   */
  public void runNext(Runnable betweenPoints) {
    long start = System.nanoTime();
    requireFinite(evaluation.heldOut(betweenPoints));
    evaluation.runNext(betweenPoints);
    seconds += secondsSince(start);
  }

  /**
   * The result, once {@link #finished}.
   *
   * @param betweenBatches called before each batch; may throw to end the work
   */
  public Evaluation result(Runnable betweenBatches) {
    long start = System.nanoTime();
    BatteryResult result = evaluation.result(betweenBatches);
    ModelChecks checks = ModelChecks.measure(classifier, split, headline, betweenBatches);
    Verdict verdict = Verdict.of(result, checks, result.threshold(Evaluation.TRUE_POSITIVE_RATE));
    seconds += secondsSince(start);
    return new Evaluation(
        model,
        split,
        seed,
        result,
        verdict,
        Devices.name(classifier.device()),
        Torch.threads(),
        seconds);
  }

  /** Frees what the attacks have loaded; the classifier stays open. */
  @Override
  public void close() {
    evaluation.close();
  }

  private void requireFinite(Predictions heldOut) {
    if (heldOut.firstNotFinite().isPresent()) {
      int index = split.images().size() - split.heldOut() + heldOut.firstNotFinite().getAsInt();
      throw new DataException(
          ("the output for held-out image %d of %s is not a number, so that no threshold can be"
                  + " set; check the model")
              .formatted(index, split.images().name()));
    }
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
