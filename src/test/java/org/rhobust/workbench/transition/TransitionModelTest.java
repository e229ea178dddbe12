package org.rhobust.workbench.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rhobust.plot.BarPlot;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Series;
import org.rhobust.plot.Values;
import org.rhobust.run.RunConfig;
import org.rhobust.service.MetricColumns;
import org.rhobust.service.RunDetails;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.threat.Norms;
import org.rhobust.training.Presets;
import org.rhobust.training.StepMetrics;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

class TransitionModelTest {

  private final TransitionModel model = new TransitionModel();

  @Test
  void beginsWithTheArticlesNumbers() {
    TargetAtDistance target = model.targetProperty().get();

    assertThat(target.lambda()).isCloseTo(0.28242953648, Offset.offset(1e-10));
    assertThat(target.equation()).isEqualTo("λ = (1 − min(1, 0.03/0.3))^12 = 0.282");
    assertThat(target.targets()).contains("0.354").contains("0.0718");
    assertThat(target.sentence()).contains("10 %", "28.2 %", "35.4 %", "7.18 %", "other 9");
  }

  @Test
  void theCurveAndTheBarsFollowRhoAtOnce() {
    LinePlot curve = model.curveProperty().get();
    double bar = trueBar().value();

    model.rho().setValue(2);

    assertThat(trueBar().value()).isGreaterThan(bar);
    Values before = curve.series().get(0).ys();
    Values after = model.curveProperty().get().series().get(0).ys();
    assertThat(after.get(after.size() / 4)).isGreaterThan(before.get(before.size() / 4));
    assertThat(model.targetProperty().get().equation()).contains("^2 = 0.81");
  }

  @Test
  void theMarkerStandsAtTheDistance() {
    model.distance().setValue(0.15);

    assertThat(model.curveProperty().get().handle()).hasValue(0.15);
    assertThat(model.barsProperty().get().title()).contains("0.15");
  }

  @Test
  void aBadNumberLeavesThePicturesAlone() {
    LinePlot curve = model.curveProperty().get();

    model.epsilon().textProperty().set("0");

    assertThat(model.curveProperty().get()).isSameAs(curve);
    assertThat(model.epsilon().problemProperty().get()).contains("ε", "above 0");
  }

  @Test
  void anotherNormBringsItsUsualBudgetAndKeepsTheShare() {
    model.normProperty().set(Norms.of("l2"));

    assertThat(model.epsilon().value()).isEqualTo(3);
    assertThat(model.distance().value()).isEqualTo(0.3);
    assertThat(model.curveProperty().get().x().label()).contains("L2");
  }

  @Test
  void theEquationHasTheNumbersOfEachFamily() {
    model.familyProperty().set("linear");
    assertThat(model.targetProperty().get().equation())
        .isEqualTo("λ = 1 − min(1, 12 · 0.03/0.3) = 0");
    model.familyProperty().set("exponential");
    assertThat(model.targetProperty().get().equation()).isEqualTo("λ = e^(−12 · 0.03) = 0.698");
  }

  @Test
  void theSentenceKnowsBothEnds() {
    model.distance().setValue(0);
    assertThat(model.targetProperty().get().sentence()).contains("asked to be sure");
    model.distance().setValue(0.3);
    assertThat(model.targetProperty().get().sentence()).contains("uniform", "10 %");
  }

  @Test
  void pinnedCurvesStayUntilTheyAreRemoved() {
    model.pin();
    model.pin();
    assertThat(model.pinsProperty().get()).as("the same curve once").hasSize(1);
    model.rho().setValue(2);
    model.pin();
    model.rho().setValue(1);

    assertThat(names()).containsExactly("power ρ 12, ε 0.3", "power ρ 2, ε 0.3", "ρ 1 now");
    assertThat(model.curveProperty().get().series().stream().map(Series::role))
        .doesNotHaveDuplicates();
    assertThat(model.curveProperty().get().points().get(1).ys().get(0))
        .as("λ of the second pin at the marker")
        .isCloseTo(0.81, Offset.offset(1e-12));

    model.unpin(model.pinsProperty().get().get(0));
    assertThat(names()).containsExactly("power ρ 2, ε 0.3", "ρ 1 now");
  }

  private List<String> names() {
    return model.curveProperty().get().series().stream().map(Series::name).toList();
  }

  @Test
  void aPinOfAnotherNormIsKeptButNotDrawn() {
    model.pin();
    model.normProperty().set(Norms.of("l2"));

    assertThat(names()).hasSize(1);
    assertThat(model.pinsProperty().get()).hasSize(1);
  }

  @Test
  void pinsAreWrittenDownAndReadBackAsFarAsTheyGo() {
    model.pin();
    model.familyProperty().set("linear");
    model.rho().setValue(1.5);
    model.pin();
    List<Pin> pins = model.pinsProperty().get();
    String line = Pin.text().toString(pins);

    assertThat(Pin.text().fromString(line)).isEqualTo(pins);
    assertThat(Pin.text().fromString("cubic 1 2 linf;power x 1 linf;power 0 1 linf;;" + line))
        .isEqualTo(pins);
    assertThat(Pin.text().fromString("")).isEmpty();
  }

  @Test
  void theWheelTurnsRhoWithinTheSlider() {
    model.turnRho(1);
    assertThat(model.rho().value()).isGreaterThan(12).isLessThan(13);
    model.turnRho(1e6);
    assertThat(model.rho().value()).isEqualTo(TransitionModel.HIGHEST_RHO);
    model.turnRho(-1e6);
    assertThat(model.rho().value()).isEqualTo(TransitionModel.LOWEST_RHO);
  }

