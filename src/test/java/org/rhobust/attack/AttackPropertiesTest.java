package org.rhobust.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rhobust.tensor.TestArrays.array;
import static org.rhobust.tensor.TestArrays.oneHot;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rhobust.model.Classifier;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.model.TinyCnn;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Seeds;
import org.rhobust.tensor.Torch;
import org.rhobust.threat.Norms;

/** What every attack obeys, whatever it does. A new attack joins with one line in EXAMPLES. */
@ExtendWith(OnComputeThread.class)
class AttackPropertiesTest {

  /** The attack, the norms it is tried on, and its other settings; none is "none". */
  private record Example(String attack, List<String> norms, Map<String, Object> settings) {

    static Example of(String attack, String norms, Object... settings) {
      Map<String, Object> byKey = new HashMap<>();
      for (int i = 0; i < settings.length; i += 2) {
        byKey.put((String) settings[i], settings[i + 1]);
      }
      return new Example(attack, List.of(norms.split(" ")), byKey);
    }
  }

  private static final List<Example> EXAMPLES =
      List.of(
          Example.of("pgd", "linf l2 l1 l0", "initialisation", "uniform", "steps", 8L),
          Example.of("slide", "l1", "initialisation", "uniform", "steps", 8L),
          Example.of("apgd", "linf l2", "steps", 12L),
          Example.of("multi-targeted", "linf l2 l1 l0", "targets", 3L, "steps", 4L),
          Example.of("fgsm", "linf l2 l1"),
          Example.of("transfer", "linf l2 l1 l0", "source", "SOURCE", "steps", 7L, "every", 3L),
          Example.of("distal", "linf l2 l1 l0", "initialisation", "gaussian", "steps", 8L));

  private static final int IMAGES = 4;
  private static final double RELATIVE = 1e-5;

  /** A radius of each norm that binds on images of 1x8x8. */
  private static final Map<String, Double> RADII =
      Map.of("linf", 0.2, "l2", 0.8, "l1", 3.0, "l0", 5.0);

  @TempDir private static Path source;

  @BeforeAll
  static void writeAnotherModel() throws IOException {
    ComputeThread.get()
        .call(
            () -> {
              try (Network network =
                  Networks.create("small", TinyCnn.CLASSES, TinyCnn.INPUT, Device.cpu(), 5)) {
                return ModelDirectory.write(
                    source,
                    ModelDescription.builder("other", "small", TinyCnn.CLASSES, TinyCnn.INPUT)
                        .build(),
                    network.snapshot());
              }
            });
  }

