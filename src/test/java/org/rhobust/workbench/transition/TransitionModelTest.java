package org.rhobust.workbench.transition;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.rhobust.plot.BarPlot;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Values;
import org.rhobust.threat.Norms;

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
