package org.rhobust.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rhobust.attack.PgdObserver;
import org.rhobust.model.Network;
import org.rhobust.model.TinyCnn;
import org.rhobust.model.WeightTensor;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Torch;

@ExtendWith(OnComputeThread.class)
class TrainingLoopTest {

  private static final int STEPS = 5;

  /** Bits are equal for an equal thread count. */
  @BeforeEach
  void oneThread() {
    ComputeThread.get()
        .call(
            () -> {
              Torch.setThreads(1);
              return null;
            });
  }

  @ParameterizedTest
  @EnumSource(TrainingMethod.class)
  void equalSeedsGiveEqualWeightsAndOthersDoNot(TrainingMethod method) {
    Map<String, WeightTensor> weights = train(TinyTraining.settings(method, 0.5, 1));

    assertThat(train(TinyTraining.settings(method, 0.5, 1))).isEqualTo(weights);
    assertThat(train(TinyTraining.settings(method, 0.5, 2))).isNotEqualTo(weights);
  }

  /** Stops after each step in turn, in the middle and at the end of an epoch. */
  @ParameterizedTest
  @EnumSource(TrainingMethod.class)
  void aRunThatStopsAndGoesOnInFreshObjectsEndsAtTheSameWeights(TrainingMethod method) {
    TrainingSettings settings = TinyTraining.settings(method, 0.5, 1);
    Map<String, WeightTensor> whole = train(settings);

    for (int stop = 1; stop < STEPS; stop++) {
      assertThat(trainWithAStop(settings, stop)).isEqualTo(whole);
    }
  }

  @Test
  void interactiveWorkBetweenTheStepsChangesNothing() {
    TrainingSettings settings = TinyTraining.settings(TrainingMethod.CONFIDENCE_CALIBRATED, 0.5, 1);
    Map<String, WeightTensor> alone = train(settings);

    Map<String, WeightTensor> inspected;
    try (Network network = TinyCnn.create();
        Sgd optimiser = new Sgd(settings.optimiser(), network.weights())) {
      PgdObserver inspect =
          state -> {
            NDArray points = state.perturbations().duplicate();
            Gradients.of(points, () -> network.logits(points).sum());
          };
      run(settings, network, optimiser, 1, STEPS, inspect);
      inspected = network.snapshot();
    }
    assertThat(inspected).isEqualTo(alone);
  }

  @Test
  void stepsAndEpochsAreCounted() {
    TrainingSettings settings = TinyTraining.settings(TrainingMethod.NORMAL, 0.5, 1);
    try (Network network = TinyCnn.create();
        Sgd optimiser = new Sgd(settings.optimiser(), network.weights())) {
      TrainingLoop loop = loop(settings, network, optimiser, PgdObserver.none());

      assertThat(loop.stepsPerEpoch()).isEqualTo(3);
      assertThat(loop.totalSteps()).isEqualTo(6);
      assertThat(new int[] {loop.epochOf(1), loop.epochOf(3), loop.epochOf(4), loop.epochOf(6)})
          .containsExactly(1, 1, 2, 2);
      StepMetrics metrics = loop.run(4);
      assertThat(metrics.step()).isEqualTo(4);
      assertThat(metrics.epoch()).isEqualTo(2);
      assertThat(metrics.learningRate()).isEqualTo(0.05);
    }
  }

  @Test
  void trainingLowersTheLoss() {
    TrainingSettings settings =
        TinyTraining.settings(TrainingMethod.CONFIDENCE_CALIBRATED, 0.5, 1).toBuilder()
            .epochs(40)
            .build();
    try (Network network = TinyCnn.create();
        Sgd optimiser = new Sgd(settings.optimiser(), network.weights())) {
      TrainingLoop loop = loop(settings, network, optimiser, PgdObserver.none());
      double first = loop.run(1).cleanLoss();
      StepMetrics last = null;
      for (int step = 2; step <= loop.totalSteps(); step++) {
        last = loop.run(step);
      }
      assertThat(last.cleanLoss()).isLessThan(first);
    }
  }

  @Test
  void tooFewImagesAreRefused() {
    TrainingSettings settings =
        TinyTraining.settings(TrainingMethod.NORMAL, 0.5, 1).toBuilder().examples(1000).build();
    try (Network network = TinyCnn.create();
        Sgd optimiser = new Sgd(settings.optimiser(), network.weights())) {
      assertThatThrownBy(() -> loop(settings, network, optimiser, PgdObserver.none()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1000");
    }
  }

  private static Map<String, WeightTensor> train(TrainingSettings settings) {
    try (Network network = TinyCnn.create();
        Sgd optimiser = new Sgd(settings.optimiser(), network.weights())) {
      run(settings, network, optimiser, 1, STEPS, PgdObserver.none());
      return network.snapshot();
    }
  }

  private static Map<String, WeightTensor> trainWithAStop(TrainingSettings settings, int stop) {
    Map<String, WeightTensor> weights;
    Map<String, WeightTensor> velocities;
    try (Network network = TinyCnn.create();
        Sgd optimiser = new Sgd(settings.optimiser(), network.weights())) {
      run(settings, network, optimiser, 1, stop, PgdObserver.none());
      weights = network.snapshot();
      velocities = optimiser.snapshot();
    }
    try (Network network = TinyCnn.withFreshWeights(99);
        Sgd optimiser = new Sgd(settings.optimiser(), network.weights())) {
      network.restore(weights);
      optimiser.restore(velocities);
      run(settings, network, optimiser, stop + 1, STEPS, PgdObserver.none());
      return network.snapshot();
    }
  }

  private static void run(
      TrainingSettings settings,
      Network network,
      Sgd optimiser,
      int from,
      int to,
      PgdObserver observer) {
    TrainingLoop loop = loop(settings, network, optimiser, observer);
    for (int step = from; step <= to; step++) {
      loop.run(step);
    }
  }

  private static TrainingLoop loop(
      TrainingSettings settings, Network network, Sgd optimiser, PgdObserver observer) {
    return new TrainingLoop(settings, network, optimiser, TinyTraining.images(), observer);
  }
}
