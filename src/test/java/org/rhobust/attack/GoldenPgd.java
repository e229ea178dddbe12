package org.rhobust.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rhobust.tensor.TestArrays.assertClose;
import static org.rhobust.tensor.TestArrays.golden;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import org.rhobust.Golden;
import org.rhobust.model.Classifier;
import org.rhobust.model.TinyCnn;
import org.rhobust.tensor.TestArrays;

/** The golden attacks on the golden network, traced. */
public final class GoldenPgd {

  static final int STEPS = 10;
  private static final String CNN = "tiny_cnn";

  private GoldenPgd() {}

  /** One row an iteration, the start included. */
  public record Trace(
      List<float[]> perturbations,
      List<float[]> objectives,
      List<float[]> stepSizes,
      List<boolean[]> accepted,
      List<float[]> velocities,
      List<float[]> candidateObjectives,
      float[] best,
      float[] bestObjective) {}

  static PgdSettings settings(String name) {
    return new PgdSettings(
        Golden.at(CNN, "pgd", name, "norm").getAsString(),
        Golden.number(CNN, "pgd", name, "epsilon"),
        STEPS,
        Golden.number(CNN, "pgd", name, "base_lr"),
        Golden.number(CNN, "pgd", name, "momentum"),
        backtracks(name) ? Golden.number(CNN, "pgd", name, "lr_factor") : null,
        Golden.at(CNN, "pgd", name, "objective").getAsString().equals("f0")
            ? "cross-entropy"
            : "confidence",
        null,
        "zero",
        1);
  }

  static NDArray oneHot() {
    return TestArrays.oneHot(Golden.integers(CNN, "labels"), TinyCnn.CLASSES);
  }

  /** Runs a golden case. */
  public static Trace attack(Classifier classifier, String name) {
    List<float[]> perturbations = new ArrayList<>();
    List<float[]> objectives = new ArrayList<>();
    List<float[]> stepSizes = new ArrayList<>();
    List<boolean[]> accepted = new ArrayList<>();
    List<float[]> velocities = new ArrayList<>();
    List<float[]> candidateObjectives = new ArrayList<>();
    ProjectedGradientDescent.Result result =
        new ProjectedGradientDescent(settings(name))
            .run(
                classifier,
                golden(CNN, "inputs"),
                oneHot(),
                golden(CNN, "delta0"),
                state -> {
                  assertThat(state.iteration()).isEqualTo(perturbations.size());
                  perturbations.add(state.perturbations().toFloatArray());
                  objectives.add(state.objective().toFloatArray());
                  stepSizes.add(state.stepSizes().toFloatArray());
                  accepted.add(state.accepted().toBooleanArray());
                  velocities.add(state.velocity().toFloatArray());
                  candidateObjectives.add(state.candidateObjective().toFloatArray());
                });
    return new Trace(
        perturbations,
        objectives,
        stepSizes,
        accepted,
        velocities,
        candidateObjectives,
        result.perturbations().toFloatArray(),
        result.objective().toFloatArray());
  }

  /** The trace is the golden one; which steps were accepted agrees exactly. */
  public static void assertPath(Trace trace, String name, double tolerance) {
    assertThat(trace.perturbations()).hasSize(STEPS + 1);
    for (int i = 0; i <= STEPS; i++) {
      assertThat(trace.accepted().get(i)).as("accepted %d", i).isEqualTo(accepted(name, i));
      assertValues(trace.perturbations().get(i), tolerance, name, "perturbations", i);
      assertValues(trace.objectives().get(i), tolerance, name, "errors", i);
      assertValues(trace.stepSizes().get(i), tolerance, name, "lrs", i);
      assertValues(trace.velocities().get(i), tolerance, name, "momentum_buffer", i);
      if (Golden.at(CNN, "pgd", name, "candidate_errors", i).isJsonArray()) {
        assertValues(trace.candidateObjectives().get(i), tolerance, name, "candidate_errors", i);
      }
    }
    assertValues(trace.best(), tolerance, name, "best_perturbations");
    assertValues(trace.bestObjective(), tolerance, name, "best_errors");
  }

  private static void assertValues(
      float[] actual, double tolerance, String name, String key, Object... index) {
    double[] expected =
        index.length == 0
            ? Golden.numbers(CNN, "pgd", name, key)
            : Golden.numbers(CNN, "pgd", name, key, index[0]);
    assertClose(actual, expected, tolerance);
  }

  /** The start counts as accepted, and so does every step without backtracking. */
  private static boolean[] accepted(String name, int iteration) {
    JsonElement flags = Golden.at(CNN, "pgd", name, "accepted", iteration);
    boolean[] accepted = {true, true, true};
    for (int i = 0; i < accepted.length && flags.isJsonArray(); i++) {
      accepted[i] = flags.getAsJsonArray().get(i).getAsBoolean();
    }
    return accepted;
  }

  private static boolean backtracks(String name) {
    return Golden.at(CNN, "pgd", name, "backtrack").getAsBoolean();
  }
}
