package org.rhobust.workbench.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.rhobust.run.Durations;
import org.rhobust.service.QueueSnapshot;
import org.rhobust.service.QueuedRun;
import org.rhobust.service.RunQueue;
import org.rhobust.training.TrainingSettings;

/** The queue as the view shows it. Belongs to the JavaFX thread. */
final class QueueModel {

  private final RunQueue queue;
  private final ObservableValue<Path> folder;
  private final ObservableValue<String> device;
  private final ReadOnlyObjectWrapper<QueueSnapshot> snapshot;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Runnable listening;

  /**
   * @param folder that new runs are made in
   * @param device where they compute
   * @param ui runs on the JavaFX thread
   */
  QueueModel(
      RunQueue queue, ObservableValue<Path> folder, ObservableValue<String> device, Executor ui) {
    this.queue = queue;
    this.folder = folder;
    this.device = device;
    snapshot = new ReadOnlyObjectWrapper<>(queue.snapshot());
    listening = queue.listen(now -> ui.execute(() -> snapshot.set(queue.snapshot())));
  }

  /** The queue as it stands. */
  ReadOnlyObjectProperty<QueueSnapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  /** Why nothing could be added; empty where it could. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The queue itself, to be reordered and paused. */
  RunQueue queue() {
    return queue;
  }

  /** Lines trainings up. */
  void add(List<TrainingSettings> settings) {
    problem.set("");
    try {
      queue.add(settings, folder.getValue(), device.getValue());
    } catch (IllegalArgumentException e) {
      problem.set(e.getMessage());
    }
  }

  void close() {
    listening.run();
  }

  /** What the queue does, such as "2 wait, about 3 min 10 s left". */
  static String words(QueueSnapshot now) {
    if (now.runs().isEmpty()) {
      return "empty";
    }
    long waiting = count(now, QueuedRun.State.WAITING);
    long running = count(now, QueuedRun.State.RUNNING);
    if (waiting + running == 0) {
      long failed = count(now, QueuedRun.State.FAILED);
      return failed == 0 ? "all done" : "done, %d failed".formatted(failed);
    }
    String what = running > 0 ? "1 trains, %d wait".formatted(waiting) : waiting + " waiting";
    if (now.paused()) {
      return what + (running > 0 ? ", then it pauses" : ", paused");
    }
    return now.waiting()
        ? what + " for the training under way"
        : what
            + (Double.isNaN(now.secondsLeft())
                ? ""
                : ", about " + Durations.words(now.secondsLeft()) + " left");
  }

  /** How one of them stands, such as "Training, 34 %, 20 s left". */
  static String words(QueuedRun run) {
    String left = Double.isNaN(run.secondsLeft()) ? "" : Durations.words(run.secondsLeft());
    return switch (run.state()) {
      case WAITING -> left.isEmpty() ? "Waits, time unknown" : "Waits, takes about " + left;
      case RUNNING ->
          "Trains, %d %%%s"
              .formatted((int) (100 * run.progress()), left.isEmpty() ? "" : ", " + left + " left");
      case FINISHED -> "Finished";
      case STOPPED -> "Stopped; it can go on from its checkpoint";
      case FAILED -> "Failed: " + run.message();
    };
  }

  private static long count(QueueSnapshot now, QueuedRun.State state) {
    return now.runs().stream().filter(run -> run.state() == state).count();
  }
}
