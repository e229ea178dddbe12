package org.rhobust.workbench.direction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rhobust.attack.PgdSettings;
import org.rhobust.evaluation.Direction;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.DirectionKind;
import org.rhobust.evaluation.DirectionSettings;
import org.rhobust.evaluation.DirectionSummary;
import org.rhobust.evaluation.Spread;
import org.rhobust.plot.LinePlot;
import org.rhobust.service.DirectionRequest;
import org.rhobust.service.ModelInfo;
import org.rhobust.workbench.Samples;

class DirectionWordsTest {

  private static final PgdSettings ATTACK =
      new PgdSettings("linf", 0.3, 40, 0.01, 0.9, 1.25, "confidence", null, "zero", 1);

  private static Question question(Mode mode, DirectionSettings settings) {
    ModelInfo model = Samples.model("net", false);
    DirectionRequest request = new DirectionRequest("net", "net", Samples.images(3), 0, settings);
    return new Question(mode, model, model, request, 9, 0);
  }

  private static Answer.Curve answer(DirectionCurve curve, DirectionSettings settings) {
    return new Answer.Curve(question(Mode.IMAGE, settings), curve);
  }

  private static Answer.Curve answer(double end) {
    return answer(Samples.curve(0, end), DirectionSettings.adversarial(ATTACK, 0));
  }

  private static DirectionCurve still() {
    double[] none = {};
    Direction nowhere = new Direction(0, 0, new float[4], new float[0], 0);
    return new DirectionCurve(nowhere, 1, none, none, none, new int[0], none, 0.3, false);
  }

  @Test
  void saysWhereTheTrueClassIsOvertaken() {
    assertThat(DirectionWords.of(answer(1), Double.NaN))
        .isEqualTo(
            "At ‖δ‖ = 0.33 class bee overtakes the true class ant;"
                + " beyond ε the confidence lies between 0.55 and 1.00.");
  }

  @Test
  void saysWhereItIsNot() {
    assertThat(DirectionWords.of(answer(0.02), Double.NaN))
        .startsWith("Up to ‖δ‖ = 0.6 the true class ant stays ahead of class bee")
        .endsWith("beyond ε the confidence stays near 0.99.");
  }

  @Test
  void saysFromWhereOnTheImageFallsBelowTheThreshold() {
    assertThat(DirectionWords.of(answer(0.5), 0.76)).endsWith(", below τ from ‖δ‖ = 0.3.");
    assertThat(DirectionWords.of(answer(0.5), 0.4)).doesNotContain("τ");
  }

  @Test
  void saysPlainlyWhyThereIsNoDirection() {
    DirectionSettings attack = DirectionSettings.adversarial(ATTACK, 0);
    DirectionSettings zero = DirectionSettings.adversarial(ATTACK.withEpsilon(0), 0);
    DirectionSettings same = new DirectionSettings(DirectionKind.BETWEEN, ATTACK, 0, 0, false);

    assertThat(DirectionWords.of(answer(still(), attack), 0.4))
        .startsWith("The attack did not move:")
        .contains("zero", "random start");
    assertThat(DirectionWords.of(answer(still(), zero), 0.4)).contains("ε is 0");
    assertThat(DirectionWords.of(answer(still(), same), 0.4)).contains("choose another");
    assertThat(DirectionPlots.of(answer(still(), attack), 0.4, false).isEmpty()).isTrue();
  }

  @Test
  void shadesTheBallGoesBeyondItAndSaysWhetherPointsAreClipped() {
    LinePlot plot = (LinePlot) DirectionPlots.of(answer(1), 0.4, true);

    assertThat(plot.intervals().get(0).to()).isEqualTo(0.3);
    assertThat(plot.x().high()).isEqualTo(0.6);
    assertThat(plot.markers().get(0).value()).isEqualTo(0.4);
    assertThat(plot.accessibleText()).contains("ant", "bee");
    assertThat(plot.title()).startsWith("net: ");
    assertThat(plot.caption()).contains("image 0 of sample", "40 steps", "not clipped");
  }

  @Test
  void theOtherImageIsMarkedOnTheLineToIt() {
    DirectionSettings between =
        new DirectionSettings(DirectionKind.BETWEEN, ATTACK, 0, DirectionSettings.NEXT, true);
    LinePlot plot =
        (LinePlot) DirectionPlots.of(answer(Samples.curve(0, 1), between), Double.NaN, false);

    assertThat(plot.markers().get(0).label()).isEqualTo("image 1");
    assertThat(plot.markers().get(0).value()).isEqualTo(0.3);
    assertThat(plot.caption()).contains("Direction to image 1", "are clipped to [0, 1]");
  }

  @Test
  void manyImagesAreCountedWithThoseLeftOut() {
    double[] half = {0.5, 0.5};
    DirectionSummary summary =
        new DirectionSummary(
            new double[] {0, 0.3},
            new Spread(half, half, half),
            new Spread(half, half, half),
            9,
            2,
            0.3);
    Answer.Mean mean =
        new Answer.Mean(question(Mode.MANY, DirectionSettings.adversarial(ATTACK, 0)), summary);

    assertThat(MeanWords.of(mean))
        .contains("first 9 test images", "without the 2 that have no direction");
    LinePlot plot = (LinePlot) DirectionPlots.of(mean, Double.NaN, false);
    assertThat(plot.bands()).hasSize(2);
    assertThat(plot.caption()).contains("first 9 test images");
  }
}
