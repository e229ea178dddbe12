package org.rhobust.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rhobust.attack.PgdSettings;
import org.rhobust.evaluation.Prediction;
import org.rhobust.service.AttackSteps;
import org.rhobust.service.StepsRequest;
import org.rhobust.workbench.Samples;

class StepWordsTest {

  private final AttackSteps attack =
      Samples.attack(
          new StepsRequest(
              "net",
              Samples.images(3),
              0,
              new PgdSettings("linf", 0.3, 10, 0.03, 0.9, 1.25, "confidence", null, "zero", 1),
              0),
          10);

  @Test
  void whetherPgdAcceptsAStepIsApartFromWhetherTheImageIsRejected() {
    assertThat(StepWords.step(attack, 9)).contains("Step 9 of 10", "accepted", "−0.80 → −0.90");
    assertThat(StepWords.image(attack, 9, 0.95)).contains("0.90 < τ 0.95", "would be rejected");

    assertThat(StepWords.step(attack, 8)).contains("PGD rejected", "α 0.00125 → 0.00111");
    assertThat(StepWords.image(attack, 8, 0.5)).contains("passes", "bee", "the attack succeeds");
    assertThat(StepWords.verdict(attack, 8, 0.5)).isEqualTo(StepWords.Verdict.BREAKS_THROUGH);
  }

  @Test
  void anImageAtTheThresholdPasses() {
    double confidence = attack.steps().get(2).confidence();

    assertThat(StepWords.verdict(attack, 2, confidence)).isEqualTo(StepWords.Verdict.PASSES);
    assertThat(StepWords.verdict(attack, 2, Math.nextUp(confidence)))
        .isEqualTo(StepWords.Verdict.REJECTED);
    assertThat(StepWords.image(attack, 2, confidence))
        .contains("0.80 ≥ τ 0.80", "correctly", "ant");
  }

  @Test
  void withoutAThresholdNothingIsRejected() {
    assertThat(StepWords.image(attack, 5, Double.NaN)).contains("without a threshold", "0.50");
    assertThat(StepWords.verdict(attack, 5, Double.NaN)).isNotEqualTo(StepWords.Verdict.REJECTED);
  }

  @Test
  void theStartIsNamed() {
    assertThat(StepWords.step(attack, 0)).isEqualTo("Start (zero): ‖δ‖ = 0, F = 0.");
  }

  @Test
  void roundingToEightBitSaysWhetherTheAttackOutlivesIt() {
    assertThat(StepWords.rounded(attack, 9, 0.95))
        .contains("8 bit", "still misclassified as bee", "confidence 0.90", "rejected");
    assertThat(StepWords.rounded(attack, 9, 0.5)).contains("passes");
    assertThat(StepWords.rounded(attack, 2, Double.NaN))
        .isEqualTo(
            "Rounded to 8 bit, as in a file: correctly classified as ant with confidence 0.80.");

    AttackSteps lost =
        new AttackSteps(
            attack.request(),
            attack.label(),
            0,
            attack.image(),
            attack.steps(),
            Collections.nCopies(11, new Prediction(0, 0.7)));
    assertThat(StepWords.rounded(lost, 9, 0.5))
        .contains("the attack is lost", "correctly classified as ant", "0.70", "passes");
    AttackSteps gained =
        new AttackSteps(
            attack.request(),
            attack.label(),
            0,
            attack.image(),
            attack.steps(),
            Collections.nCopies(11, new Prediction(2, 0.6)));
    assertThat(StepWords.rounded(gained, 1, 0.5)).contains("now misclassified as cow");
  }

  @Test
  void theFatesOfAllStepsAreCounted() {
    assertThat(StepWords.overall(attack, 0.75))
        .isEqualTo("Of the 11 points: rejected 5, passes correctly 3, breaks through 3.");
    assertThat(StepWords.overall(attack, Double.NaN)).doesNotContain("rejected");
  }

  @Test
  void stepsOfOneFateAreOneRun() {
    List<VerdictRun> runs = VerdictRun.of(attack, 0.75);
    assertThat(runs)
        .containsExactly(
            new VerdictRun(StepWords.Verdict.PASSES, 0, 2),
            new VerdictRun(StepWords.Verdict.REJECTED, 3, 7),
            new VerdictRun(StepWords.Verdict.BREAKS_THROUGH, 8, 10));
    assertThat(runs).allMatch(run -> run.longest(runs));
  }
}
