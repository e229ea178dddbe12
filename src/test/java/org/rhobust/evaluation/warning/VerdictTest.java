package org.rhobust.evaluation.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rhobust.evaluation.warning.Results.NONE;
import static org.rhobust.evaluation.warning.Results.broken;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.rhobust.attack.Attack.Family;
import org.rhobust.evaluation.warning.Warning.State;

class VerdictTest {

  private static final OptionalDouble TAU = OptionalDouble.of(0.8);
  private static final List<State> ORDER = List.of(State.RAISED, State.NOT_MEASURED, State.CLEAR);

  @Test
  void trustworthyNamesTheBudgetAndWhatIsOpen() {
    Verdict verdict = verdict(measured(200));

    assertThat(verdict.trustworthy()).isTrue();
    assertThat(verdict.sentence())
        .isEqualTo(
            "Trustworthy at this budget: 4 attacks with at most 101 points an image each, on 200"
                + " images, judged within L∞ 0.3 (0 of 15 checks raised, 0 not measured); a stronger attack may still"
                + " find more.");
  }

  @Test
  void whatWasNotMeasuredIsCountedAndDoesNotRaise() {
    Verdict verdict = verdict(converged(broken(20, 200, 0.9)));

    assertThat(verdict.trustworthy()).isTrue();
    assertThat(verdict.sentence()).contains("0 of 15 checks raised, 4 not measured");
  }

  @Test
  void nothingIsTrustworthyWhereMoreStepsWereNotTried() {
    Verdict verdict = verdict(Results.pgd(broken(20, 200, 0.9)));

    assertThat(verdict.trustworthy()).isFalse();
    assertThat(verdict.sentence())
        .startsWith("Not yet, because it was not measured whether more steps find more (0 of 15");
  }

  private static Results converged(double... misclassified) {
    return Results.pgd(misclassified).steps(100, misclassified).steps(200, misclassified);
  }

  @Test
  void fewImagesAreNamedWithTheirInterval() {
    Verdict verdict = verdict(converged(broken(1, 10, 0.9)));

    assertThat(verdict.trustworthy()).isFalse();
    assertThat(verdict.sentence())
        .startsWith(
            "Not yet, because the images are so few that the robust error lies between 1.8 % and"
                + " 40.4 % (0 of 15");
  }

  @Test
  void oneReasonIsNamed() {
    Verdict verdict =
        verdict(converged(broken(0, 200, 0.9)).attack(Family.NOISE, broken(1, 200, 0.9)));

    assertThat(verdict.trustworthy()).isFalse();
    assertThat(verdict.sentence())
        .isEqualTo(
            "Not yet, because random noise beats PGD (1 of 15 checks raised, 3 not measured).");
  }

  @Test
  void theGravestTwoReasonsAreNamedAndAllAreCounted() {
    Results results =
        new Results()
            .attack(Results.ZERO_START.withSteps(10, 0.05), NONE, Double.POSITIVE_INFINITY)
            .attack(Family.NOISE, 0.9, 0.9)
            .attack(Family.BLACK_BOX, 0.9, 0.9);

    Verdict verdict =
        Verdict.of(
            results.build(),
            SampleChecks.unstable(100, new Repetition(0.5, 7), SampleChecks.EQUAL),
            TAU);

    assertThat(verdict.sentence())
        .startsWith(
            "Not yet, because outputs are not finite and predictions depend on the batch or on"
                + " chance (")
        .contains("5 of 15 checks raised");
  }

  @Test
  void raisedChecksComeFirstAndClearOnesLast() {
    List<Warning> warnings =
        verdict(Results.pgd(NONE, NONE).attack(Family.NOISE, NONE, 0.9)).warnings();

    assertThat(warnings)
        .hasSize(Checks.ALL.size())
        .isSortedAccordingTo(Comparator.comparingInt(w -> ORDER.indexOf(w.state())));
    assertThat(warnings).extracting(Warning::state).contains(ORDER.toArray(State[]::new));
    assertThat(warnings).extracting(Warning::name).doesNotHaveDuplicates();
  }

  @Test
  void aThresholdThatDoesNotExistStillGivesAVerdict() {
    Verdict verdict =
        Verdict.of(measured(200).build(), SampleChecks.clean(), OptionalDouble.empty());

    assertThat(verdict.trustworthy()).isTrue();
  }

  /** Names of attacks may be of any length. */
  @Test
  void everyTextIsShort() {
    String name = "long ".repeat(100);
    Results worst =
        new Results()
            .attack(Results.ZERO_START.withSteps(10, 0.05), broken(0, 1000, 0.9))
            .attack(name, Family.NOISE, Results.THREAT, broken(1000, 1000, 0.9))
            .attack(name, Family.TRANSFER, Results.THREAT, broken(1000, 1000, 0.9))
            .attack(name, Family.SINGLE_STEP, Results.THREAT, broken(0, 1000, 0.9))
            .steps(1000, broken(500, 1000, 0.9))
            .steps(4000, broken(1000, 1000, 0.9))
            .epsilon(3, broken(0, 1000, 0.9));
    InputGradients zero = new InputGradients(1000, 1000, 1.23e-40);
    Repetition much = new Repetition(0.123456, 1000);
    ModelChecks checks =
        new ModelChecks(10, 1000, 1000, much, much, zero, zero, zero, 1000, 1000, true);

    for (Results results : List.of(worst, measured(200), Results.pgd(NONE))) {
      for (ModelChecks each : List.of(checks, SampleChecks.clean())) {
        Verdict verdict = Verdict.of(results.build(), each, OptionalDouble.of(0.123456789));
        assertThat(verdict.sentence()).hasSizeLessThan(240);
        assertThat(verdict.warnings())
            .allSatisfy(
                warning -> {
                  assertThat(warning.measured()).isNotBlank().hasSizeLessThan(240);
                  assertThat(warning.advice()).hasSizeLessThan(240);
                  if (warning.state() != State.NOT_MEASURED) {
                    assertThat(warning.advice().isEmpty()).isEqualTo(!warning.raised());
                  }
                });
      }
    }
  }

  /** Everything is measured and nothing found. */
  private static Results measured(int images) {
    double[] found = broken(images / 10, images, 0.9);
    return Results.pgd(found)
        .attack(Family.SINGLE_STEP, found)
        .attack(Family.BLACK_BOX, found)
        .attack(Family.NOISE, found)
        .steps(50, found)
        .steps(100, found)
        .epsilon(1, broken(images, images, 0.9));
  }

  private static Verdict verdict(Results results) {
    return Verdict.of(results.build(), SampleChecks.clean(), TAU);
  }
}
