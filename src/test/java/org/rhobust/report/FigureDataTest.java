package org.rhobust.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.Direction;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.Inference;
import org.rhobust.model.OpenModel;
import org.rhobust.model.SampleModels;
import org.rhobust.model.StoredModel;
import org.rhobust.plot.Figure;
import org.rhobust.plot.HistogramPlot;
import org.rhobust.plot.Interval;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.plot.Series;
import org.rhobust.plot.Values;
import org.rhobust.tensor.OnComputeThread;

@ExtendWith(OnComputeThread.class)
class FigureDataTest {

  private static final int COUNT = 20;
  private static final ImageSet TEST = DataSets.get("mnist").test();
  private static final List<FigureModel> MODELS =
      List.of(sample("mnist-normal"), sample("mnist-ccat"));

  @Test
  void directionsStartAtTheCleanConfidenceAndGoToFourTimesEpsilon() {
    Measurements measured = measure(settings(null, 1));
    DirectionCurve curve = measured.models().get(1).directions().get(0);
    Figure figure = DirectionFigure.of(MODELS, TEST, settings(null, 1), measured);

    try (OpenModel model = MODELS.get(1).onDevice().apply(Device.cpu())) {
      ImageSet image = TEST.range(curve.index(), curve.index() + 1);
      double clean = Inference.predict(model.classifier(), image, () -> {}).confidence(0);
      Series drawn = ((LinePlot) figure.panels().get(1)).series().get(0);

      assertThat(drawn.xs().get(0)).isZero();
      assertThat(drawn.ys().get(0)).isCloseTo(clean, within(1e-5));
      assertThat(drawn.xs().get(drawn.size() - 1)).isCloseTo(1.2, within(1e-12));
    }
  }

  @Test
  void everyPanelHasTheSameAxesAndMarksTheSameBall() {
    Figure figure = DirectionFigure.of(MODELS, TEST, settings(null, 1), measure(settings(null, 1)));

    assertThat(figure.panels()).hasSize(2);
    assertThat(figure.panels().stream().map(p -> ((LinePlot) p).x()).distinct()).hasSize(1);
    assertThat(figure.panels())
        .allSatisfy(
            panel ->
                assertThat(((LinePlot) panel).intervals())
                    .extracting(Interval::to)
                    .containsExactly(0.3));
    assertThat(figure.caption()).contains("the first that both models classify correctly");
  }

  @Test
  void meansLieWithinTheirRangeOfSeveralImages() {
    FigureSettings settings = settings(null, 3);
    Figure figure = DirectionFigure.of(MODELS, TEST, settings, measure(settings));
    LinePlot panel = (LinePlot) figure.panels().get(0);

    assertThat(panel.bands()).hasSize(2);
    Values low = panel.bands().get(0).lower();
    Values high = panel.bands().get(0).upper();
    assertThat(IntStream.range(0, low.size())).allMatch(i -> low.get(i) <= high.get(i));
    assertThat(figure.caption()).contains("first 3 images");
  }

  @Test
  void anImageThatWasAskedForIsTakenAndSaysSo() {
    FigureSettings settings = settings(8, 1);
    Measurements measured = measure(settings);

    assertThat(measured.indices()).containsExactly(8);
    assertThat(DirectionFigure.of(MODELS, TEST, settings, measured).caption())
        .contains("Image 8 of mnist test, chosen by hand");
  }

  @Test
  void anAttackThatDidNotMoveDrawsNothing() {
    double[] none = {};
    Measurement still =
        new Measurement(
            List.of(
                new DirectionCurve(
                    new Direction(0, 7, new float[1], new float[0], 0),
                    3,
                    none,
                    none,
                    none,
                    new int[0],
                    none,
                    0.3,
                    false)),
            new double[] {1},
            new double[] {1},
            OptionalDouble.empty(),
            OptionalDouble.empty());
    Measurements measured = new Measurements(List.of(still, still), List.of(0), 0, "cpu", 1);

    Figure figure = DirectionFigure.of(MODELS, TEST, settings(null, 1), measured);

    assertThat(figure.panels()).allMatch(panel -> panel.isEmpty());
  }

  @Test
  void theTransitionGoesFromTheLabelToTheUniformDistribution() {
    Figure figure = TransitionFigure.of(TransitionSource.of(MODELS, settings(null, 1)));
    Series lambda = ((LinePlot) figure.panels().get(0)).series().get(0);
    Series trueClass = ((LinePlot) figure.panels().get(1)).series().get(0);
    Series otherClass = ((LinePlot) figure.panels().get(1)).series().get(1);
    int atEpsilon =
        IntStream.range(0, lambda.size())
            .filter(i -> Math.abs(lambda.xs().get(i) - 1) < 1e-12)
            .findFirst()
            .orElseThrow();

    assertThat(lambda.ys().get(0)).isEqualTo(1);
    assertThat(trueClass.ys().get(0)).isEqualTo(1);
    assertThat(lambda.ys().get(atEpsilon)).isCloseTo(0, within(1e-12));
    assertThat(trueClass.ys().get(atEpsilon)).isCloseTo(0.1, within(1e-12));
    assertThat(otherClass.ys().get(atEpsilon)).isCloseTo(0.1, within(1e-12));
    assertThat(figure.settings()).contains("mnist-ccat", "ρ = 12", "ε = 0.3");
  }

  @Test
  void withoutAModelThatHasATransitionTheArticlesIsShown() {
    TransitionSource source =
        TransitionSource.of(List.of(sample("mnist-normal")), settings(null, 1));

    assertThat(source.transition().rho()).isEqualTo(12);
    assertThat(TransitionFigure.of(source).settings()).contains("no model was trained with one");
  }

  @Test
  void histogramsCountEveryAttackedImageAndMarkTheThreshold() {
    Measurements measured = measure(settings(null, 1));
    Figure figure = ConfidenceFigure.of(MODELS, TEST, settings(null, 1), measured);

    for (int i = 0; i < MODELS.size(); i++) {
      HistogramPlot panel = (HistogramPlot) figure.panels().get(i);
      assertThat(panel.groups().get(0).bins().total()).isEqualTo(COUNT);
      assertThat(panel.threshold().map(Marker::value))
          .hasValue(measured.models().get(i).threshold().getAsDouble());
    }
    assertThat(figure.caption()).contains("first 20 images", "last 200 images");
  }

  @Test
  void whatDoesNotFitTogetherIsRefusedBeforeAnyWork() {
    assertThatThrownBy(
            () ->
                new ArticleFigures(
                    MODELS,
                    TEST.first(100),
                    new FigureSettings("linf", 0.3, 0.6, 1, null, 1, 60, 60, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("count 60 and holdout 60");
    assertThatThrownBy(() -> new ArticleFigures(MODELS, TEST, settings(10_000, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("index 10000");
    assertThatThrownBy(() -> settings(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("directions");
  }

  private static Measurements measure(FigureSettings settings) {
    try (Measuring measuring =
        new Measuring(MODELS, TEST, settings, Device.cpu(), (share, what) -> {})) {
      return measuring.measure(1);
    }
  }

  private static FigureSettings settings(Integer index, int directions) {
    return new FigureSettings("linf", 0.3, 0.6, 3, index, directions, COUNT, 200, 0);
  }

  private static FigureModel sample(String name) {
    StoredModel stored = SampleModels.shipped().open(name);
    return new FigureModel(name, stored.description(), device -> OpenModel.of(stored, device));
  }
}
