package org.rhobust.transition;

/**
 * λ(δ) = e^(−ρ‖δ‖): falls without a budget and reaches 0 for no finite ‖δ‖.
 *
 * @param rho ρ &gt; 0, per unit of ‖δ‖
 */
public record ExponentialTransition(double rho) implements Transition {

  /**
   * @throws IllegalArgumentException if {@code rho} is not finite and above 0
   */
  public ExponentialTransition {
    Arguments.requireRho(rho);
  }

  @Override
  public String name() {
    return "exponential";
  }

  @Override
  public double lambda(double norm) {
    return Math.exp(-rho * Arguments.requireNorm(norm));
  }

  @Override
  public double gamma(double norm) {
    return -Math.expm1(-rho * Arguments.requireNorm(norm));
  }

  @Override
  public String formula() {
    return "λ(δ) = e^(−ρ‖δ‖)";
  }
}
