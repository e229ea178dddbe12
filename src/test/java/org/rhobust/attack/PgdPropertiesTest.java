package org.rhobust.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rhobust.tensor.TestArrays.array;
import static org.rhobust.tensor.TestArrays.oneHot;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.rhobust.model.Network;
import org.rhobust.model.TinyCnn;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Seeds;
import org.rhobust.threat.Initialisations;
import org.rhobust.threat.Norms;

/** What every attack obeys, on random networks, images, starts and settings. */
@AddLifecycleHook(OnComputeThread.class)
class PgdPropertiesTest {

  private static final int TRIES = 60;
  private static final int IMAGES = 4;
  private static final double RELATIVE = 1e-5;

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void everyPointObeysTheNormAndTheBox(
      @ForAll("settings") PgdSettings settings, @ForAll long seed) {
    Case attack = new Case(settings, seed);
    attack.run(state -> attack.assertAllowed(state.perturbations()));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void withBacktrackingTheObjectiveNeverGrows(
      @ForAll("settings") PgdSettings settings, @ForAll long seed) {
    float[][] last = new float[2][];
    new Case(withBacktracking(settings), seed)
        .run(
            state -> {
              float[] objective = state.objective().toFloatArray();
              float[] stepSizes = state.stepSizes().toFloatArray();
              for (int i = 0; i < IMAGES && state.iteration() > 0; i++) {
                assertThat(objective[i]).isLessThanOrEqualTo(last[0][i]);
                assertThat(stepSizes[i]).isLessThanOrEqualTo(last[1][i]);
              }
              last[0] = objective;
              last[1] = stepSizes;
            });
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void theResultIsTheBestPointOfThePath(
      @ForAll("settings") PgdSettings settings, @ForAll long seed) {
    float[] best = new float[IMAGES];
    Arrays.fill(best, Float.POSITIVE_INFINITY);
    ProjectedGradientDescent.Result result =
        new Case(settings, seed)
            .run(
                state -> {
                  float[] objective = state.objective().toFloatArray();
                  for (int i = 0; i < IMAGES; i++) {
                    best[i] = Math.min(best[i], objective[i]);
                  }
                });

    assertThat(result.objective().toFloatArray()).isEqualTo(best);
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void anEpsilonOfZeroLeavesTheImagesUntouched(
      @ForAll("settings") PgdSettings settings, @ForAll long seed) {
    ProjectedGradientDescent.Result result =
        new Case(settings.withEpsilon(0), seed).run(PgdObserver.none());

    assertThat(result.perturbations().abs().toFloatArray()).containsOnly(0f);
  }

  /** Dead units give a gradient of zero: the attack stays where it started. */
  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void aFlatObjectiveMovesNothing(@ForAll("settings") PgdSettings settings, @ForAll long seed) {
    Case attack = new Case(settings.withInitialisation("zero"), seed);
    ProjectedGradientDescent.Result result = attack.runOnFlatNetwork();

    assertThat(result.perturbations().abs().toFloatArray()).containsOnly(0f);
    assertThat(result.objective().isNaN().any().getBoolean()).isFalse();
  }

  @Provide
  Arbitrary<PgdSettings> settings() {
    Arbitrary<Integer> norm = Arbitraries.integers().between(0, Norms.all().size() - 1);
    Arbitrary<Integer> size = Arbitraries.integers().between(0, 2);
    Arbitrary<Double> step = Arbitraries.of(0.01, 0.5, 20.0);
    Arbitrary<Double> momentum = Arbitraries.of(0.0, 0.5, 0.9);
    Arbitrary<Double> backtracking = Arbitraries.of(1.5, 1.1).injectNull(0.4);
    Arbitrary<String> objective = Arbitraries.of(List.of(Objectives.names().split(", ")));
    Arbitrary<String> start = Arbitraries.of(List.of(Initialisations.names().split(", ")));
    return Combinators.combine(norm, size, step, momentum, backtracking, objective, start)
        .as(
            (n, e, a, m, b, o, s) ->
                new PgdSettings(Norms.all().get(n).name(), RADII[n][e], 6, a, m, b, o, 1, s, 1));
  }

  /** Small, usual and large radii of each norm, in the order of {@link Norms#all}. */
  private static final double[][] RADII = {
    {0.03, 0.3, 2}, {0.1, 1.5, 20}, {0.5, 6, 100}, {1, 5.5, 64}
  };

  private static PgdSettings withBacktracking(PgdSettings s) {
    return new PgdSettings(
        s.norm(),
        s.epsilon(),
        s.steps(),
        s.stepSize(),
        s.momentum(),
        1.5,
        s.objective(),
        s.target(),
        s.initialisation(),
        s.restarts());
  }

  /** An attack whose network, images, labels and starts all derive from the seed. */
  private static final class Case {

    private final PgdSettings settings;
    private final long seed;
    private final NDArray images;
    private final NDArray labels;
    private final NDArray start;

    Case(PgdSettings settings, long seed) {
      this.settings = settings;
      this.seed = seed;
      int size = TinyCnn.INPUT.size();
      RandomGenerator random = Seeds.generator(seed);
      float[] pixels = new float[IMAGES * size];
      float[] starts = new float[IMAGES * size];
      int[] classes = new int[IMAGES];
      for (int i = 0; i < pixels.length; i++) {
        // Many pixels lie on the border of the box, as in real images.
        pixels[i] = Math.max(0, Math.min(1, 2 * random.nextFloat() - 0.5f));
      }
      for (int i = 0; i < IMAGES; i++) {
        classes[i] = random.nextInt(TinyCnn.CLASSES);
        float[] one =
            Initialisations.of(settings.initialisation())
                .draw(size, Norms.of(settings.norm()), settings.epsilon(), random);
        System.arraycopy(one, 0, starts, i * size, size);
      }
      images = array(pixels, IMAGES, 1, 8, 8);
      start = array(starts, IMAGES, 1, 8, 8);
      labels = oneHot(classes, TinyCnn.CLASSES);
    }

    ProjectedGradientDescent.Result run(PgdObserver observer) {
      try (Network network = TinyCnn.withFreshWeights(seed)) {
        return attack(network, observer);
      }
    }

    ProjectedGradientDescent.Result runOnFlatNetwork() {
      try (Network network = TinyCnn.withFreshWeights(seed)) {
        network.weights().get("conv.weight").muli(0);
        return attack(network, state -> assertAllowed(state.perturbations()));
      }
    }

    private ProjectedGradientDescent.Result attack(Network network, PgdObserver observer) {
      ProjectedGradientDescent.Result result =
          new ProjectedGradientDescent(settings).run(network, images, labels, start, observer);
      assertAllowed(result.perturbations());
      return result;
    }

    void assertAllowed(NDArray perturbations) {
      double limit = settings.epsilon() * (1 + RELATIVE);
      for (float length : Norms.of(settings.norm()).measure(perturbations).toFloatArray()) {
        assertThat((double) length).isLessThanOrEqualTo(limit);
      }
      for (float pixel : images.add(perturbations).toFloatArray()) {
        assertThat(pixel).isBetween(0f, 1f);
      }
    }
  }
}
