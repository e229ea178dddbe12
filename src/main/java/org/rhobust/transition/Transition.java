package org.rhobust.transition;

/**
 * How the target of an adversarial example moves from the one-hot label to the uniform distribution
 * as its perturbation δ grows: ỹ = λ(δ)·onehot(y) + (1 − λ(δ))/K.
 *
 * <p>The norm ‖δ‖ is that of the threat model. Every family has λ(0) = 1 and falls with ‖δ‖.
 */
public interface Transition {

  /** The family's name in {@link Transitions}, such as "power". */
  String name();

  /**
   * λ(δ) in [0, 1], the weight of the one-hot label.
   *
   * @param norm ‖δ‖ ≥ 0
   * @throws IllegalArgumentException if {@code norm} is negative or NaN
   */
  double lambda(double norm);

  /**
   * γ(δ) = 1 − λ(δ) in [0, 1], the weight of the uniform distribution, without the cancellation of
   * the subtraction for small norms.
   *
   * @param norm ‖δ‖ ≥ 0
   * @throws IllegalArgumentException if {@code norm} is negative or NaN
   */
  double gamma(double norm);

  /** The defining equation for humans, such as "λ(δ) = e^(−ρ‖δ‖)". */
  String formula();
}
