package org.rhobust.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.Golden;

class TransitionTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "6", "10", "12"})
  void powerEqualsTheReference(String rho) {
    double epsilon = Golden.number("power_transition", "epsilon");
    double[] norms = Golden.numbers("power_transition", "norms");
    double[] lambdas = Golden.numbers("power_transition", "rho", rho, "lam");
    double[] gammas = Golden.numbers("power_transition", "rho", rho, "gamma");
    Transition power = new PowerTransition(Double.parseDouble(rho), epsilon);
    for (int i = 0; i < norms.length; i++) {
      assertThat(power.lambda(norms[i])).isCloseTo(lambdas[i], within(1e-14));
      assertThat(power.gamma(norms[i])).isCloseTo(gammas[i], within(1e-14));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "6", "10", "12"})
  void exponentialEqualsTheReference(String rho) {
    double[] norms = Golden.numbers("exponential_transition", "norms");
    double[] gammas = Golden.numbers("exponential_transition", "rho", rho, "gamma");
    Transition exponential = new ExponentialTransition(Double.parseDouble(rho));
    for (int i = 0; i < norms.length; i++) {
      assertThat(exponential.gamma(norms[i])).isCloseTo(gammas[i], within(1e-14));
      assertThat(exponential.lambda(norms[i])).isCloseTo(1 - gammas[i], within(1e-14));
    }
  }

  @Test
  void linearReachesZeroAtEpsilonOverRho() {
    Transition linear = new LinearTransition(4, 0.5);
    assertThat(linear.lambda(0.0625)).isEqualTo(0.5);
    assertThat(linear.lambda(0.125)).isZero();
    assertThat(linear.lambda(0.12)).isPositive();
  }

  @Test
  void gammaKeepsItsDigitsForSmallNorms() {
    // γ ≈ ρ‖δ‖/ε to first order; 1 − λ would be 0 here.
    assertThat(new PowerTransition(10, 0.5).gamma(1e-20)).isCloseTo(2e-19, within(1e-33));
    assertThat(new ExponentialTransition(10).gamma(1e-20)).isCloseTo(1e-19, within(1e-33));
    assertThat(new LinearTransition(10, 0.5).gamma(1e-20)).isCloseTo(2e-19, within(1e-33));
  }

  @Property
  void startsAtTheLabelAndFallsWithinBounds(
      @ForAll("transitions") Transition transition,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 2) double first,
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 2) double second) {
    double near = Math.min(first, second);
    double far = Math.max(first, second);
    assertThat(transition.lambda(0)).isEqualTo(1);
    assertThat(transition.gamma(0)).isZero();
    assertThat(transition.lambda(near)).isBetween(transition.lambda(far), 1.0);
    assertThat(transition.lambda(far)).isBetween(0.0, 1.0);
    assertThat(transition.gamma(near)).isBetween(0.0, transition.gamma(far));
    assertThat(transition.gamma(far)).isCloseTo(1 - transition.lambda(far), within(1e-13));
    assertThat(transition.gamma(Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @Property
  void powerIsUniformFromTheBudgetOn(
      @ForAll @DoubleRange(min = 0.01, max = 50) double rho,
      @ForAll @Scale(9) @DoubleRange(min = 1e-6, max = 100) double epsilon,
      @ForAll @Scale(9) @DoubleRange(min = 1, max = 10) double factor) {
    Transition power = new PowerTransition(rho, epsilon);
    assertThat(power.lambda(epsilon)).isZero();
    assertThat(power.lambda(epsilon * factor)).isZero();
    assertThat(power.gamma(epsilon * factor)).isEqualTo(1);
  }

  @Provide
  Arbitrary<Transition> transitions() {
    return Combinators.combine(
            Arbitraries.of(Transitions.names()),
            Arbitraries.doubles().between(0.01, 50),
            Arbitraries.doubles().between(1e-3, 2).ofScale(6))
        .as(Transitions::create);
  }

  @Test
  void theRegistryMakesWhatItNames() {
    assertThat(Transitions.names()).containsExactly("power", "exponential", "linear");
    assertThat(Transitions.create("power", 12, 0.3)).isEqualTo(new PowerTransition(12, 0.3));
    for (String name : Transitions.names()) {
      assertThat(Transitions.create(name, 2, 0.3).name()).isEqualTo(name);
      assertThat(Transitions.create(name, 2, 0.3).formula()).startsWith("λ(δ) = ");
    }
  }

  @Test
  void anUnknownFamilyIsRefusedWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Transitions.create("cubic", 1, 1))
        .withMessage("unknown transition 'cubic': use one of power, exponential, linear");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void numbersOutOfRangeAreRefusedByName(double bad) {
    for (String name : Transitions.names()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Transitions.create(name, bad, 0.3))
          .withMessage("rho is " + bad + ": give a finite number above 0, such as 12");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Transitions.create(name, 12, bad))
          .withMessage("epsilon is " + bad + ": give a finite number above 0, such as 0.3");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN})
  void aNormOutOfRangeIsRefused(double bad) {
    for (String name : Transitions.names()) {
      Transition transition = Transitions.create(name, 12, 0.3);
      assertThatIllegalArgumentException().isThrownBy(() -> transition.lambda(bad));
      assertThatIllegalArgumentException().isThrownBy(() -> transition.gamma(bad));
    }
  }
}
