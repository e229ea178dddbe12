package org.rhobust.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.rhobust.attack.ImageAttack;
import org.rhobust.attack.ImageAttack.Outcome;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdSettings;
import org.rhobust.attack.PgdStep;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.Prediction;
import org.rhobust.model.ImageShape;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.model.Probabilities;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.Torch;

class StepsRecordingTest {

  private static final int SIDE = 12;
  private static final int INDEX = 2;
  private static final ImageShape SHAPE = new ImageShape(1, SIDE, SIDE);
  private static final ImageSet IMAGES = images();

  private final List<AttackRestarts> told = new ArrayList<>();

  private static ImageSet images() {
    byte[] pixels = new byte[5 * SIDE * SIDE];
    new Random(3).nextBytes(pixels);
    return ImageSet.of(
        "noise", List.of("a", "b", "c"), 1, SIDE, SIDE, pixels, new int[] {0, 1, 2, 0, 1});
  }

  private static StepsRequest request(String start, int restarts) {
    PgdSettings attack =
        new PgdSettings("linf", 0.3, 6, 0.1, 0.5, 1.25, "confidence", null, start, restarts);
    return new StepsRequest("net", IMAGES, INDEX, attack, 5);
  }

  private AttackRestarts record(Network network, StepsRequest request) {
    return new StepsRecording(network, request, () -> false, told::add).run();
  }

  private static <T> T withNetwork(Function<Network, T> work) {
    return ComputeThread.get()
        .call(
            () -> {
              try (Network network = Networks.create("small", 3, SHAPE, Device.cpu(), 1)) {
                return work.apply(network);
              }
            });
  }

  @Test
  void everyRestartIsTheWalkThatItIsByItself() {
    AttackRestarts together = withNetwork(net -> record(net, request("uniform", 3)));
    assertThat(together.restarts()).hasSize(3);
    assertThat(together.finished()).isTrue();

    Outcome best =
        withNetwork(
            net ->
                new ImageAttack(net, IMAGES, request("uniform", 3).attack(), 5)
                    .run(new int[] {INDEX}, new int[] {2}, PgdObserver.none())
                    .get(0));
    AttackSteps chosen = together.restarts().get(together.best());
    for (int i = 0; i <= 6; i++) {
      PgdStep expected = best.trace().get(i);
      PgdStep step = chosen.steps().get(i);
      assertThat(step.objective()).isCloseTo(expected.objective(), within(1e-5f));
      assertThat(step.accepted()).isEqualTo(expected.accepted());
    }
    assertThat(chosen.steps().get(chosen.best()).perturbation())
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(best.perturbation());
    assertThat(together.restarts().get(0).steps().get(0).perturbation())
        .isNotEqualTo(together.restarts().get(1).steps().get(0).perturbation());
  }

  @Test
  void roundedImagesArePredictedAsIfGivenByThemselves() {
    AttackRestarts answer = withNetwork(net -> record(net, request("uniform", 2)));
    for (AttackSteps walk : answer.restarts()) {
      assertThat(walk.rounded()).hasSameSizeAs(walk.steps());
      for (int i = 0; i < walk.steps().size(); i++) {
        float[] bytes = walk.adversarial(i);
        for (int k = 0; k < bytes.length; k++) {
          bytes[k] = (int) Math.floor(255 * Math.min(1, Math.max(0, bytes[k])) + 0.5) / 255f;
        }
        Prediction alone = withNetwork(net -> Prediction.of(net, List.of(bytes)).get(0));
        assertThat(walk.rounded().get(i).predictedClass()).isEqualTo(alone.predictedClass());
        assertThat(walk.rounded().get(i).confidence()).isCloseTo(alone.confidence(), within(1e-5));
      }
    }
  }

  @Test
  void theGradientIsThatOfTheConfidenceAtEveryPoint() {
    AttackSteps walk = withNetwork(net -> record(net, request("zero", 1))).restarts().get(0);
    for (PgdStep step : walk.steps()) {
      float[] expected =
          withNetwork(net -> gradientOfConfidence(net, walk.adversarial(step.iteration())));
      assertThat(step.gradient()).usingComparatorWithPrecision(1e-5f).containsExactly(expected);
      assertThat(expected).as("the last one too").isNotEqualTo(new float[expected.length]);
    }
  }

  /** F = −max_{j≠y} softmax_j. */
  private static float[] gradientOfConfidence(Network network, float[] image) {
    NDArray leaf = Torch.manager(Device.cpu()).create(image, SHAPE.batch(1));
    int other = Probabilities.strongestOther(Probabilities.ofLogits(network.logits(leaf))[0], 2);
    return Gradients.ofPassing(
            leaf, () -> network.logits(leaf).softmax(1).get(0).get(other).neg().sum())
        .toFloatArray();
  }

  @Test
  void theStartIsToldBeforeTheRest() {
    AttackRestarts end = withNetwork(net -> record(net, request("zero", 2)));
    assertThat(told).isNotEmpty().allMatch(partial -> !partial.finished());
    assertThat(told.get(0).last()).isZero();
    assertThat(told.get(0).restarts()).hasSize(2);
    assertThat(told.get(0).restarts().get(1).rounded()).hasSize(1);
    assertThat(end.last()).isEqualTo(6);
  }

  @Test
  void endsAtTheNextStepWhenNobodyWaits() {
    StepsRequest request = request("zero", 1);
    assertThatThrownBy(
            () ->
                withNetwork(
                    net ->
                        new StepsRecording(net, request, () -> !told.isEmpty(), told::add).run()))
        .isInstanceOf(CancellationException.class);
    assertThat(told).hasSize(1);
  }

  @Test
  void aRequestKnowsWhatItsWalksTakeInMemory() {
    assertThat(request("zero", 4).values()).isEqualTo(2L * SIDE * SIDE * 7 * 4);
  }
}
