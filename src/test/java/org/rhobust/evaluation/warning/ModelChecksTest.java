package org.rhobust.evaluation.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.Inference;
import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.model.Classifier;
import org.rhobust.model.ImageShape;
import org.rhobust.model.TinyCnn;
import org.rhobust.model.TorchScriptClassifier;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.threat.ThreatModel;

@ExtendWith(OnComputeThread.class)
class ModelChecksTest {

  private static final int COUNT = 30;
  private static final ThreatModel THREAT = new ThreatModel("linf", 0.3);
  private static final List<String> CLASSES = List.of("a", "b", "c", "d", "e");

  @Test
  void aSoundNetworkShowsNothing() {
    try (Classifier network = TinyCnn.create()) {
      ModelChecks checks = measure(network);

      assertThat(checks.classes()).isEqualTo(5);
      assertThat(checks.images()).isEqualTo(COUNT);
      assertThat(checks.correct()).isEqualTo(COUNT);
      assertThat(checks.batchSize().difference()).isLessThan(1e-5);
      assertThat(checks.batchSize().changes()).isZero();
      assertThat(checks.repeated()).isEqualTo(new Repetition(0, 0));
      for (InputGradients gradients :
          List.of(checks.confidence(), checks.crossEntropy(), checks.logit())) {
        assertThat(gradients.useless()).isZero();
        assertThat(gradients.median()).isBetween(1e-4, 10.0);
      }
      assertThat(checks.logProbabilities()).isFalse();
      assertThat(checks.saturatedConfidence()).isZero();
      assertThat(checks.saturatedCrossEntropy()).isZero();
    }
  }

  @Test
  void dropoutThatWasLeftOnShowsFromPassToPass() {
    try (Classifier network = torchScript("dropout_left_on.pt")) {
      ModelChecks checks = measure(network);

      assertThat(checks.repeated().difference()).isGreaterThan(0.01);
      assertThat(checks.batchSize().difference()).isGreaterThan(0.01);
    }
  }

  @Test
  void batchStatisticsShowBetweenBatchSizesOnly() {
    try (Classifier network = torchScript("batch_statistics.pt")) {
      ModelChecks checks = measure(network);

      assertThat(checks.batchSize().difference()).isGreaterThan(0.01);
      assertThat(checks.repeated()).isEqualTo(new Repetition(0, 0));
    }
  }

  /** Probabilities underflow and have no gradient; logits have. */
  @Test
  void aSaturatedNetworkHasGradientsInItsLogitsOnly() {
    try (Classifier network = changed(logits -> logits.mul(1e6f))) {
      ModelChecks checks = measure(network);

      assertThat(checks.correct()).isEqualTo(COUNT);
      assertThat(checks.confidence().zero()).isGreaterThan(COUNT / 2);
      assertThat(checks.confidence().median()).isZero();
      assertThat(checks.crossEntropy().zero()).isGreaterThan(COUNT / 2);
      assertThat(checks.logit().useless()).isZero();
      assertThat(checks.saturatedConfidence()).isEqualTo(checks.confidence().zero());
      assertThat(checks.saturatedCrossEntropy()).isGreaterThan(COUNT / 2);
    }
  }

  /** The whole ball is worth less than the last digit of the probabilities. */
  @Test
  void aNetworkThatHidesItsGradients() {
    try (Classifier network = changed(logits -> logits.stopGradient().add(logits.mul(1e-12f)))) {
      ModelChecks checks = measure(network);

      assertThat(checks.confidence().zero()).isZero();
      assertThat(checks.confidence().tiny()).isEqualTo(COUNT);
      assertThat(checks.confidence().median()).isBetween(1e-20, 1e-10);
      assertThat(checks.saturatedConfidence()).isZero();
    }
  }

  @Test
  void withoutBudgetNoGradientIsTiny() {
    try (Classifier network = TinyCnn.create()) {
      ModelChecks checks = measure(network, split(network, 11, 10), new ThreatModel("linf", 0));

      assertThat(checks.confidence().useless()).isZero();
    }
  }

