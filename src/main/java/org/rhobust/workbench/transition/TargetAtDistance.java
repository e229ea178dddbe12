package org.rhobust.workbench.transition;

import org.rhobust.transition.TargetDistribution;
import org.rhobust.transition.Transition;

/**
 * The training target of an example at ‖δ‖, with the equation and a sentence for people.
 *
 * @param transition λ(δ)
 * @param rho ρ
 * @param epsilon ε
 * @param distance ‖δ‖
 * @param classes K
 */
public record TargetAtDistance(
    Transition transition, double rho, double epsilon, double distance, int classes) {

  /** λ(δ) in [0, 1]. */
  public double lambda() {
    return transition.lambda(distance);
  }

  /** λ + (1 − λ)/K. */
  public double trueClass() {
    return TargetDistribution.trueClass(lambda(), classes);
  }

  /** (1 − λ)/K. */
  public double otherClass() {
    return TargetDistribution.otherClass(lambda(), classes);
  }

  /** The equation with today's numbers, such as λ = (1 − min(1, 0.03/0.3))^12 = 0.282. */
  public String equation() {
    String numbers =
        transition
            .formula()
            .replaceFirst("^λ\\(δ\\)", "λ")
            .replace("ρ‖δ‖", Figures.of(rho) + " · " + Figures.of(distance))
            .replace("‖δ‖", Figures.of(distance))
            .replace("ε", Figures.of(epsilon))
            .replace("ρ", Figures.of(rho));
    return numbers + " = " + Figures.of(lambda());
  }

  /** The targets of the true class and of the others with today's numbers. */
  public String targets() {
    return "true class  λ + (1 − λ)/K = %s%neach other  (1 − λ)/K = %s"
        .formatted(Figures.of(trueClass()), Figures.of(otherClass()));
  }

  /** What the numbers mean, in a sentence. */
  public String sentence() {
    if (lambda() == 1) {
      return "Without a perturbation the target is the label itself:"
          + " the network is asked to be sure.";
    }
    if (otherClass() >= trueClass() * 0.99) {
      return ("At %s of the budget the target is uniform: the network is asked to be unsure,"
              + " with about %s for every class.")
          .formatted(share(), Figures.percent(1.0 / classes));
    }
    return ("A perturbation of %s of the budget leaves %s of the label: the network is asked to"
            + " give %s to the true class and %s to each of the other %d.")
        .formatted(
            share(),
            Figures.percent(lambda()),
            Figures.percent(trueClass()),
            Figures.percent(otherClass()),
            classes - 1);
  }

  private String share() {
    return Figures.percent(distance / epsilon);
  }
}