  /** A row an example and norm: the name to show and the settings. */
  static Stream<Map<String, Object>> examples() {
    return EXAMPLES.stream()
        .flatMap(
            example ->
                example.norms().stream()
                    .map(
                        norm -> {
                          Map<String, Object> settings = new HashMap<>(example.settings());
                          settings.put("attack", example.attack());
                          settings.put("norm", norm);
                          settings.put("epsilon", RADII.get(norm));
                          settings.replace("source", source.toString());
                          return settings;
                        }));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyPointObeysTheNormAndTheBoxAndIsCounted(Map<String, Object> settings) {
    for (long seed = 0; seed < 2; seed++) {
      try (Run run = new Run(settings, seed)) {
        int[] points = new int[1];
        NDArray best =
            run.attack(
                (perturbations, logits) -> {
                  points[0]++;
                  run.assertAllowed(perturbations);
                  assertThat(logits.getShape().getShape()).containsExactly(IMAGES, 5);
                  assertThat(logits.toFloatArray())
                      .containsExactly(run.logits(perturbations), within(1e-4f));
                });
        run.assertAllowed(best);
        assertThat(points[0]).isEqualTo(run.attack.evaluations());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anEpsilonOfZeroMovesNothing(Map<String, Object> settings) {
    settings.put("epsilon", 0.0);
    try (Run run = new Run(settings, 1)) {
      NDArray best =
          run.attack(
              (perturbations, logits) ->
                  assertThat(perturbations.abs().toFloatArray()).containsOnly(0f));
      assertThat(best.abs().toFloatArray()).containsOnly(0f);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theSameSeedGivesTheSameAndAnImageIsAttackedAsIfAlone(Map<String, Object> settings) {
    try (Run run = new Run(settings, 2)) {
      float[] together = run.attack(CandidateObserver.none()).toFloatArray();
      assertThat(run.attack(CandidateObserver.none()).toFloatArray()).isEqualTo(together);
      for (int i = 0; i < IMAGES; i++) {
        int size = TinyCnn.INPUT.size();
        assertThat(run.attackAlone(i).toFloatArray())
            .containsExactly(Arrays.copyOfRange(together, i * size, (i + 1) * size), within(1e-5f));
      }
    }
  }

  /** The more steps, the more points; yet the arrays alive in the second half are no more. */
  @ParameterizedTest
  @MethodSource("examples")
  void memoryDoesNotGrowWithSteps(Map<String, Object> settings) {
    settings.computeIfPresent("steps", (key, steps) -> 40L);
    try (Run run = new Run(settings, 3)) {
      List<Integer> alive = new ArrayList<>();
      int before = Torch.liveArrays(Device.cpu());
      try (Scope scope = Scope.open()) {
        run.attack((perturbations, logits) -> alive.add(Torch.liveArrays(Device.cpu())));
      }
      run.attack.close();

      int half = (alive.size() + 1) / 2;
      assertThat(alive.subList(half, alive.size()))
          .allMatch(count -> count <= alive.subList(0, half).stream().max(Integer::compare).get());
      assertThat(Torch.liveArrays(Device.cpu())).isEqualTo(before);
    }
  }

  /** One attack on images, labels and a network that derive from the seed. */
  private static final class Run implements AutoCloseable {

    private final Attack attack;
    private final long seed;
    private final Classifier network;
    private final AttackBatch batch;

    Run(Map<String, Object> settings, long seed) {
      this.seed = seed;
      AttackOptions options = new AttackOptions(settings, key -> key);
      attack = Attacks.of(options);
      options.finish();
      network = TinyCnn.withFreshWeights(seed);
      attack.requireFits(network);
      RandomGenerator random = Seeds.generator(seed);
      float[] pixels = new float[IMAGES * TinyCnn.INPUT.size()];
      for (int i = 0; i < pixels.length; i++) {
        // Many pixels lie on the border of the box, as in real images.
        pixels[i] = Math.max(0, Math.min(1, 2 * random.nextFloat() - 0.5f));
      }
      int[] labels = random.ints(IMAGES, 0, TinyCnn.CLASSES).toArray();
      batch =
          new AttackBatch(
              new int[] {3, 14, 15, 92},
              labels,
              array(pixels, IMAGES, 1, 8, 8),
              oneHot(labels, TinyCnn.CLASSES));
    }

    NDArray attack(CandidateObserver observer) {
      return attack.run(network, batch, 1, seed, observer);
    }

    NDArray attackAlone(int i) {
      String row = i + ":" + (i + 1);
      AttackBatch alone =
          new AttackBatch(
              new int[] {batch.indices()[i]},
              new int[] {batch.labels()[i]},
              batch.images().get(row),
              batch.oneHot().get(row));
      return attack.run(network, alone, 1, seed, CandidateObserver.none());
    }

    float[] logits(NDArray perturbations) {
      return network.logits(attacked().add(perturbations)).toFloatArray();
    }

    void assertAllowed(NDArray perturbations) {
      attack
          .threatModel()
          .ifPresent(
              threat -> {
                NDArray lengths = Norms.of(threat.norm()).measure(perturbations);
                for (float length : lengths.toFloatArray()) {
                  assertThat((double) length)
                      .isLessThanOrEqualTo(threat.epsilon() * (1 + RELATIVE));
                }
              });
      NDArray moved = attacked().add(perturbations);
      assertThat(moved.min().getFloat()).isNotNegative();
      assertThat(moved.max().getFloat()).isLessThanOrEqualTo(1);
    }

    /** Distal examples start from noise in place of the images. */
    private NDArray attacked() {
      return attack.family() == Attack.Family.DISTAL
          ? DistalAttack.noise(batch, 1, seed)
          : batch.images();
    }

    @Override
    public void close() {
      attack.close();
      network.close();
    }
  }
}
