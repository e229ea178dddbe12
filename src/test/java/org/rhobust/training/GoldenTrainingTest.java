package org.rhobust.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rhobust.tensor.TestArrays.assertClose;
import static org.rhobust.tensor.TestArrays.assertGolden;
import static org.rhobust.tensor.TestArrays.golden;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.Golden;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdSettings;
import org.rhobust.attack.ProjectedGradientDescent;
import org.rhobust.model.Network;
import org.rhobust.model.TinyCnn;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.TestArrays;

/** Three steps of confidence-calibrated training move the weights as the reference does. */
@ExtendWith(OnComputeThread.class)
class GoldenTrainingTest {

  /** float32 against float64 over three steps, each with an attack of ten. */
  private static final double TOLERANCE = 1e-5;

  private static final String GOLDEN = "ccat_training_steps";

  @Test
  void threeSteps() {
    try (Network network = TinyCnn.create();
        Sgd optimiser = new Sgd(settings().optimiser(), network.weights())) {
      TrainingStep training = new TrainingStep(settings(), network, optimiser, PgdObserver.none());
      for (int i = 0; i < 3; i++) {
        assertAttackAndGradients(network, i);
        StepMetrics metrics =
            training.run(
                i + 1, 1, settings().optimiser().learningRate(), images(), labels(), starts());
        assertStep(metrics, i);
        assertWeights(network, i);
      }
    }
  }

  /** What the step computes on its way, with the weights as they are before it. */
  private static void assertAttackAndGradients(Network network, int i) {
    NDArray perturbations =
        new ProjectedGradientDescent(settings().attack())
            .run(
                network,
                golden(GOLDEN, "adv_inputs"),
                TestArrays.oneHot(Golden.integers(GOLDEN, "adv_labels"), TinyCnn.CLASSES),
                golden(GOLDEN, "delta0"),
                PgdObserver.none())
            .perturbations();
    assertGolden(perturbations, TOLERANCE, GOLDEN, "steps", i, "adv_perturbations");
    NDArray inputs =
        golden(GOLDEN, "clean_inputs").concat(golden(GOLDEN, "adv_inputs").add(perturbations));
    NDArray targets =
        TestArrays.oneHot(Golden.integers(GOLDEN, "clean_labels"), TinyCnn.CLASSES)
            .concat(golden(GOLDEN, "steps", i, "adv_targets"));
    assertGolden(network.trainingLogits(inputs), TOLERANCE, GOLDEN, "steps", i, "logits");
    List<NDArray> gradients =
        Gradients.of(
            List.copyOf(network.weights().values()),
            () -> CrossEntropyDivergence.mean(network.trainingLogits(inputs), targets));
    int parameter = 0;
    for (String name : network.weights().keySet()) {
      String golden = TinyCnn.GOLDEN_NAMES.get(name);
      NDArray gradient = gradients.get(parameter++);
      assertGolden(gradient, TOLERANCE, GOLDEN, "steps", i, "grads", golden);
    }
  }

  private static void assertStep(StepMetrics metrics, int i) {
    assertClose(metrics.norms(), Golden.numbers(GOLDEN, "steps", i, "norms"), TOLERANCE);
    assertThat(metrics.cleanLoss())
        .isCloseTo(Golden.number(GOLDEN, "steps", i, "clean_loss"), within(TOLERANCE));
    assertThat(metrics.adversarialLoss())
        .isCloseTo(Golden.number(GOLDEN, "steps", i, "adv_loss"), within(TOLERANCE));
    int[] labels = Golden.integers(GOLDEN, "adv_labels");
    for (int example = 0; example < labels.length; example++) {
      double lambda = metrics.lambdas()[example];
      double target = Golden.number(GOLDEN, "steps", i, "adv_targets", example, labels[example]);
      assertThat(lambda + (1 - lambda) / TinyCnn.CLASSES).isCloseTo(target, within(TOLERANCE));
    }
  }

  private static void assertWeights(Network network, int i) {
    TinyCnn.GOLDEN_NAMES.forEach(
        (name, golden) ->
            assertClose(
                network.weights().get(name).toFloatArray(),
                Golden.numbers(GOLDEN, "steps", i, "weights_after", golden),
                TOLERANCE));
  }

  private static TrainingSettings settings() {
    PgdSettings attack =
        new PgdSettings(
            Golden.at(GOLDEN, "pgd", "norm").getAsString(),
            Golden.number(GOLDEN, "epsilon"),
            (int) Golden.number(GOLDEN, "pgd", "iterations"),
            Golden.number(GOLDEN, "pgd", "base_lr"),
            Golden.number(GOLDEN, "pgd", "momentum"),
            Golden.number(GOLDEN, "pgd", "lr_factor"),
            "confidence",
            null,
            "zero",
            1);
    double rate = Golden.number(GOLDEN, "sgd", "lr");
    double momentum = Golden.number(GOLDEN, "sgd", "momentum");
    return new TrainingSettings(
        "golden",
        "mnist",
        "tiny",
        TrainingMethod.CONFIDENCE_CALIBRATED,
        6,
        null,
        List.of(),
        null,
        3,
        6,
        0,
        new OptimiserSettings(rate, momentum, false, 0, "constant", 1, List.of()),
        "power",
        Golden.number(GOLDEN, "rho"),
        0.5,
        attack,
        List.of("zero"));
  }

  private static NDArray images() {
    return golden(GOLDEN, "clean_inputs").concat(golden(GOLDEN, "adv_inputs"));
  }

  private static int[] labels() {
    return IntStream.concat(
            IntStream.of(Golden.integers(GOLDEN, "clean_labels")),
            IntStream.of(Golden.integers(GOLDEN, "adv_labels")))
        .toArray();
  }

  private static float[] starts() {
    return Golden.floats(GOLDEN, "delta0");
  }
}
