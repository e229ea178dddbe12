package org.rhobust.tensor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which GPUs can compute. What may pass, such as a full memory, is tried again at the next use. */
final class GpuTrials {

  private static final Logger LOG = LoggerFactory.getLogger(GpuTrials.class);
  private static final String TOO_NEW = "no kernel image";

  private final IntConsumer trial;
  private final Map<Integer, Result> results = new ConcurrentHashMap<>();

  /**
   * @param trial computes on the GPU of this number, and throws where it cannot
   */
  GpuTrials(IntConsumer trial) {
    this.trial = trial;
  }

  /** Why this GPU cannot compute, in one line; empty when it can. */
  Optional<String> problem(int id) {
    return results.compute(id, this::known).problem();
  }

  /** What was found by the last {@link #problem} of each GPU. */
  List<String> knownProblems() {
    return results.values().stream().map(Result::problem).flatMap(Optional::stream).toList();
  }

  private Result known(int id, Result before) {
    return before != null && before.lasting() ? before : tryOut(id);
  }

  private Result tryOut(int id) {
    try {
      trial.accept(id);
      return new Result(Optional.empty(), true);
    } catch (RuntimeException e) {
      LOG.debug("gpu:{} cannot compute", id, e);
      String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      boolean tooNew = first.contains(TOO_NEW);
      String cure =
          tooNew
              ? "it is newer than this build's CUDA: see docs/devices.md on newer GPUs"
              : "update the NVIDIA driver, or see with nvidia-smi who uses the GPU";
      return new Result(
          Optional.of("gpu:%d cannot compute (%s); %s".formatted(id, first, cure)), tooNew);
    }
  }

  private record Result(Optional<String> problem, boolean lasting) {}
}
