package org.rhobust.threat;

import static org.rhobust.tensor.TestArrays.assertGolden;
import static org.rhobust.tensor.TestArrays.golden;

import ai.djl.ndarray.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.Golden;
import org.rhobust.tensor.OnComputeThread;

@ExtendWith(OnComputeThread.class)
class GoldenThreatTest {

  /** float32 against float64, for entries up to about 10. */
  private static final double TOLERANCE = 2e-6;

  /** The same for sums of 16 of them. */
  private static final double NORM_TOLERANCE = 1e-5;

  private static final String PROJECTIONS = "projections";
  private static final String NORMS = "norms";

  @ParameterizedTest
  @CsvSource({"linf,out", "l2,out", "l1,out", "l0,out_by_magnitude"})
  void projections(String norm, String out) {
    int cases = Golden.at(PROJECTIONS, norm).getAsJsonArray().size();
    for (int i = 0; i < cases; i++) {
      NDArray projected = project(norm, golden(PROJECTIONS, "perturbations"), norm, i);

      assertGolden(projected, TOLERANCE, PROJECTIONS, norm, i, out);
    }
  }

  @Test
  void box() {
    NDArray clamped = clamp(golden(PROJECTIONS, "perturbations"));

    assertGolden(clamped, TOLERANCE, PROJECTIONS, "box", 0, "out");
  }

  @ParameterizedTest
  @CsvSource({"linf,linf_then_box", "l2,l2_then_box"})
  void normThenBox(String norm, String key) {
    NDArray projected = clamp(project(norm, golden(PROJECTIONS, "perturbations"), key, 0));

    assertGolden(projected, TOLERANCE, PROJECTIONS, key, 0, "out");
  }

  @Test
  void boxThenL2() {
    NDArray projected =
        project("l2", clamp(golden(PROJECTIONS, "perturbations")), "box_then_l2", 0);

    assertGolden(projected, TOLERANCE, PROJECTIONS, "box_then_l2", 0, "out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linf", "l2", "l1", "l0"})
  void measures(String norm) {
    NDArray measured = Norms.of(norm).measure(golden(NORMS, "perturbations"));

    assertGolden(measured, NORM_TOLERANCE, NORMS, norm, "norm");
  }

  /** L1 steps along g/‖g‖₁ as L0 does: the golden L1 key holds another rule. */
  @ParameterizedTest
  @CsvSource({"linf,linf", "l2,l2", "l1,l0", "l0,l0"})
  void normalises(String norm, String key) {
    NDArray normalised = Norms.of(norm).normalise(golden(NORMS, "perturbations"));

    assertGolden(normalised, TOLERANCE, NORMS, key, "normalize");
  }

  @ParameterizedTest
  @ValueSource(strings = {"linf", "l2", "l1"})
  void directionsOfLengthOne(String norm) {
    NDArray perturbations = golden(NORMS, "perturbations");
    NDArray direction = Examples.divide(perturbations, Norms.of(norm).measure(perturbations));

    assertGolden(direction, TOLERANCE, NORMS, norm, "scale");
  }

  private static NDArray project(String norm, NDArray perturbations, String key, int i) {
    return Norms.of(norm).project(perturbations, Golden.number(PROJECTIONS, key, i, "epsilon"));
  }

  private static NDArray clamp(NDArray perturbations) {
    return new Box(golden(PROJECTIONS, "images")).clamp(perturbations);
  }
}