  @Test
  void anOutputThatIsNotANumberIsNotCorrect() {
    try (Classifier network = changed(logits -> logits.mul(Float.NaN))) {
      ModelChecks checks = measure(network);

      assertThat(checks.correct()).isZero();
      assertThat(checks.batchSize()).isEqualTo(new Repetition(0, 0));
      assertThat(checks.confidence()).isEqualTo(new InputGradients(0, 0, 0));
    }
  }

  @Test
  void aNumberAgainstNoneDiffersByOne() {
    float[][] number = {{0.5f, 0.5f}};
    float[][] none = {{Float.NaN, Float.NaN}};

    assertThat(Repetition.of(number, none).difference()).isEqualTo(1);
    assertThat(Repetition.of(none, none).difference()).isZero();
    assertThat(Repetition.of(new float[][] {{0.6f, 0.4f}}, new float[][] {{0.25f, 0.75f}}))
        .satisfies(r -> assertThat(r.difference()).isBetween(0.3499, 0.3501))
        .satisfies(r -> assertThat(r.changes()).isEqualTo(1));
  }

  @Test
  void atMostAHundredImagesAreLookedAt() {
    try (Classifier network = TinyCnn.create()) {
      assertThat(measure(network, split(network, 130, 120), THREAT).images()).isEqualTo(100);
    }
  }

  @Test
  void theWorkCanBeEnded() {
    RuntimeException end = new RuntimeException("enough");
    try (Classifier network = TinyCnn.create()) {
      TestSplit split = split(network, 10, 5);

      assertThatThrownBy(
              () ->
                  ModelChecks.measure(
                      network,
                      split,
                      THREAT,
                      () -> {
                        throw end;
                      }))
          .isSameAs(end);
    }
  }

  @Test
  void imagesOfAnotherShapeAreRefused() {
    ImageSet wide = ImageSet.of("wide", CLASSES, 1, 1, 2, new byte[4], new int[2]);
    try (Classifier network = TinyCnn.create()) {
      assertThatThrownBy(
              () -> ModelChecks.measure(network, TestSplit.of(wide, 1, 1), THREAT, () -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1x1x2");
    }
  }

  @Test
  void aSoftmaxAtTheEndHidesTheLogits() {
    try (Classifier network = changed(logits -> logits.logSoftmax(1))) {
      assertThat(measure(network).logProbabilities()).isTrue();
    }
  }

  private static ModelChecks measure(Classifier network) {
    try (Classifier plain = TinyCnn.create()) {
      return measure(network, split(plain, COUNT + 1, COUNT), THREAT);
    }
  }

  private static ModelChecks measure(Classifier network, TestSplit split, ThreatModel threat) {
    return ModelChecks.measure(network, split, threat, () -> {});
  }

  /** Random images with the classes that {@code teacher} gives them. */
  private static TestSplit split(Classifier teacher, int count, int attacked) {
    byte[] pixels = new byte[64 * count];
    new Random(7).nextBytes(pixels);
    ImageSet unlabelled = ImageSet.of("random", CLASSES, 1, 8, 8, pixels, new int[count]);
    Predictions predictions = Inference.predict(teacher, unlabelled, () -> {});
    int[] labels = IntStream.range(0, count).map(predictions::predictedClass).toArray();
    return TestSplit.of(ImageSet.of("random", CLASSES, 1, 8, 8, pixels, labels), attacked, 1);
  }

  private static Classifier torchScript(String name) {
    try {
      Path file = Path.of(ModelChecksTest.class.getResource("/torchscript/" + name).toURI());
      return TorchScriptClassifier.open(
          file, TinyCnn.CLASSES, TinyCnn.INPUT, TorchScriptClassifier.Output.LOGITS, Device.cpu());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** The golden network with other logits. */
  private static Classifier changed(UnaryOperator<NDArray> change) {
    Classifier network = TinyCnn.create();
    return new Classifier() {

      @Override
      public NDArray logits(NDArray images) {
        return change.apply(network.logits(images));
      }

      @Override
      public int classes() {
        return network.classes();
      }

      @Override
      public ImageShape input() {
        return network.input();
      }

      @Override
      public Device device() {
        return network.device();
      }

      @Override
      public void close() {
        network.close();
      }
    };
  }
}
