package org.rhobust.workbench.direction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rhobust.attack.PgdSettings;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.plot.LinePlot;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.direction.DirectionModel.Found;

class DirectionWordsTest {

  private static final PgdSettings ATTACK =
      new PgdSettings("linf", 0.3, 40, 0.01, 0.9, 1.25, "confidence", null, "zero", 1);

  private static Found found(DirectionCurve curve, PgdSettings attack) {
    return new Found(curve, Samples.images(3), attack);
  }

  @Test
  void saysWhereTheTrueClassIsOvertaken() {
    assertThat(DirectionWords.of(found(Samples.curve(0, 1), ATTACK), Double.NaN))
        .isEqualTo(
            "At ‖δ‖ = 0.33 class bee overtakes the true class ant;"
                + " beyond ε the confidence lies between 0.55 and 1.00.");
  }

  @Test
  void saysWhereItIsNot() {
    assertThat(DirectionWords.of(found(Samples.curve(0, 0.02), ATTACK), Double.NaN))
        .startsWith("Up to ‖δ‖ = 0.6 the true class ant stays ahead of class bee")
        .endsWith("beyond ε the confidence stays near 0.99.");
  }

  @Test
  void saysFromWhereOnTheImageFallsBelowTheThreshold() {
    assertThat(DirectionWords.of(found(Samples.curve(0, 0.5), ATTACK), 0.76))
        .endsWith(", below τ from ‖δ‖ = 0.3.");
    assertThat(DirectionWords.of(found(Samples.curve(0, 0.5), ATTACK), 0.4)).doesNotContain("τ");
  }

  @Test
  void saysPlainlyThatTheAttackDidNotMove() {
    double[] none = {};
    DirectionCurve still = new DirectionCurve(0, 0, 1, none, none, none, 0.3, 0);

    assertThat(DirectionWords.of(found(still, ATTACK), 0.4))
        .startsWith("The attack did not move:")
        .contains("zero", "random start");
    assertThat(DirectionWords.of(found(still, ATTACK.withEpsilon(0)), 0.4)).contains("ε is 0");
    assertThat(DirectionPlot.of(found(still, ATTACK), "none", 0.4).isEmpty()).isTrue();
  }

  @Test
  void shadesTheBallAndGoesBeyondIt() {
    LinePlot plot = (LinePlot) DirectionPlot.of(found(Samples.curve(0, 1), ATTACK), "", 0.4);

    assertThat(plot.intervals().get(0).to()).isEqualTo(0.3);
    assertThat(plot.x().high()).isEqualTo(0.6);
    assertThat(plot.markers().get(0).value()).isEqualTo(0.4);
    assertThat(plot.accessibleText()).contains("ant", "bee");
  }
}
