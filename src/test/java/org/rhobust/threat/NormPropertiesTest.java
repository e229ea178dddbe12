package org.rhobust.threat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rhobust.tensor.TestArrays.array;
import static org.rhobust.tensor.TestArrays.assertClose;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.rhobust.tensor.OnComputeThread;

@AddLifecycleHook(OnComputeThread.class)
class NormPropertiesTest {

  private static final int TRIES = 60;
  private static final int ENTRIES = 12;

  /** Rounding of float32 where entries a hundred times the radius shrink to it. */
  private static final double RELATIVE = 1e-4;

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void aProjectionLiesInTheBall(
      @ForAll("norms") Norm norm,
      @ForAll("points") float[] point,
      @ForAll("radii") double epsilon) {
    float measured = norm.measure(norm.project(batch(point), epsilon)).getFloat(0);

    assertThat((double) measured).isLessThanOrEqualTo(epsilon * (1 + RELATIVE));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void aSecondProjectionChangesNothing(
      @ForAll("norms") Norm norm,
      @ForAll("points") float[] point,
      @ForAll("radii") double epsilon) {
    NDArray once = norm.project(batch(point), epsilon);
    NDArray twice = norm.project(once, epsilon);

    assertClose(twice.toFloatArray(), doubles(once.toFloatArray()), RELATIVE * epsilon);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void aPointInsideDoesNotMove(
      @ForAll("norms") Norm norm,
      @ForAll("points") float[] point,
      @ForAll @DoubleRange(min = 1.01, max = 3) double slack) {
    double epsilon = Math.max(1, norm.measure(batch(point)).getFloat(0) * slack);

    assertThat(norm.project(batch(point), epsilon).toFloatArray()).isEqualTo(point);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void l1IsTheEuclideanProjection(
      @ForAll("points") float[] point, @ForAll("radii") double epsilon) {
    NDArray projected = Norms.of("l1").project(batch(point), epsilon);

    double largest = Math.max(1, norm1(point));
    assertClose(projected.toFloatArray(), project1(point, epsilon), 1e-6 * largest);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void oneExampleDoesNotTouchAnother(
      @ForAll("norms") Norm norm, @ForAll("points") float[] a, @ForAll("points") float[] b) {
    float[] both = Arrays.copyOf(a, 2 * ENTRIES);
    System.arraycopy(b, 0, both, ENTRIES, ENTRIES);
    NDArray batch = array(both, 2, 1, 3, 4);

    float[] together = norm.project(batch, 1.5).toFloatArray();
    float[] first = norm.project(batch(a), 1.5).toFloatArray();
    float[] second = norm.project(batch(b), 1.5).toFloatArray();

    assertClose(Arrays.copyOf(together, ENTRIES), doubles(first), 1e-6);
    assertClose(Arrays.copyOfRange(together, ENTRIES, 2 * ENTRIES), doubles(second), 1e-6);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void directionsSurviveAnyScaleOfTheGradient(
      @ForAll("norms") Norm norm,
      @ForAll("points") float[] gradient,
      @ForAll("scales") float scale) {
    NDArray plain = norm.normalise(batch(gradient));
    NDArray tiny = norm.normalise(batch(gradient).mul(scale));

    assertClose(tiny.toFloatArray(), doubles(plain.toFloatArray()), 1e-5);
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void aZeroGradientGivesAZeroStep(@ForAll("norms") Norm norm) {
    NDArray mixed = array(new float[] {0, 0, 0, 0, 3, -4, 0, 0}, 2, 1, 2, 2);

    float[] direction = norm.normalise(mixed).toFloatArray();

    assertThat(Arrays.copyOf(direction, 4)).containsOnly(0f);
    assertThat(direction[4]).isPositive();
    assertThat(direction[5]).isNegative();
  }

  @Provide
  Arbitrary<Norm> norms() {
    return Arbitraries.of(Norms.all());
  }

  @Provide
  Arbitrary<float[]> points() {
    Arbitrary<Float> any = Arbitraries.floats().between(-5, 5).ofScale(4);
    Arbitrary<Float> special = Arbitraries.of(0f, 1f, -1f, 2f);
    Arbitrary<Float> entry = Arbitraries.oneOf(any, special);
    return entry.array(float[].class).ofSize(ENTRIES);
  }

  /** Zero, radii below one, and the whole numbers that L0 counts with. */
  @Provide
  Arbitrary<Double> radii() {
    return Arbitraries.of(0.0, 0.03, 0.3, 1.0, 2.0, 5.0, 7.5, 12.0, 100.0);
  }

  @Provide
  Arbitrary<Float> scales() {
    return Arbitraries.of(1e-30f, 1e-12f, 1f, 1e12f, 1e30f);
  }

  private static NDArray batch(float[] point) {
    return array(point, 1, 1, 3, 4);
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, i -> values[i]);
    return doubles;
  }

  private static double norm1(float[] point) {
    double sum = 0;
    for (float entry : point) {
      sum += Math.abs(entry);
    }
    return sum;
  }

  /** Soft thresholding by the θ that leaves Σ max(|pᵢ| − θ, 0) = ε, found by bisection. */
  private static double[] project1(float[] point, double epsilon) {
    double low = 0;
    double high = norm1(point) <= epsilon ? 0 : 5;
    for (int i = 0; i < 100; i++) {
      double theta = (low + high) / 2;
      if (Arrays.stream(shrink(point, theta)).map(Math::abs).sum() > epsilon) {
        low = theta;
      } else {
        high = theta;
      }
    }
    return shrink(point, high);
  }

  private static double[] shrink(float[] point, double theta) {
    return Arrays.stream(doubles(point))
        .map(entry -> Math.signum(entry) * Math.max(Math.abs(entry) - theta, 0))
        .toArray();
  }
}
