package org.rhobust.run;

/**
 * Runs of the same settings but their seeds.
 *
 * @param method its id; empty where methods are not told apart
 * @param rho ρ; NaN where it is not told apart, or the method has none
 * @param setting data, network and threat model in words, which are always told apart
 * @param runs how many there are, finished or not
 * @param error of the final models
 * @param robustError RErr at their thresholds
 * @param threshold τ
 * @param seconds of training
 */
public record RunGroup(
    String method,
    double rho,
    String setting,
    int runs,
    Spread error,
    Spread robustError,
    Spread threshold,
    Spread seconds) {

  /**
   * A mean with its spread.
   *
   * @param count how many values there are
   * @param mean of them; NaN where there is none
   * @param deviation the sample standard deviation (n − 1); NaN of fewer than two
   */
  public record Spread(int count, double mean, double deviation) {}
}
