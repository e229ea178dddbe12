package org.rhobust.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rhobust.tensor.TestArrays.array;
import static org.rhobust.tensor.TestArrays.assertClose;
import static org.rhobust.tensor.TestArrays.assertGolden;
import static org.rhobust.tensor.TestArrays.golden;
import static org.rhobust.tensor.TestArrays.oneHot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.Golden;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.OnComputeThread;

@ExtendWith(OnComputeThread.class)
class ObjectivesTest {

  /** float32 against float64, for values up to 1. */
  private static final double TOLERANCE = 1e-6;

  /** The same for a cross-entropy of saturated logits, about 300. */
  private static final double LARGE = 1e-4;

  private static final double E = Math.E;

  @ParameterizedTest
  @CsvSource({"objective_f7p,confidence", "objective_f0,cross-entropy"})
  void goldenValuesAndGradients(String key, String name) {
    NDArray logits = golden(key, "logits");
    NDArray labels = oneHot(Golden.integers(key, "labels"), 10);

    NDArray[] value = new NDArray[1];
    NDArray gradient =
        Gradients.of(
            logits,
            () -> {
              value[0] = Objectives.of(name).evaluate(logits, labels);
              return value[0].sum();
            });

    assertGolden(value[0], name.equals("confidence") ? TOLERANCE : LARGE, key, "value");
    assertGolden(gradient, TOLERANCE, key, "grad_of_sum");
  }

  @Test
  void goldenValuesAndGradientsOfABinaryModelOfOneLogit() {
    String key = "objective_f7p_binary";
    NDArray logit = golden(key, "logits");
    NDArray labels = oneHot(Golden.integers(key, "labels"), 2);

    NDArray[] value = new NDArray[1];
    NDArray gradient =
        Gradients.of(
            logit,
            () -> {
              NDArray logits = NDArrays.concat(new NDList(logit.zerosLike(), logit), 1);
              value[0] = Objectives.of("confidence").evaluate(logits, labels);
              return value[0].sum();
            });

    assertGolden(value[0], TOLERANCE, key, "value");
    assertGolden(gradient, TOLERANCE, key, "grad_of_sum");
  }

  @Test
  void logitIsTheLargestOfTheOtherClasses() {
    assertObjective("logit", new float[] {2, 1, -3, 4}, 3, -2);
    assertObjective("logit", new float[] {-200, -100, -300}, 1, 200);
  }

  @Test
  void marginIsPositiveWhereTheTrueClassWins() {
    assertObjective("margin", new float[] {2, 1, 0.5f}, 0, 1);
    assertObjective("margin", new float[] {2, 1, 0.5f}, 2, -1.5);
    assertObjective("margin", new float[] {1000, -1000, -1500}, 0, 2000);
  }

  @Test
  void targetedLooksAtItsClassWhateverTheLabel() {
    float[] logits = {0, 1, 2};
    double expected = -E / (1 + E + E * E);
    for (int label = 0; label < 3; label++) {
      NDArray value =
          Objectives.of("targeted", 1).evaluate(array(logits, 1, 3), oneHot(new int[] {label}, 3));
      assertClose(value.toFloatArray(), new double[] {expected}, TOLERANCE);
    }
  }

  @Test
  void distalTakesTheTrueClassToo() {
    assertObjective("distal", new float[] {0, 1, 2}, 2, -E * E / (1 + E + E * E));
    assertObjective("distal", new float[] {0, 1, 2}, 0, -E * E / (1 + E + E * E));
  }

  @ParameterizedTest
  @CsvSource({
    "confidence,0,-0.7310586",
    "confidence,1,-0.2689414",
    "cross-entropy,0,-1.3132617",
    "cross-entropy,1,-0.3132617",
    "logit,0,-1",
    "logit,1,0",
    "margin,0,-1",
    "margin,1,1",
    "distal,0,-0.7310586"
  })
  void twoClasses(String name, int label, double expected) {
    assertObjective(name, new float[] {0, 1}, label, expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"confidence", "cross-entropy", "logit", "margin", "distal", "targeted"})
  void tiedClassesHaveAFiniteGradientThatDescends(String name) {
    NDArray logits = array(new float[] {1, 1, 1, 0, 0, 0}, 2, 3);
    NDArray labels = oneHot(new int[] {0, 2}, 3);
    Objective objective = Objectives.of(name, 1);

    NDArray gradient = Gradients.of(logits, () -> objective.evaluate(logits, labels).sum());
    float before = objective.evaluate(logits, labels).sum().getFloat();
    float after = objective.evaluate(logits.sub(gradient.mul(0.1f)), labels).sum().getFloat();

    assertThat(gradient.isNaN().any().getBoolean()).isFalse();
    assertThat(after).isLessThan(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"confidence", "cross-entropy", "logit", "margin", "distal", "targeted"})
  void saturatedLogitsGiveNoNan(String name) {
    NDArray logits = array(new float[] {300, -300, 0, -300, 300, 0}, 2, 3);
    NDArray labels = oneHot(new int[] {0, 0}, 3);
    Objective objective = Objectives.of(name, 2);

    NDArray gradient = Gradients.of(logits, () -> objective.evaluate(logits, labels).sum());

    assertThat(objective.evaluate(logits, labels).isNaN().any().getBoolean()).isFalse();
    assertThat(gradient.isNaN().any().getBoolean()).isFalse();
  }

  @Test
  void aTargetOutsideTheClassesIsRefused() {
    NDArray logits = array(new float[] {0, 1}, 1, 2);
    NDArray labels = oneHot(new int[] {0}, 2);

    assertThatThrownBy(() -> Objectives.of("targeted", 2).evaluate(logits, labels))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("target 2 is outside 0..1");
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Objectives.of("hinge"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("objective 'hinge' is unknown; use one of " + Objectives.names());
    assertThat(Objectives.names())
        .isEqualTo("confidence, cross-entropy, logit, margin, targeted, distal");
  }

  private static void assertObjective(String name, float[] logits, int label, double expected) {
    NDArray value =
        Objectives.of(name)
            .evaluate(array(logits, 1, logits.length), oneHot(new int[] {label}, logits.length));
    assertClose(value.toFloatArray(), new double[] {expected}, TOLERANCE);
  }
}
