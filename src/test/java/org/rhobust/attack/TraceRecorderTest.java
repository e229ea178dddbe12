package org.rhobust.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.rhobust.tensor.TestArrays.golden;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.Golden;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Network;
import org.rhobust.model.TinyCnn;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.threat.Norms;

/** What an attack records of each image, and how images are chosen for it. */
@ExtendWith(OnComputeThread.class)
class TraceRecorderTest {

  private static final double TOLERANCE = 5e-6;

  @Test
  void aStepHoldsItsImagesNumbers() {
    try (Network network = TinyCnn.create()) {
      List<PgdStep> steps = record(network, true).steps(1);

      assertThat(steps).hasSize(GoldenPgd.STEPS + 1);
      for (int i = 0; i < steps.size(); i++) {
        PgdStep step = steps.get(i);
        double objective = Golden.number("tiny_cnn", "pgd", "linf_f7p", "errors", i, 1);
        int label = Golden.integers("tiny_cnn", "labels")[1];
        assertThat(step.iteration()).isEqualTo(i);
        assertThat((double) step.objective()).isCloseTo(objective, within(TOLERANCE));
        assertThat((double) step.adversarialConfidence(label))
            .isCloseTo(-objective, within(TOLERANCE));
        assertThat(step.confidence()).isEqualTo(step.probabilities()[step.prediction()]);
        assertThat(step.norm()).isEqualTo(largest(step.perturbation()));
      }
    }
  }

  @Test
  void perturbationsAreLeftOutOnRequest() {
    try (Network network = TinyCnn.create()) {
      assertThat(record(network, false).steps(2))
          .allSatisfy(step -> assertThat(step.perturbation()).isEmpty());
    }
  }

  @Test
  void aStartDependsOnItsImageAndNotOnItsBatch() {
    PgdSettings settings = GoldenPgd.settings("linf_f7p").withInitialisation("uniform");
    float[] both = Starts.draw(settings, new int[] {4, 9}, 64, 0, 1);

    assertThat(Arrays.copyOfRange(both, 64, 128))
        .isEqualTo(Starts.draw(settings, new int[] {9}, 64, 0, 1))
        .isNotEqualTo(Starts.draw(settings, new int[] {9}, 64, 1, 1))
        .isNotEqualTo(Starts.draw(settings, new int[] {9}, 64, 0, 2))
        .isNotEqualTo(Arrays.copyOf(both, 64));
  }

  @Test
  void aBatchHoldsTheChosenImages() {
    byte[] pixels = new byte[3 * 64];
    Arrays.fill(pixels, 128, 192, (byte) 255);
    try (Network network = TinyCnn.create()) {
      AttackBatch batch = AttackBatch.load(network, set(8, pixels), 2, 0);

      assertThat(batch.images().get("0").toFloatArray()).containsOnly(1f);
      assertThat(batch.images().get("1").toFloatArray()).containsOnly(0f);
      assertThat(batch.oneHot().toFloatArray()).containsExactly(0, 0, 0, 1, 0, 0, 1, 0, 0, 0);
    }
  }

  @Test
  void imagesAndLabelsThatDoNotFitAreRefused() {
    try (Network network = TinyCnn.create()) {
      assertThatThrownBy(() -> AttackBatch.load(network, set(4, new byte[3 * 32]), 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the images of three are 1x4x8, but the model takes 1x8x8");
      ImageSet fits = set(8, new byte[3 * 64]);
      assertThatThrownBy(() -> AttackBatch.load(network, fits, new int[] {0}, new int[] {5}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("label 5 is outside the model's classes 0..4");
    }
  }

  private static TraceRecorder record(Network network, boolean keepPerturbations) {
    TraceRecorder recorder = new TraceRecorder(Norms.L_INFINITY, keepPerturbations);
    NDArray images = golden("tiny_cnn", "inputs");
    new ProjectedGradientDescent(GoldenPgd.settings("linf_f7p"))
        .run(network, images, GoldenPgd.oneHot(), golden("tiny_cnn", "delta0"), recorder);
    return recorder;
  }

  private static ImageSet set(int height, byte[] pixels) {
    return ImageSet.of(
        "three", List.of("a", "b", "c", "d", "e"), 1, height, 8, pixels, new int[] {1, 2, 3});
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
