package org.rhobust.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.rhobust.data.DataException;
import org.rhobust.service.QueuedRun.State;
import org.rhobust.training.TrainingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains several settings one after the other. A failure is told and the next one begins; a run
 * that a person started is waited for. The queue is kept in a file: after a restart it is there
 * again, paused, and what ran goes on from its checkpoint. Its methods return at once and may be
 * called on any thread.
 */
public final class RunQueue {

  private static final Logger LOG = LoggerFactory.getLogger(RunQueue.class);

  /** The first steps are slow, until the JVM has compiled them. */
  private static final int STEPS_TO_LEARN_FROM = 20;

  private final QueueTrainer trainer;
  private final QueueFile file;
  private final TrainingSpeeds speeds;
  private final Executor background;
  private final Executor later;
  private final List<Consumer<QueueSnapshot>> listeners = new CopyOnWriteArrayList<>();
  private final QueueList runs = new QueueList();
  private CompletableFuture<Void> files = CompletableFuture.completedFuture(null);
  private boolean paused;
  private boolean closed;
  private boolean unwritten;
  private String problem = "";
  private volatile QueueSnapshot snapshot = QueueSnapshot.EMPTY;

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
    this.background = background;
    this.later = later;
  }

  /** The queue as it stands. */
  public QueueSnapshot snapshot() {
    return snapshot;
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
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Brings back the queue of the last session, paused where something in it waits. */
  public void load() {
    onDisk(
        () -> {
          QueueFile.Content content = file.read();
          change(
              () -> {
                runs.putFirst(content.runs());
                paused |= content.runs().stream().anyMatch(run -> run.state() == State.WAITING);
                problem = content.problem();
              });
        });
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
    change(
        () -> {
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
    change(() -> runs.move(id, by));
  }

  /** Takes a run out; the one under way stays until it is stopped. Its folder is left alone. */
  public void remove(long id) {
    change(() -> runs.all().removeIf(run -> run.id() == id && run.state() != State.RUNNING));
  }

  /** Takes out all that have finished. */
  public void clearFinished() {
    change(() -> runs.all().removeIf(run -> run.state() == State.FINISHED));
  }

  /** Lines a failed or stopped run up again; what its folder holds is gone on with. */
  public void retry(long id) {
    change(() -> runs.replace(id, run -> run.state().canRetry() ? run.in(State.WAITING, "") : run));
    advance();
  }

  /** Starts none after the run under way. */
  public void pause() {
    change(() -> paused = true);
  }

  /** Goes on. */
  public void unpause() {
    change(() -> paused = false);
    advance();
  }

  /** Starts no more, since the program ends; what runs then counts as interrupted. */
  public synchronized void close() {
    closed = true;
  }

  /**
   * Looks how the training stands, and starts the next run where none is under way. To be called
   * whenever the training has changed.
   */
  public void advance() {
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
    if (next != null) {
      onDisk(() -> start(next));
    }
  }

  private void start(QueuedRun run) {
    if (isClosed()) {
      return;
    }
    Path folder = run.request().folder();
    CompletableFuture<TrainingSnapshot> rest;
    try {
      boolean begun = Files.isRegularFile(folder.resolve("config.json"));
      rest = begun ? trainer.resume(folder) : trainer.start(run.request());
    } catch (IllegalStateException e) {
      // A person was faster: it waits for that run.
      change(() -> runs.replace(run.id(), before -> before.in(State.WAITING, "")));
      return;
    } catch (RuntimeException e) {
      ended(run.id(), null, e);
      return;
    }
    rest.whenComplete((end, failure) -> ended(run.id(), end, failure));
  }

  private void ended(long id, TrainingSnapshot end, Throwable failure) {
    if (isClosed()) {
      return;
    }
    change(
        () -> {
          if (end != null) {
            runs.all().stream()
                .filter(run -> run.id() == id)
                .forEach(run -> learn(run.request(), end));
          }
          runs.replace(id, run -> atRest(run, end, failure));
          // Who stops a run does not want the next one to begin at once.
          paused |= end != null && end.state() == RunState.STOPPED && firstWaiting() != null;
        });
    later.execute(this::advance);
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

  private void change(Runnable change) {
    synchronized (this) {
      change.run();
      unwritten = true;
    }
    publish();
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
        onDisk(this::write);
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

  /** One task after the other; one that fails does not hold up those behind it. */
  private void onDisk(Runnable task) {
    synchronized (listeners) {
      files = files.handleAsync((done, failure) -> run(task), background);
    }
  }

  private static Void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("The queue could not do its work on files: {}", String.valueOf(e));
    }
    return null;
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

  private synchronized boolean isClosed() {
    return closed;
  }
}
