package org.rhobust.evaluation;

import java.util.OptionalDouble;

/**
 * The figures at one rejection threshold, all in [0, 1], each empty where it is undefined.
 *
 * @param threshold τ; empty, and with it everything else, where no threshold exists
 * @param testError Err(τ); 0 when nothing is accepted
 * @param robustTestError RErr(τ), the article's form; 0 when nothing is accepted
 * @param robustTestErrorAlternative the alternative form; 0 when nothing is accepted
 * @param truePositiveRate accepted among the correctly classified clean examples
 * @param acceptanceRate accepted among all clean examples
 * @param falsePositiveRate broken by the attack among all attacked examples: ¬A ∧ m ≥ τ over N
 * @param falsePositiveRateOfSuccessful the same over the successfully attacked, ¬A ∧ Ã
 */
public record RejectionMetrics(
    OptionalDouble threshold,
    OptionalDouble testError,
    OptionalDouble robustTestError,
    OptionalDouble robustTestErrorAlternative,
    OptionalDouble truePositiveRate,
    OptionalDouble acceptanceRate,
    OptionalDouble falsePositiveRate,
    OptionalDouble falsePositiveRateOfSuccessful) {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  /** The figures at a threshold that does not exist: all undefined. */
  public static final RejectionMetrics UNDEFINED =
      new RejectionMetrics(NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
}
