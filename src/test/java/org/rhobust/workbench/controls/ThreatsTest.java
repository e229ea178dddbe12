package org.rhobust.workbench.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.threat.ThreatModel;

class ThreatsTest {

  private static final ImageShape COLOUR = new ImageShape(3, 32, 32);

  @Test
  void aModelThatSaysNothingHasTheUsualBallOfItsImages() {
    assertThat(of(new ImageShape(1, 28, 28), null)).isEqualTo(new ThreatModel("linf", 0.3));
    assertThat(of(COLOUR, null)).isEqualTo(new ThreatModel("linf", 0.03));
  }

  @Test
  void aModelsOwnWordsCount() {
    ModelDescription description =
        ModelDescription.builder("net", "small", 10, COLOUR).norm("l2").epsilon(0.5).build();

    assertThat(of(COLOUR, description)).isEqualTo(new ThreatModel("l2", 0.5));
  }

  private static ThreatModel of(ImageShape input, ModelDescription description) {
    ModelInfo model = new ModelInfo("net", "net", false, 10, input, description, null);
    return Threats.of(model, TrainingSnapshot.IDLE);
  }
}
