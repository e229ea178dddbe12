package org.rhobust.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.rhobust.run.RunDirectory;
import org.rhobust.service.QueuedRun.State;
import org.rhobust.training.TrainingSettings;

/**
 * Trains several settings one after the other. A failure is told and the next one begins; a run
 * that a person started is waited for. The queue is kept in a file: after a restart it is there
 * again, paused, and what ran goes on from its checkpoint. Its methods return at once and may be
 * called on any thread.
 */
public final class RunQueue {

  private final QueueTrainer trainer;
  private final QueueFile file;
  private final TrainingSpeeds speeds;
  private final SerialExecutor disk;
  private final Executor later;
  private final QueueState state;

  /**
   * An empty queue; {@link #load} brings back that of the last session.
   *
   * @param file that the queue is kept in
   * @param speeds tells and learns how long a training takes
   * @param background reads and writes files, and starts the runs
   * @param later starts the next run, a moment after one has ended, so that all see its end
   */
  public RunQueue(
      QueueTrainer trainer, Path file, TrainingSpeeds speeds, Executor background, Executor later) {
    this.trainer = trainer;
    this.file = new QueueFile(file);
    this.speeds = speeds;
    this.later = later;
    disk = new SerialExecutor(background);
    state = new QueueState(trainer, this.file, speeds, disk);
  }

  /** The queue as it stands. */
  public QueueSnapshot snapshot() {
    return state.snapshot();
  }

  /** How long trainings take here. */
  public TrainingSpeeds speeds() {
    return speeds;
  }

  /**
   * Tells every change from now on, on the thread that makes it.
   *
   * @return ends the telling
   */
  public Runnable listen(Consumer<QueueSnapshot> listener) {
    return state.listen(listener);
  }

  /** Brings back the queue of the last session, paused where something in it waits. */
  public void load() {
    disk.execute(() -> state.restore(file.read()));
  }

  /**
   * Lines trainings up behind the others, each with a folder of its own.
   *
   * @param settings what to train, in this order
   * @param folder that the runs are made in
   * @param device {@code auto}, {@code cpu} or {@code gpu:n}
   * @return their ids
   * @throws IllegalArgumentException when the queue would become too long
   */
  public List<Long> add(List<TrainingSettings> settings, Path folder, String device) {
    List<Long> ids = new ArrayList<>();
    state.change(
        runs -> {
          if (runs.all().size() + settings.size() > QueueFile.MOST_RUNS) {
            throw new IllegalArgumentException(
                "the queue takes at most %d runs; line up fewer".formatted(QueueFile.MOST_RUNS));
          }
          settings.forEach(each -> ids.add(runs.add(each, folder, device)));
        });
    advance();
    return ids;
  }

  /** Moves a waiting run up (−1) or down (+1) among those that wait. */
  public void move(long id, int by) {
    state.change(runs -> runs.move(id, by));
  }

  /** Takes a run out, and ends it where it is under way. Its folder is left alone. */
  public void remove(long id) {
    if (state.remove(id)) {
      // Behind its start, where that is still to come.
      disk.execute(state::stopRemoved);
    }
  }

  /** Ends the run where it is under way, with a checkpoint; then those behind it wait. */
  public void stop(long id) {
    if (state.isRunning(id)) {
      disk.execute(trainer::stop);
    }
  }

  /** Takes out all that have finished. */
  public void clearFinished() {
    state.change(runs -> runs.all().removeIf(run -> run.state() == State.FINISHED));
  }

  /** Lines a failed or stopped run up again; what its folder holds is gone on with. */
  public void retry(long id) {
    state.change(
        runs -> runs.replace(id, run -> run.state().canRetry() ? run.in(State.WAITING, "") : run));
    advance();
  }

  /** Starts none after the run under way. */
  public void pause() {
    state.pause(true);
  }

  /** Goes on. */
  public void unpause() {
    state.pause(false);
    advance();
  }

  /** Starts no more, since the program ends; what runs then counts as interrupted. */
  public void close() {
    state.close();
  }

  /**
   * Looks how the training stands, and starts the next run where none is under way. To be called
   * whenever the training has changed.
   */
  public void advance() {
    QueuedRun next = state.next();
    if (next != null) {
      disk.execute(() -> start(next));
    }
  }

  private void start(QueuedRun run) {
    if (state.closed()) {
      return;
    }
    if (!state.isRunning(run.id())) {
      // It was taken out before it began.
      later.execute(this::advance);
      return;
    }
    Path folder = run.request().folder();
    CompletableFuture<TrainingSnapshot> rest;
    try {
      boolean begun = RunDirectory.holdsRun(folder);
      rest = begun ? trainer.resume(folder) : trainer.start(run.request());
    } catch (IllegalStateException e) {
      // A person was faster: it waits for that run.
      state.change(runs -> runs.replace(run.id(), before -> before.in(State.WAITING, "")));
      return;
    } catch (RuntimeException e) {
      ended(run.id(), null, e);
      return;
    }
    rest.whenComplete((end, failure) -> ended(run.id(), end, failure));
  }

  private void ended(long id, TrainingSnapshot end, Throwable failure) {
    if (state.closed()) {
      return;
    }
    state.ended(id, end, failure);
    later.execute(this::advance);
  }
}
