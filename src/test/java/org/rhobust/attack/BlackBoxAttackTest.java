package org.rhobust.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rhobust.attack.BlackBoxCase.CLASSES;
import static org.rhobust.attack.BlackBoxCase.attack;
import static org.rhobust.attack.BlackBoxCase.batch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.rhobust.attack.BlackBoxCase.Linear;
import org.rhobust.data.Corruptions;
import org.rhobust.model.ImageShape;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Torch;
import org.rhobust.threat.Norms;

/** What the attacks without gradients, frames and corruptions all obey. */
@AddLifecycleHook(OnComputeThread.class)
class BlackBoxAttackTest {

  private static final ImageShape SHAPE = new ImageShape(2, 9, 7);
  private static final int[] INDICES = {4, 9, 2};
  private static final double RELATIVE = 1e-5;

  @Property(tries = 80, shrinking = ShrinkingMode.OFF)
  void everyPointThatIsEvaluatedIsReportedAndObeysTheNormAndTheBox(
      @ForAll("attacks") Attack attack, @ForAll long seed) {
    List<Integer> sizes = new ArrayList<>();
    run(
        attack,
        seed,
        (batch, points) -> {
          sizes.add((int) points.getShape().get(0));
          assertAllowed(attack, batch, points);
        });

    assertThat(sizes).hasSize(attack.evaluations()).containsOnly(INDICES.length);
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void theResultIsTheReportedPointOfLowestObjective(
      @ForAll("attacks") Attack attack, @ForAll long seed) {
    try (Scope scope = Scope.open();
        Linear model = Linear.of(SHAPE, CLASSES, seed)) {
      AttackBatch batch = batch(SHAPE, CLASSES, seed, INDICES);
      Objective objective = Objectives.of("confidence");
      float[] lowest = new float[INDICES.length];
      Arrays.fill(lowest, Float.POSITIVE_INFINITY);
      NDArray result =
          attack.run(
              model,
              batch,
              0,
              seed,
              (points, logits) -> {
                float[] values = objective.evaluate(logits, batch.oneHot()).toFloatArray();
                for (int i = 0; i < lowest.length; i++) {
                  lowest[i] = Math.min(lowest[i], values[i]);
                }
              });
      NDArray logits = model.logits(batch.images().add(result));

      assertAllowed(attack, batch, result);
      float[] found = objective.evaluate(logits, batch.oneHot()).toFloatArray();
      for (int i = 0; i < lowest.length; i++) {
        assertThat(Math.abs(found[i] - lowest[i])).isLessThan(1e-5f);
      }
    }
  }

  /**
   * The seed is fixed: between two equal points a rounding error of the batch's size may decide.
   */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF, seed = "4")
  void theSameSeedRepeatsAnAttackInAnyBatch(@ForAll("attacks") Attack attack, @ForAll long seed) {
    float[] inBatch = run(attack, seed, 0, INDICES);
    int size = SHAPE.size();

    assertThat(run(attack, seed, 0, INDICES)).isEqualTo(inBatch);
    assertThat(run(attack, seed, 0, INDICES[1]))
        .isEqualTo(Arrays.copyOfRange(inBatch, size, 2 * size));
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void anotherSeedOrRestartDrawsOtherPoints(@ForAll("bounded") String[] keys, @ForAll long seed) {
    Attack attack = bounded(keys, 0.25 * radius(keys[1]));
    float[] points = firstPoints(attack, seed, 0);

    assertThat(firstPoints(attack, seed, 1)).isNotEqualTo(points);
    assertThat(firstPoints(attack, seed + 1, 0)).isNotEqualTo(points);
  }

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void anEpsilonOfZeroLeavesTheImagesUntouched(
      @ForAll("bounded") String[] keys, @ForAll long seed) {
    run(
        bounded(keys, 0),
        seed,
        (batch, points) -> assertThat(points.abs().toFloatArray()).containsOnly(0f));
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void nothingPilesUpFromPointToPoint(@ForAll("attacks") Attack attack, @ForAll long seed) {
    List<Integer> alive = new ArrayList<>();
    int before = Torch.liveArrays(Device.cpu());
    run(attack, seed, (batch, points) -> alive.add(Torch.liveArrays(Device.cpu())));

    int early = alive.get(Math.min(2, alive.size() - 1));
    assertThat(alive.get(alive.size() - 1)).isLessThanOrEqualTo(early);
    assertThat(Torch.liveArrays(Device.cpu())).isEqualTo(before);
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void aFrameLeavesTheRestOfThePictureAsItIs(@ForAll long seed) {
    int width = 2;
    Attack attack = attack("attack", "frames", "width", width, "steps", 8, "step-size", 0.3);
    run(
        attack,
        seed,
        (batch, points) -> {
          float[] values = points.toFloatArray();
          for (int i = 0; i < values.length; i++) {
            int row = i / SHAPE.width() % SHAPE.height();
            int column = i % SHAPE.width();
            boolean inside =
                Math.min(row, SHAPE.height() - 1 - row) >= width
                    && Math.min(column, SHAPE.width() - 1 - column) >= width;
            if (inside) {
              assertThat(values[i]).isZero();
            }
          }
        });
  }

  /** In a linear model the best frame is black or white, by the sign of the slope. */
  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void aFrameReachesTheOptimumOfALinearModel(@ForAll long seed) {
    Attack attack =
        attack(
            "attack", "frames", "width", 1, "objective", "margin", "steps", 60, "step-size", 0.2);
    try (Scope scope = Scope.open();
        Linear model = Linear.of(SHAPE, 2, seed)) {
      float[] points =
          attack
              .run(model, BlackBoxCase.grey(SHAPE, 2, 1), 0, seed, CandidateObserver.none())
              .toFloatArray();
      int changed = 0;
      for (int k = 0; k < points.length; k++) {
        if (points[k] != 0) {
          assertThat(points[k]).isEqualTo(model.slope(k) > 0 ? -0.5f : 0.5f);
          changed++;
        }
      }
      assertThat(changed)
          .isEqualTo(SHAPE.channels() * (2 * SHAPE.height() + 2 * SHAPE.width() - 4));
    }
  }

  @Property(tries = 1)
  void aFrameThatLeavesNothingIsRefused() {
    try (Linear model = Linear.of(SHAPE, CLASSES, 0)) {
      attack("attack", "frames", "width", 3).requireFits(model);
      assertThatThrownBy(() -> attack("attack", "frames", "width", 4).requireFits(model))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "a frame of width 4 leaves nothing of a picture of 2x9x7; the width can be 3 at most");
    }
  }

  @Property(tries = 1)
  void settingsThatDoNotFitAreRefusedWithTheirPlace() {
    refused("test, norm 'l1' is unknown; use one of l2, linf", "square", "norm", "l1");
    refused("test, norm 'l0' is unknown;", "noise", "kind", "bernoulli", "norm", "l0");
    refused("test, kind 'pink' is unknown;", "noise", "kind", "pink");
    refused("test, draws is 0;", "noise", "norm", "l2", "epsilon", 1.0, "draws", 0);
    refused("test, severity is 6;", "corruption", "kind", "blur", "severity", 6);
    refused("test, kind is missing", "corruption");
    refused("test, objective 'targeted' is unknown;", "frames", "objective", "targeted");
  }

  @Provide
  Arbitrary<Attack> attacks() {
    Arbitrary<Attack> inBall =
        Combinators.combine(bounded(), Arbitraries.of(0.02, 0.25, 3.0))
            .as((keys, share) -> bounded(keys, share * radius(keys[1])));
    Arbitrary<Attack> frames =
        Arbitraries.of("uniform", "zero")
            .map(start -> attack("attack", "frames", "steps", 8, "initialisation", start));
    Arbitrary<Attack> corruptions =
        Combinators.combine(
                Arbitraries.of(Corruptions.names()),
                Arbitraries.integers().between(1, Corruptions.SEVERITIES))
            .as((kind, s) -> attack("attack", "corruption", "kind", kind, "severity", s));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, inBall),
        net.jqwik.api.Tuple.of(1, frames),
        net.jqwik.api.Tuple.of(1, corruptions));
  }

