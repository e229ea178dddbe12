package org.rhobust.transition;

/**
 * λ(δ) = 1 − min(1, ρ‖δ‖/ε): a straight line that reaches 0 at ‖δ‖ = ε/ρ.
 *
 * @param rho ρ &gt; 0, the slope in units of 1/ε
 * @param epsilon ε &gt; 0, the budget of the threat model, in the unit of ‖δ‖
 */
public record LinearTransition(double rho, double epsilon) implements Transition {

  /**
   * @throws IllegalArgumentException if {@code rho} or {@code epsilon} is not finite and above 0
   */
  public LinearTransition {
    Arguments.requireRho(rho);
    Arguments.requireEpsilon(epsilon);
  }

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public double lambda(double norm) {
    return 1 - gamma(norm);
  }

  @Override
  public double gamma(double norm) {
    return Math.min(1, rho * (Arguments.requireNorm(norm) / epsilon));
  }

  @Override
  public String formula() {
    return "λ(δ) = 1 − min(1, ρ‖δ‖/ε)";
  }
}
