package org.rhobust.run;

import java.util.List;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.evaluation.warning.Verdict;

/**
 * A finished evaluation of a model, with everything needed to repeat it.
 *
 * @param model what was evaluated
 * @param split which images served for what
 * @param seed of everything drawn at random
 * @param result the figures at any threshold
 * @param verdict whether they can be trusted
 * @param device where it was computed, such as "cpu"
 * @param threads inside one operation
 * @param seconds how long it took, parts found from an earlier run not counted
 */
public record Evaluation(
    EvaluatedModel model,
    TestSplit split,
    long seed,
    BatteryResult result,
    Verdict verdict,
    String device,
    int threads,
    double seconds) {

  /** The true positive rate at which a threshold is chosen where nothing else is said. */
  public static final double TRUE_POSITIVE_RATE = 0.99;

  /** The true positive rates of the paper, at which a report gives its figures. */
  public static final List<Double> TRUE_POSITIVE_RATES = List.of(0.98, TRUE_POSITIVE_RATE, 0.995);
}