  /** Kind of attack, norm, kind of noise. */
  @Provide
  Arbitrary<String[]> bounded() {
    List<String[]> all = new ArrayList<>();
    all.add(new String[] {"square", "linf", ""});
    all.add(new String[] {"square", "l2", ""});
    for (NoiseKind kind : NoiseKind.values()) {
      for (String norm : kind.norms()) {
        all.add(new String[] {"noise", norm, kind.key()});
      }
    }
    return Arbitraries.of(all);
  }

  private static Attack bounded(String[] keys, double epsilon) {
    return keys[0].equals("square")
        ? attack("attack", "square", "norm", keys[1], "epsilon", epsilon, "queries", 60)
        : attack(
            "attack", "noise", "norm", keys[1], "epsilon", epsilon, "kind", keys[2], "draws", 200);
  }

  /** About the length of an image of the test. */
  private static double radius(String norm) {
    return switch (norm) {
      case "linf" -> 1;
      case "l2" -> 6;
      case "l1" -> 60;
      default -> SHAPE.size();
    };
  }

  private static void refused(String start, String name, Object... settings) {
    Object[] all = new Object[settings.length + 2];
    all[0] = "attack";
    all[1] = name;
    System.arraycopy(settings, 0, all, 2, settings.length);
    assertThatThrownBy(() -> attack(all))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(start);
  }

  private static void assertAllowed(Attack attack, AttackBatch batch, NDArray points) {
    attack
        .threatModel()
        .ifPresent(
            threat -> {
              for (float length : Norms.of(threat.norm()).measure(points).toFloatArray()) {
                assertThat((double) length).isLessThanOrEqualTo(threat.epsilon() * (1 + RELATIVE));
              }
            });
    for (float pixel : batch.images().add(points).toFloatArray()) {
      assertThat(pixel).isBetween(0f, 1f);
    }
  }

  @FunctionalInterface
  private interface Watcher {
    void see(AttackBatch batch, NDArray points);
  }

  private static void run(Attack attack, long seed, Watcher watcher) {
    try (Scope scope = Scope.open();
        Linear model = Linear.of(SHAPE, CLASSES, seed)) {
      AttackBatch batch = batch(SHAPE, CLASSES, seed, INDICES);
      attack.run(model, batch, 0, seed, (points, logits) -> watcher.see(batch, points));
    }
  }

  private static float[] run(Attack attack, long seed, int restart, int... indices) {
    try (Scope scope = Scope.open();
        Linear model = Linear.of(SHAPE, CLASSES, 3)) {
      AttackBatch batch = batch(SHAPE, CLASSES, 3, indices);
      // Adding 0 turns −0 into 0.
      return attack
          .run(model, batch, restart, seed, CandidateObserver.none())
          .add(0f)
          .toFloatArray();
    }
  }

  private static float[] firstPoints(Attack attack, long seed, int restart) {
    List<float[]> points = new ArrayList<>();
    try (Scope scope = Scope.open();
        Linear model = Linear.of(SHAPE, CLASSES, 3)) {
      AttackBatch batch = batch(SHAPE, CLASSES, 3, INDICES);
      attack.run(
          model,
          batch,
          restart,
          seed,
          (perturbations, logits) -> points.add(perturbations.toFloatArray()));
    }
    return points.get(0);
  }
}
