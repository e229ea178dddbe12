package org.rhobust.service;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.rhobust.attack.PgdState;
import org.rhobust.run.TimeEstimate;
import org.rhobust.run.TrainingRun;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.training.LiveSettings;
import org.rhobust.training.ObjectiveRecorder;
import org.rhobust.training.StepMetrics;
import org.rhobust.training.TrainingSettings;

/**
 * Trains in the background, one run at a time. Its methods return at once and may be called on any
 * thread; {@link #snapshot} tells what came of it. Training runs in slices on the compute thread,
 * so that other long jobs get their turn, and lets interactive jobs in between the iterations of
 * its attacks.
 */
public final class TrainingService {

  private static final double SLICE_SECONDS = 0.25;

  private enum Wish {
    RUN,
    PAUSE,
    STOP
  }

  private final ComputeThread compute;
  private final ModelShelf models;
  private final Estimates estimates;
  private final ObjectiveRecorder objectives = new ObjectiveRecorder();
  private final AtomicReference<LiveSettings> wanted = new AtomicReference<>();
  private volatile TrainingSnapshot snapshot = TrainingSnapshot.IDLE;
  private volatile Wish wish = Wish.RUN;
  private volatile boolean stopsAfterEpoch;
  private volatile int probedImage;
  private volatile boolean probing = true;
  private TrainingSession session;
  private boolean stoppable;

  public TrainingService(ComputeThread compute, ModelShelf models) {
    this.compute = compute;
    this.models = models;
    estimates = new Estimates(compute);
  }

  /** The training as it stands: the latest, never a queue of changes. */
  public TrainingSnapshot snapshot() {
    return snapshot;
  }

  /**
   * Starts a new run.
   *
   * @return done when the run has come to rest: finished, stopped or failed
   * @throws IllegalStateException when a run is under way
   */
  public CompletableFuture<TrainingSnapshot> start(TrainingRequest request) {
    return begin(
        "preparing: reading the data, choosing the thread count",
        () ->
            TrainingRun.begin(
                request.folder(),
                request.settings(),
                request.device(),
                request.threads(),
                request.command(),
                this::betweenIterations));
  }

  /**
   * Measures how long a training would take, by some steps of it.
   *
   * @param device {@code auto}, {@code cpu} or {@code gpu:n}
   * @return fails with a {@link java.util.concurrent.CancellationException} when a newer question
   *     comes or a training begins, and with an {@link IllegalStateException} while one is under
   *     way
   */
  public CompletableFuture<TimeEstimate> estimate(TrainingSettings settings, String device) {
    return snapshot.state().active()
        ? CompletableFuture.failedFuture(
            new IllegalStateException("a run is under way, beside which no time can be measured"))
        : estimates.ask(settings, device);
  }

  /** Goes on with a run on disk, as {@link #start}. */
  public CompletableFuture<TrainingSnapshot> resume(Path folder) {
    return begin(
        "preparing: reading the checkpoint",
        () -> TrainingRun.resume(folder, this::betweenIterations));
  }

  /** Lets the training rest after the step it is in. */
  public void pause() {
    wish = Wish.PAUSE;
  }

  /** Lets a resting training go on. */
  public void unpause() {
    if (wish == Wish.PAUSE) {
      wish = Wish.RUN;
      compute.submit(this::slice);
    }
  }

  /**
   * Ends the training at the next iteration of an attack, with a checkpoint to resume from. The
   * step it is in counts as never begun.
   */
  public void stop() {
    boolean resting = snapshot.state() == RunState.PAUSED;
    wish = Wish.STOP;
    if (resting) {
      compute.submit(this::slice);
    }
  }

  /**
   * Whether to {@link #stop} at the end of the epoch that the training is in; can be taken back
   * until then.
   */
  public void stopAfterEpoch(boolean stops) {
    stopsAfterEpoch = stops;
    compute.submitLatest("stop after epoch", this::tellWhileResting);
  }

  /**
   * Trains with these from the next step on; the run's record says so. Of several changes before
   * that step the last one counts.
   */
  public void change(LiveSettings settings) {
    wanted.set(settings);
    compute.submitLatest("change of settings", this::tellWhileResting);
  }

  /** Which test image the probes' direction follows. */
  public void probeImage(int index) {
    probedImage = index;
  }

  /** Whether to take probes; without anybody looking they are wasted time. */
  public void probe(boolean wanted) {
    probing = wanted;
  }

