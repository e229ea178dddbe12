package org.rhobust.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.rhobust.run.MetricsFile;
import org.rhobust.run.MetricsTable;
import org.rhobust.run.TrainingRun;
import org.rhobust.tensor.GpuMemory;
import org.rhobust.training.AttackProgress;
import org.rhobust.training.ObjectiveRecorder;
import org.rhobust.training.StepMetrics;
import org.rhobust.training.TrainingSettings;

/** A run in training with what is told of it. Used on the compute thread only. */
final class TrainingSession {

  /** Steps over which the time left is estimated. */
  private static final int RECENT_STEPS = 50;

  /** The first steps are slow, until the JVM has compiled them. */
  private static final int FEWEST_STEPS = 10;

  private static final long MEMORY_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final TrainingRun run;
  private final CompletableFuture<TrainingSnapshot> rest;
  private final MetricHistory history;
  private final Deque<Long> recent = new ArrayDeque<>();
  private final ObjectiveRecorder objectives;
  private final Probe probe;
  private final long startNanos = System.nanoTime();
  private StepMetrics last;
  private ProbeResult lastProbe;
  private AttackProgress attack;
  private MemoryUse memory;
  private long memoryReadNanos;

  /**
   * @param objectives has observed the run's attacks
   */
  TrainingSession(
      TrainingRun run, ObjectiveRecorder objectives, CompletableFuture<TrainingSnapshot> rest) {
    this.run = run;
    this.objectives = objectives;
    this.rest = rest;
    history =
        run.step() == 0
            ? new MetricHistory()
            : MetricHistory.of(MetricsTable.rows(MetricsTable.read(run.directory().metrics())));
    TrainingSettings settings = run.config().settings();
    probe = new Probe(run.dataSet().test(), settings.attack().norm(), settings.attack().epsilon());
  }

  TrainingRun run() {
    return run;
  }

  boolean atRest() {
    return rest.isDone();
  }

  void rest(TrainingSnapshot end) {
    try {
      run.rest();
    } finally {
      rest.complete(end);
    }
  }

  void add(StepMetrics metrics) {
    last = metrics;
    objectives.take().ifPresent(progress -> attack = progress);
    history.append(MetricsFile.values(metrics, run.seconds()));
    recent.addLast(System.nanoTime());
    if (recent.size() > RECENT_STEPS) {
      recent.removeFirst();
    }
  }

  /** Time goes on after a rest, which is no time of a step. */
  void goOn() {
    recent.clear();
  }

  boolean atEndOfEpoch() {
    return run.step() > 0 && run.step() % run.stepsPerEpoch() == 0;
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

  TrainingSnapshot snapshot(RunState state, boolean stopsAfterEpoch) {
    return new TrainingSnapshot(
        state,
        "",
        run.directory().folder(),
        run.config(),
        run.step(),
        run.totalSteps(),
        run.stepsPerEpoch(),
        run.seconds(),
        (run.totalSteps() - run.step()) / stepsPerSecond(),
        history.columns(),
        last,
        lastProbe,
        new RunDetails(
            run.changes().at(run.step() + 1),
            run.changes().changes(),
            stopsAfterEpoch,
            stepsPerSecond(),
            attack,
            memory(),
            null));
  }

  private MemoryUse memory() {
    long now = System.nanoTime();
    if (memory == null || now - memoryReadNanos > MEMORY_INTERVAL_NANOS) {
      memory = MemoryUse.now(run.network().device());
      memoryReadNanos = now;
    }
    return memory;
  }

  void close() {
    objectives.close();
    run.close();
  }

  static TrainingSnapshot preparing(String message) {
    return with(TrainingSnapshot.IDLE, RunState.PREPARING, message, RunDetails.NONE);
  }

  static TrainingSnapshot failed(TrainingSnapshot before, Throwable thrown) {
    Throwable problem = GpuMemory.explain(thrown);
    String message =
        problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
    return with(before, RunState.FAILED, message, before.details().failed(problem));
  }

  private static TrainingSnapshot with(
      TrainingSnapshot from, RunState state, String message, RunDetails details) {
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
        from.probe(),
        details);
  }

  /** By wall time, probes and interactive jobs included: that is what a person waits. */
  private double stepsPerSecond() {
    return recent.size() < FEWEST_STEPS
        ? Double.NaN
        : (recent.size() - 1) * 1e9 / (recent.getLast() - recent.getFirst());
  }
}
