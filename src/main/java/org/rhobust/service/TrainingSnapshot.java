package org.rhobust.service;

import java.nio.file.Path;
import org.rhobust.run.RunConfig;
import org.rhobust.training.StepMetrics;

/**
 * A training as it stands.
 *
 * @param state where it stands
 * @param message what a person should know: an error and its cure, or what is being prepared; may
 *     be empty
 * @param folder of the run; null before there is one
 * @param config of the run; null before it is known
 * @param step steps done
 * @param totalSteps of the run; 0 before it is known
 * @param stepsPerEpoch of the run; 0 before it is known
 * @param seconds of training so far, over all sessions
 * @param secondsLeft estimated from the last steps; NaN where unknown
 * @param metrics a row a step, from the first of the run
 * @param last the last step; null before the first
 * @param probe the latest; null before the first
 * @param details what else is told
 */
public record TrainingSnapshot(
    RunState state,
    String message,
    Path folder,
    RunConfig config,
    int step,
    int totalSteps,
    int stepsPerEpoch,
    double seconds,
    double secondsLeft,
    MetricColumns metrics,
    StepMetrics last,
    ProbeResult probe,
    RunDetails details) {

  /** Before any training. */
  public static final TrainingSnapshot IDLE =
      new TrainingSnapshot(
          RunState.IDLE,
          "",
          null,
          null,
          0,
          0,
          0,
          0,
          Double.NaN,
          MetricColumns.EMPTY,
          null,
          null,
          RunDetails.NONE);
}
