package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class GpuTrialsTest {

  private final Queue<String> failures = new ArrayDeque<>();
  private final GpuTrials trials = new GpuTrials(this::compute);

  @Test
  void aFullGpuIsTriedAgain() {
    failures.addAll(List.of("CUDA out of memory", "CUDA out of memory"));
    String problem =
        "gpu:0 cannot compute (CUDA out of memory); update the NVIDIA driver, or see with nvidia-smi"
            + " who uses the GPU";
    assertThat(trials.problem(0)).hasValue(problem);
    assertThat(trials.problem(0)).hasValue(problem);
    assertThat(trials.knownProblems()).containsExactly(problem);

    assertThat(trials.problem(0)).isEmpty();
    assertThat(trials.knownProblems()).isEmpty();
  }

  @Test
  void aGpuThatComputedIsNotTriedAgain() {
    assertThat(trials.problem(0)).isEmpty();
    failures.add("CUDA out of memory");
    assertThat(trials.problem(0)).isEmpty();
    assertThat(failures).hasSize(1);
  }

  @Test
  void aGpuThatIsTooNewIsNotTriedAgain() {
    failures.add("CUDA error: no kernel image is available for execution on the device\nmore");
    String problem =
        "gpu:1 cannot compute (CUDA error: no kernel image is available for execution on the"
            + " device); it is newer than this build's CUDA: see docs/devices.md on newer GPUs";
    assertThat(trials.problem(1)).hasValue(problem);
    assertThat(trials.problem(1)).hasValue(problem);
    assertThat(trials.problem(0)).isEmpty();
  }

  private void compute(int id) {
    if (!failures.isEmpty()) {
      throw new EngineException(failures.remove());
    }
  }
}
