package org.rhobust.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.plot.Figure;
import org.rhobust.plot.Plot;
import org.rhobust.run.RobustTest;
import org.rhobust.service.ModelInfo;
import org.rhobust.threat.ThreatModel;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.controls.ModelTests.Measured;
import org.rhobust.workbench.controls.ModelTests.Subject;

class ComparePlotsTest {

  private static Column opened(TrainingMethod method, Long seed) {
    ImageShape shape = new ImageShape(1, 2, 2);
    String name = "model-" + method.id();
    ModelDescription description =
        ModelDescription.builder(name, "small", 3, shape).seed(seed).build();
    ModelInfo model = new ModelInfo(name, name, false, 3, shape, description, null);
    RobustTest test = new RobustTest(Samples.images(9), ThreatModel.reference(1), 200);
    return Column.empty(method).with(new Subject(model, test));
  }

  private static Column measured(Column column) {
    return column.with(new Measured(column.subject(), Samples.battery()));
  }

  @Test
  void captionsNameTheMethodTheModelAndItsSeedWhereItIsKnown() {
    Column seeded =
        measured(opened(TrainingMethod.NORMAL, 7L).with(Samples.curve(4, 0.8), Samples.images(9)));
    assertThat(ComparePlots.confidences(seeded, List.of(seeded)).caption())
        .startsWith("Normal training: model-normal, seed 7. ");
    assertThat(ComparePlots.direction(seeded, List.of(seeded)).caption())
        .startsWith("Normal training: model-normal, seed 7. Image 4 of sample");

    Column unknown = measured(opened(TrainingMethod.NORMAL, null));
    assertThat(ComparePlots.confidences(unknown, List.of(unknown)).caption())
        .startsWith("Normal training: model-normal. ");
  }

  @Test
  void oneFigureHoldsThePanelsOfTheMethodsThatHaveThem() {
    Column first =
        measured(opened(TrainingMethod.NORMAL, 7L).with(Samples.curve(4, 0.8), Samples.images(9)));
    Column second =
        opened(TrainingMethod.ADVERSARIAL, 7L).with(Samples.curve(4, 0.5), Samples.images(9));
    List<Column> all = List.of(first, second, Column.empty(TrainingMethod.CONFIDENCE_CALIBRATED));

    Figure directions = ComparePlots.directions(all).orElseThrow();
    assertThat(directions.panels())
        .extracting(Plot::title)
        .containsExactly("Normal training", "Adversarial training");
    assertThat(directions.settings()).contains("model-normal, seed 7", "model-adversarial, seed 7");
    assertThat(ComparePlots.allConfidences(all).orElseThrow().panels())
        .extracting(Plot::title)
        .containsExactly("Normal training");
    assertThat(ComparePlots.directions(all.subList(2, 3))).isEmpty();
  }
}
