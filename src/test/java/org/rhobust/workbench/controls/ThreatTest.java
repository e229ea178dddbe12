package org.rhobust.workbench.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.TrainingSnapshot;

class ThreatTest {

  private static final ImageShape COLOUR = new ImageShape(3, 32, 32);

  @Test
  void aModelThatSaysNothingHasTheUsualBallOfItsImages() {
    assertThat(of(new ImageShape(1, 28, 28), null)).isEqualTo(new Threat("linf", 0.3));
    assertThat(of(COLOUR, null)).isEqualTo(new Threat("linf", 0.03));
  }

  @Test
  void aModelsOwnWordsCount() {
    ModelDescription description =
        ModelDescription.builder("net", "small", 10, COLOUR).norm("l2").epsilon(0.5).build();

    assertThat(of(COLOUR, description)).isEqualTo(new Threat("l2", 0.5));
  }

  private static Threat of(ImageShape input, ModelDescription description) {
    ModelInfo model = new ModelInfo("net", "net", false, 10, input, description, null);
    return Threat.of(model, TrainingSnapshot.IDLE);
  }
}
