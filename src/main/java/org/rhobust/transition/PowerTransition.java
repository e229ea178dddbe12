package org.rhobust.transition;

/**
 * λ(δ) = (1 − min(1, ‖δ‖/ε))^ρ, the transition of confidence-calibrated adversarial training: λ = 0
 * from ‖δ‖ = ε on.
 *
 * @param rho ρ &gt; 0; the larger, the sooner the target is uniform
 * @param epsilon ε &gt; 0, the budget of the threat model, in the unit of ‖δ‖
 */
public record PowerTransition(double rho, double epsilon) implements Transition {

  /**
   * @throws IllegalArgumentException if {@code rho} or {@code epsilon} is not finite and above 0
   */
  public PowerTransition {
    Arguments.requireRho(rho);
    Arguments.requireEpsilon(epsilon);
  }

  @Override
  public String name() {
    return "power";
  }

  @Override
  public double lambda(double norm) {
    return Math.pow(1 - ratio(norm), rho);
  }

  @Override
  public double gamma(double norm) {
    return -Math.expm1(rho * Math.log1p(-ratio(norm)));
  }

  @Override
  public String formula() {
    return "λ(δ) = (1 − min(1, ‖δ‖/ε))^ρ";
  }

  private double ratio(double norm) {
    return Math.min(1, Arguments.requireNorm(norm) / epsilon);
  }
}