  @Test
  void theFieldTakesWhatTheSliderAndTheWheelReach() {
    model.rho().textProperty().set("50");
    assertThat(model.rho().value()).isEqualTo(50);
    for (String outside : List.of("50.01", "100", "0.09", "0")) {
      model.rho().textProperty().set(outside);
      assertThat(model.rho().problemProperty().get()).endsWith("give a number from 0.1 to 50");
      assertThat(model.rho().value()).isEqualTo(50);
    }
  }

  @Test
  void theLastBatchLiesUnderTheCurveAndIsToldInWords() {
    assertThat(model.batchWordsProperty().get()).contains("While a run attacks its images");

    model.setBatch(batch("linf", true));

    assertThat(model.curveProperty().get().rugs().get(0).xs().toArray())
        .containsExactly(0.3, 0.3, 0.3, 0.15);
    assertThat(model.batchWordsProperty().get())
        .contains("step 1,234: 4 attacks with median ‖δ‖ = 1 ε; 75 % reach the edge, where λ = 0.")
        .contains("Mean λ on this curve: 6.1e−05.")
        .contains("trains with power ρ = 7, ε = 0.3");

    model.rho().setValue(7);
    assertThat(model.batchWordsProperty().get()).doesNotContain("trains with");
    model.familyProperty().set("exponential");
    assertThat(model.batchWordsProperty().get()).contains("where λ = 0.122");
  }

  @Test
  void aBatchOfAnotherNormIsNotDrawnAndItsCurveIsOneStepAway() {
    model.setBatch(batch("l2", true));
    assertThat(model.curveProperty().get().rugs()).isEmpty();
    assertThat(model.batchWordsProperty().get()).contains("within L2; choose that norm");

    model.useRun();
    assertThat(model.normProperty().get().name()).isEqualTo("l2");
    assertThat(model.rho().value()).isEqualTo(7);
    assertThat(model.epsilon().value()).isEqualTo(0.3);
    assertThat(model.distance().value()).as("the same share of ε").isEqualTo(0.03);
    assertThat(model.curveProperty().get().rugs()).hasSize(1);
  }

  @Test
  void onACurveOfAnotherEpsilonTheBatchStandsAtItsSharesOfEpsilon() {
    model.setBatch(batch("linf", true));
    model.epsilon().setValue(0.03);

    assertThat(model.curveProperty().get().rugs().get(0).xs().toArray())
        .containsExactly(new double[] {0.03, 0.03, 0.03, 0.015}, Offset.offset(1e-12));
    assertThat(model.batchWordsProperty().get())
        .contains("median ‖δ‖ = 1 ε; 75 % reach the edge, where λ = 0.")
        .contains("Mean λ on this curve: 6.1e−05.")
        .endsWith("The run trains with power ρ = 7, ε = 0.3: ‖δ‖/ε is shown.");
  }

  @Test
  void aRunWithoutLambdaSaysSoAndHasNoCurve() {
    model.setBatch(batch("linf", false));
    assertThat(model.batchWordsProperty().get()).contains("does not use λ, so it has no curve");
    assertThat(model.runHasCurveProperty().get()).isFalse();
    model.useRun();
    assertThat(model.rho().value()).isEqualTo(12);
    model.setBatch(batch("linf", true));
    assertThat(model.runHasCurveProperty().get()).isTrue();

    assertThat(BatchNorms.of(TrainingSnapshot.IDLE)).isEmpty();
  }

  @Test
  void aNormalTrainingIsSaidToAttackNothing() {
    model.follow(normalTraining());
    assertThat(model.batchWordsProperty().get())
        .isEqualTo(
            "The run trains normally: it attacks no images, so it has neither ‖δ‖ nor a curve.");

    model.follow(TrainingSnapshot.IDLE);
    assertThat(model.batchWordsProperty().get()).contains("While a run attacks its images");
  }

  private static TrainingSnapshot normalTraining() {
    TrainingSettings settings = Presets.of("quick", TrainingMethod.NORMAL);
    double none = Double.NaN;
    StepMetrics last =
        new StepMetrics(
            1,
            1,
            0.1,
            none,
            1,
            none,
            0.5,
            none,
            0.5,
            none,
            none,
            none,
            new float[0],
            new double[0]);
    return new TrainingSnapshot(
        RunState.RUNNING,
        "",
        Path.of("run"),
        new RunConfig("test", "train", "cpu", 1, null, settings),
        1,
        100,
        10,
        1,
        1,
        MetricColumns.EMPTY,
        last,
        null,
        RunDetails.NONE);
  }

  private static Optional<BatchNorms> batch(String norm, boolean calibrated) {
    Values norms = Values.of(0.3, 0.3, 0.3, 0.15);
    return Optional.of(new BatchNorms(1234, "power", 7, 0.3, Norms.of(norm), calibrated, norms));
  }

  @Property(tries = 200)
  void theBarsAreADistribution(
      @ForAll @DoubleRange(min = 0.1, max = 50) double rho,
      @ForAll @DoubleRange(min = 0, max = 0.5) double distance,
      @ForAll @IntRange(min = 2, max = 100) int classes) {
    model.rho().setValue(rho);
    model.distance().setValue(distance);
    model.classes().setValue(classes);

    BarPlot bars = model.barsProperty().get();
    assertThat(bars.bars()).hasSize(classes);
    assertThat(bars.bars().stream().mapToDouble(BarPlot.Bar::value).sum())
        .isCloseTo(1, Offset.offset(1e-9));
    assertThat(trueBar().role()).isEqualTo(ColorRole.TRUE_CLASS);
    assertThat(bars.bars().stream().skip(1)).allMatch(bar -> bar.role() == ColorRole.OTHER);
  }

  private BarPlot.Bar trueBar() {
    return model.barsProperty().get().bars().get(0);
  }
}
