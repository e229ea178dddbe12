package org.rhobust.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rhobust.tensor.TestArrays.assertClose;
import static org.rhobust.tensor.TestArrays.assertGolden;
import static org.rhobust.tensor.TestArrays.golden;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.model.Network;
import org.rhobust.model.TinyCnn;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.OnComputeThread;

/** The attack takes the reference's path, step by step. */
@ExtendWith(OnComputeThread.class)
class GoldenPgdTest {

  /** float32 against float64 over one pass through the network. */
  private static final double VALUE = 2e-6;

  /** The same over a path of ten steps. */
  private static final double PATH = 5e-6;

  private static final String CNN = "tiny_cnn";

  @Test
  void logitsProbabilitiesAndInputGradientOfTheNetwork() {
    try (Network network = TinyCnn.create()) {
      NDArray images = golden(CNN, "inputs");
      NDArray logits = network.logits(images);
      NDArray objective = Objectives.of("confidence").evaluate(logits, GoldenPgd.oneHot());

      assertGolden(logits, VALUE, CNN, "clean_logits");
      assertGolden(logits.softmax(1), VALUE, CNN, "clean_probs");
      assertGolden(objective, VALUE, CNN, "clean_f7p");
      assertGolden(gradient(network, images, "confidence"), VALUE, CNN, "clean_f7p_input_grad");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linf_f7p",
        "linf_f7p_nobacktrack",
        "l2_f7p",
        "l2_f7p_nobacktrack",
        "linf_f0",
        "linf_f7p_small"
      })
  void everyStepOfThePath(String name) {
    try (Network network = TinyCnn.create()) {
      GoldenPgd.Trace trace = GoldenPgd.attack(network, name);

      GoldenPgd.assertPath(trace, name, PATH);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"linf_f7p", "l2_f7p", "linf_f0", "linf_f7p_small"})
  void inputGradientsAlongThePath(String name) {
    String objective = GoldenPgd.settings(name).objective();
    try (Network network = TinyCnn.create()) {
      NDArray images = golden(CNN, "inputs");
      for (int i = 0; i <= GoldenPgd.STEPS; i++) {
        NDArray point = images.add(golden(CNN, "pgd", name, "perturbations", i));
        assertGolden(
            gradient(network, point, objective), VALUE, CNN, "pgd", name, "input_gradients", i);
      }
    }
  }

  @Test
  void anAttackLeavesNoGradientOnTheWeights() {
    try (Network network = TinyCnn.create()) {
      GoldenPgd.attack(network, "linf_f7p");
      NDArray weight = network.weights().get("fc.bias");
      float[] gradient = Gradients.of(weight, weight::sum).toFloatArray();

      assertThat(gradient).containsOnly(1f);
    }
  }

  @Test
  void anExampleIsAttackedAsIfItWereAlone() {
    try (Network network = TinyCnn.create()) {
      float[] batch = GoldenPgd.attack(network, "l2_f7p").best();
      int size = TinyCnn.INPUT.size();
      List<Double> alone =
          IntStream.range(0, 3)
              .boxed()
              .flatMap(
                  i -> {
                    var result =
                        new ProjectedGradientDescent(GoldenPgd.settings("l2_f7p"))
                            .run(
                                network,
                                golden(CNN, "inputs").get(i + ":" + (i + 1)),
                                GoldenPgd.oneHot().get(i + ":" + (i + 1)),
                                golden(CNN, "delta0").get(i + ":" + (i + 1)),
                                PgdObserver.none());
                    float[] best = result.perturbations().toFloatArray();
                    return IntStream.range(0, size).mapToObj(k -> (double) best[k]);
                  })
              .toList();

      assertClose(batch, alone.stream().mapToDouble(Double::doubleValue).toArray(), PATH);
    }
  }

  private static NDArray gradient(Network network, NDArray images, String objective) {
    return Gradients.of(
        images,
        () -> Objectives.of(objective).evaluate(network.logits(images), GoldenPgd.oneHot()).sum());
  }
}