  private CompletableFuture<TrainingSnapshot> begin(String message, Callable<TrainingRun> opening) {
    synchronized (this) {
      if (snapshot.state().active()) {
        throw new IllegalStateException("a run is under way; stop it before you start another");
      }
      wish = Wish.RUN;
      stopsAfterEpoch = false;
      wanted.set(null);
      snapshot = TrainingSession.preparing(message);
    }
    estimates.cancel();
    CompletableFuture<TrainingSnapshot> rest = new CompletableFuture<>();
    compute
        .submit(
            () -> {
              closeSession();
              try {
                session = openSession(opening.call(), rest);
              } catch (Exception e) {
                snapshot = TrainingSession.failed(snapshot, e);
                rest.complete(snapshot);
                return null;
              }
              models.putLive(session.run().network());
              snapshot = session.snapshot(RunState.RUNNING, stopsAfterEpoch);
              compute.submit(this::slice);
              return null;
            })
        .exceptionally(
            problem -> {
              snapshot = TrainingSession.failed(snapshot, problem);
              rest.complete(snapshot);
              return null;
            });
    return rest;
  }

  /** A run that cannot be shown is let go of; its folder can be resumed. */
  private TrainingSession openSession(TrainingRun run, CompletableFuture<TrainingSnapshot> rest) {
    try {
      return new TrainingSession(run, objectives, rest);
    } catch (RuntimeException e) {
      run.close();
      throw e;
    }
  }

  /** A quarter of a second of training, or what is left; then the next slice is queued. */
  private Void slice() {
    if (session == null || session.atRest()) {
      return null;
    }
    try {
      if (snapshot.state() == RunState.PAUSED && wish == Wish.RUN) {
        session.goOn();
        snapshot = session.snapshot(RunState.RUNNING, stopsAfterEpoch);
      }
      double end = session.run().seconds() + SLICE_SECONDS;
      while (wish == Wish.RUN && !session.run().finished() && !epochEnds() && !sliceIsOver(end)) {
        applyChange();
        step();
        snapshot = session.snapshot(RunState.RUNNING, stopsAfterEpoch);
        compute.letInteractiveJobsRun();
      }
      decide();
    } catch (RuntimeException e) {
      comeToRest(TrainingSession.failed(snapshot, e));
    }
    return null;
  }

  /** A step moves nothing before its attack has ended, so that it can be left there. */
  private void step() {
    stoppable = true;
    try {
      StepMetrics metrics = session.run().advance();
      session.add(metrics);
      if (probing) {
        session.probeIfDue(probedImage, this::letOthersAct);
      }
    } catch (CancellationException e) {
      // The wish to stop is followed when the slice ends.
    } finally {
      stoppable = false;
    }
  }

  private boolean sliceIsOver(double end) {
    return session.run().seconds() >= end && compute.longJobWaits();
  }

  private void decide() {
    applyChange();
    if (session.run().finished()) {
      session.run().finish(compute::letInteractiveJobsRun);
      comeToRest(session.snapshot(RunState.FINISHED, false));
    } else if (wish == Wish.STOP || epochEnds()) {
      session.run().checkpoint();
      comeToRest(session.snapshot(RunState.STOPPED, false));
    } else if (wish == Wish.PAUSE) {
      session.run().checkpoint();
      snapshot = session.snapshot(RunState.PAUSED, stopsAfterEpoch);
    } else {
      compute.submit(this::slice);
    }
  }

  private boolean epochEnds() {
    return stopsAfterEpoch && session.atEndOfEpoch();
  }

  /** Between two steps: what is wanted holds from the next one on. */
  private void applyChange() {
    LiveSettings settings = wanted.getAndSet(null);
    if (settings != null) {
      session.run().change(settings);
    }
  }

  /** A resting training has no steps after which it would tell what was changed. */
  private Void tellWhileResting() {
    if (snapshot.state() == RunState.PAUSED) {
      try {
        applyChange();
        snapshot = session.snapshot(RunState.PAUSED, stopsAfterEpoch);
      } catch (RuntimeException e) {
        comeToRest(TrainingSession.failed(snapshot, e));
      }
    }
    return null;
  }

  /** The network stays open to be looked at until the next run begins. */
  private void comeToRest(TrainingSnapshot last) {
    snapshot = last;
    session.rest(last);
  }

  private void closeSession() {
    if (session != null) {
      models.removeLive();
      session.close();
      session = null;
    }
  }

  private void betweenIterations(PgdState state) {
    objectives.observe(state);
    letOthersAct();
  }

  private void letOthersAct() {
    compute.letInteractiveJobsRun();
    if (stoppable && wish == Wish.STOP) {
      throw new CancellationException("stopped");
    }
  }
}
