package org.rhobust.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.rhobust.run.MetricsFile;
import org.rhobust.run.MetricsTable;
import org.rhobust.run.TrainingRun;
import org.rhobust.tensor.GpuMemory;
import org.rhobust.training.StepMetrics;
import org.rhobust.training.TrainingSettings;

/** A run in training with what is told of it. Used on the compute thread only. */
final class TrainingSession {

  /** Steps over which the time left is estimated. */
  private static final int RECENT_STEPS = 50;

  /** The first steps are slow, until the JVM has compiled them. */
  private static final int FEWEST_STEPS = 10;

  private final TrainingRun run;
  private final CompletableFuture<TrainingSnapshot> rest;
  private final MetricHistory history = new MetricHistory();
  private final Deque<Long> recent = new ArrayDeque<>();
  private final Probe probe;
  private final long startNanos = System.nanoTime();
  private StepMetrics last;
  private ProbeResult lastProbe;

  TrainingSession(TrainingRun run, CompletableFuture<TrainingSnapshot> rest) {
    this.run = run;
    this.rest = rest;
    if (run.step() > 0) {
      readEarlierSteps();
    }
    TrainingSettings settings = run.config().settings();
    probe = new Probe(run.dataSet().test(), settings.attack().norm(), settings.attack().epsilon());
  }

  private void readEarlierSteps() {
    for (double[] row : MetricsTable.rows(MetricsTable.read(run.directory().metrics()))) {
      history.append(row);
    }
  }

  TrainingRun run() {
    return run;
  }

  boolean atRest() {
    return rest.isDone();
  }

  void rest(TrainingSnapshot end) {
    rest.complete(end);
  }

  void add(StepMetrics metrics) {
    last = metrics;
    history.append(MetricsFile.values(metrics, run.seconds()));
    recent.addLast(System.nanoTime());
    if (recent.size() > RECENT_STEPS) {
      recent.removeFirst();
    }
  }

  /**
   * Takes a probe where one is due.
   *
   * @param questions answers those that wait, between two iterations
   */
  void probeIfDue(int imageIndex, Runnable questions) {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    if (probe.due(seconds)) {
      lastProbe = probe.take(run.network(), run.step(), imageIndex, seconds, questions);
    }
  }

  TrainingSnapshot snapshot(RunState state, String message) {
    return new TrainingSnapshot(
        state,
        message,
        run.directory().folder(),
        run.config(),
        run.step(),
        run.totalSteps(),
        run.stepsPerEpoch(),
        run.seconds(),
        secondsLeft(),
        history.columns(),
        last,
        lastProbe);
  }

  void close() {
    run.close();
  }

  static TrainingSnapshot preparing(String message) {
    return with(TrainingSnapshot.IDLE, RunState.PREPARING, message);
  }

  static TrainingSnapshot failed(TrainingSnapshot before, Throwable thrown) {
    Throwable problem = GpuMemory.explain(thrown);
    String message =
        problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
    return with(before, RunState.FAILED, message);
  }

  private static TrainingSnapshot with(TrainingSnapshot from, RunState state, String message) {
    return new TrainingSnapshot(
        state,
        message,
        from.folder(),
        from.config(),
        from.step(),
        from.totalSteps(),
        from.stepsPerEpoch(),
        from.seconds(),
        Double.NaN,
        from.metrics(),
        from.last(),
        from.probe());
  }

  /** Wall time, probes and interactive jobs included: that is what a person waits. */
  private double secondsLeft() {
    if (recent.size() < FEWEST_STEPS) {
      return Double.NaN;
    }
    double perStep = (recent.getLast() - recent.getFirst()) / 1e9 / (recent.size() - 1);
    return perStep * (run.totalSteps() - run.step());
  }
}
