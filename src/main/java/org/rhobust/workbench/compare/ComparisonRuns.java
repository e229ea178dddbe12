package org.rhobust.workbench.compare;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.util.Subscription;
import org.rhobust.service.QueueSnapshot;
import org.rhobust.service.QueuedRun;
import org.rhobust.service.RunQueue;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/**
 * The runs of a comparison that are in the queue, and what the columns tell of them. Belongs to the
 * JavaFX thread.
 */
final class ComparisonRuns {

  private final RunQueue queue;
  private final Columns columns;
  private final BiConsumer<TrainingMethod, String> trained;
  private final Subscription listening;
  private final Map<TrainingMethod, Long> lined = new EnumMap<>(TrainingMethod.class);

  /**
   * @param trained told a method and the directory of its final model
   * @param ui runs on the JavaFX thread
   */
  ComparisonRuns(
      RunQueue queue, Columns columns, BiConsumer<TrainingMethod, String> trained, Executor ui) {
    this.queue = queue;
    this.columns = columns;
    this.trained = trained;
    Runnable queueListening = queue.listen(now -> ui.execute(() -> follow(queue.snapshot())));
    listening = queueListening::run;
  }

  /**
   * Lines a run up for each of the settings.
   *
   * @throws IllegalArgumentException when the queue does not take them
   */
  void add(List<TrainingSettings> all, Path folder, String device) {
    List<Long> ids = queue.add(all, folder, device);
    for (int i = 0; i < ids.size(); i++) {
      lined.put(all.get(i).method(), ids.get(i));
    }
    follow(queue.snapshot());
  }

  /** Takes all of it out of the queue, which ends its training. */
  void cancel() {
    List<Long> mine = List.copyOf(lined.values());
    lined.clear();
    mine.forEach(queue::remove);
  }

  /** Lets a paused queue go on. */
  void unpause() {
    queue.unpause();
  }

  /** Whether the queue would train, but is paused. */
  boolean paused() {
    QueueSnapshot now = queue.snapshot();
    return now.paused() && lined.values().stream().anyMatch(id -> waits(now, id));
  }

  void close() {
    listening.unsubscribe();
  }

  private static boolean waits(QueueSnapshot now, long id) {
    return now.find(id).filter(run -> run.state() == QueuedRun.State.WAITING).isPresent();
  }

  private void follow(QueueSnapshot now) {
    for (TrainingMethod method : List.copyOf(lined.keySet())) {
      QueuedRun run = now.find(lined.get(method)).orElse(null);
      if (run == null) {
        lined.remove(method);
        columns.change(method, column -> column.failed("It was taken out of the queue"));
      } else if (run.state() == QueuedRun.State.FINISHED) {
        lined.remove(method);
        columns.change(method, column -> column.waiting("Trained; its model opens", Double.NaN));
        trained.accept(method, run.request().folder().resolve("final").toString());
      } else {
        columns.change(
            method, column -> column.waiting(QueueWords.of(run, now), QueueWords.progress(run)));
      }
    }
  }
}
