package org.rhobust.service;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.rhobust.data.DataException;
import org.rhobust.service.QueuedRun.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a queue holds: each change is made under a lock, told to the listeners and written. */
final class QueueState {

  private static final Logger LOG = LoggerFactory.getLogger(QueueState.class);

  /** The first steps are slow, until the JVM has compiled them. */
  private static final int STEPS_TO_LEARN_FROM = 20;

  private final QueueTrainer trainer;
  private final QueueFile file;
  private final TrainingSpeeds speeds;
  private final Executor disk;
  private final List<Consumer<QueueSnapshot>> listeners = new CopyOnWriteArrayList<>();
  private final QueueList runs = new QueueList();
  private boolean paused;
  private boolean closed;
  private boolean unwritten;
  private String problem = "";
  private volatile QueueSnapshot snapshot = QueueSnapshot.EMPTY;

  /**
   * @param file that each change is written to
   * @param disk runs the writings, one after the other
   */
  QueueState(QueueTrainer trainer, QueueFile file, TrainingSpeeds speeds, Executor disk) {
    this.trainer = trainer;
    this.file = file;
    this.speeds = speeds;
    this.disk = disk;
  }

  QueueSnapshot snapshot() {
    return snapshot;
  }

  /** Tells every change; the answer ends the telling. */
  Runnable listen(Consumer<QueueSnapshot> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Puts the queue of an earlier session first, paused where something in it waits. */
  void restore(QueueFile.Content content) {
    change(
        list -> {
          list.putFirst(content.runs());
          paused |= content.runs().stream().anyMatch(run -> run.state() == State.WAITING);
          problem = content.problem();
        });
  }

  void change(Consumer<QueueList> change) {
    synchronized (this) {
      change.accept(runs);
      unwritten = true;
    }
    publish();
  }

  void pause(boolean on) {
    change(list -> paused = on);
  }

  synchronized void close() {
    closed = true;
  }

  synchronized boolean closed() {
    return closed;
  }

  /**
   * Takes a run out.
   *
   * @return whether it is under way, and is to be stopped
   */
  boolean remove(long id) {
    boolean underWay;
    synchronized (this) {
      underWay = isRunning(id);
      runs.all().removeIf(run -> run.id() == id);
      unwritten = true;
    }
    publish();
    return underWay;
  }

  /** Ends the training of a run that was taken out; none of the queue's begins before that. */
  void stopRemoved() {
    synchronized (this) {
      if (running() != null) {
        return;
      }
    }
    trainer.stop();
  }

  synchronized boolean isRunning(long id) {
    QueuedRun running = running();
    return running != null && running.id() == id;
  }

  /** Takes in how the training stands, and marks the run to be started now; null for none. */
  QueuedRun next() {
    QueuedRun next;
    synchronized (this) {
      TrainingSnapshot now = trainer.snapshot();
      followRunning(now);
      next = now.state().active() || paused || closed || running() != null ? null : firstWaiting();
      if (next != null) {
        runs.replace(next.id(), run -> run.in(State.RUNNING, ""));
        unwritten = true;
      }
    }
    publish();
    return next;
  }

  /**
   * Takes in how a run has come to rest.
   *
   * @param end null where it failed
   * @param failure null where it came to rest by itself
   */
  void ended(long id, TrainingSnapshot end, Throwable failure) {
    change(
        list -> {
          if (!isRunning(id)) {
            // It was taken out: the others are wanted all the same.
            return;
          }
          if (end != null) {
            learn(running().request(), end);
          }
          list.replace(id, run -> atRest(run, end, failure));
          // Who stops a run does not want the next one to begin at once.
          paused |= end != null && end.state() == RunState.STOPPED && firstWaiting() != null;
        });
  }

  private static QueuedRun atRest(QueuedRun run, TrainingSnapshot end, Throwable failure) {
    if (failure != null) {
      return run.in(State.FAILED, String.valueOf(failure.getMessage()));
    }
    return switch (end.state()) {
      case FINISHED -> run.in(State.FINISHED, "");
      case STOPPED -> run.in(State.STOPPED, "");
      default -> run.in(State.FAILED, end.message());
    };
  }

  private void followRunning(TrainingSnapshot now) {
    QueuedRun running = running();
    if (running != null && running.request().folder().equals(now.folder())) {
      learn(running.request(), now);
      double done = now.totalSteps() == 0 ? 0 : (double) now.step() / now.totalSteps();
      runs.replace(running.id(), run -> run.told(now.secondsLeft(), done));
    }
  }

  private void learn(TrainingRequest request, TrainingSnapshot now) {
    if (now.step() >= STEPS_TO_LEARN_FROM) {
      speeds.learn(request.settings(), request.device(), now.seconds() / now.step());
    }
  }

  /**
   * Listeners are told outside the lock. Whichever thread comes first after a change has it
   * written, since the snapshot of another may hold it already.
   */
  private void publish() {
    QueueSnapshot now;
    synchronized (this) {
      List<QueuedRun> told = runs.all().stream().map(this::withTime).toList();
      boolean waiting =
          running() == null
              && firstWaiting() != null
              && !paused
              && trainer.snapshot().state().active();
      now = new QueueSnapshot(told, paused, waiting, problem);
      if (now.equals(snapshot)) {
        return;
      }
      snapshot = now;
      if (unwritten) {
        unwritten = false;
        disk.execute(this::write);
      }
    }
    listeners.forEach(listener -> listener.accept(now));
  }

  /** Always the latest, so that the order of two writings is of no matter. */
  private void write() {
    try {
      file.write(snapshot.runs());
    } catch (DataException e) {
      LOG.warn("The queue is not kept: {}", e.getMessage());
    }
  }

  private QueuedRun withTime(QueuedRun run) {
    return run.state() == State.WAITING
        ? run.told(speeds.seconds(run.settings(), run.request().device()), run.progress())
        : run;
  }

  private QueuedRun running() {
    return runs.first(State.RUNNING).orElse(null);
  }

  private QueuedRun firstWaiting() {
    return runs.first(State.WAITING).orElse(null);
  }
}
