package org.rhobust.workbench.compare;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
  private final Consumer<TrainingMethod> trained;
  private final Subscription listening;
  private final Map<TrainingMethod, Path> followed = new EnumMap<>(TrainingMethod.class);
  private final Set<TrainingMethod> queued = EnumSet.noneOf(TrainingMethod.class);

  /**
   * @param trained told a method whose run has finished
   * @param ui runs on the JavaFX thread
   */
  ComparisonRuns(RunQueue queue, Columns columns, Consumer<TrainingMethod> trained, Executor ui) {
    this.queue = queue;
    this.columns = columns;
    this.trained = trained;
    Runnable queueListening = queue.listen(now -> ui.execute(this::tell));
    listening = queueListening::run;
  }

  /**
   * Lines a run up for each of the settings.
   *
   * @return the folders of the methods' runs
   * @throws IllegalArgumentException when the queue does not take them
   */
  Map<TrainingMethod, Path> add(List<TrainingSettings> all, Path folder, String device) {
    Map<TrainingMethod, Path> folders = new EnumMap<>(TrainingMethod.class);
    List<Long> ids = queue.add(all, folder, device);
    QueueSnapshot now = queue.snapshot();
    ids.forEach(
        id ->
            now.find(id)
                .ifPresent(run -> folders.put(run.settings().method(), run.request().folder())));
    return folders;
  }

  /** Tells of these runs from now on, of those that are in the queue and of those that come in. */
  void follow(Map<TrainingMethod, Path> folders) {
    queued.clear();
    followed.clear();
    followed.putAll(folders);
    tell();
  }

  /** Whether a method's run is in the queue and has not finished. */
  boolean inQueue(TrainingMethod method) {
    return queued.contains(method);
  }

  /** Takes all of it out of the queue, which ends its training. */
  void cancel() {
    QueueSnapshot now = queue.snapshot();
    List<QueuedRun> mine = followed.values().stream().flatMap(run -> find(now, run)).toList();
    queued.clear();
    followed.clear();
    mine.stream()
        .filter(run -> run.state() != QueuedRun.State.FINISHED)
        .forEach(run -> queue.remove(run.id()));
  }

  /** Lets a paused queue go on. */
  void unpause() {
    queue.unpause();
  }

  /** Whether the queue would train, but is paused. */
  boolean paused() {
    QueueSnapshot now = queue.snapshot();
    return now.paused()
        && followed.values().stream()
            .flatMap(run -> find(now, run))
            .anyMatch(run -> run.state() == QueuedRun.State.WAITING);
  }

  void close() {
    listening.unsubscribe();
  }

  private static Stream<QueuedRun> find(QueueSnapshot now, Path folder) {
    return now.runs().stream().filter(run -> run.request().folder().equals(folder));
  }

  /** What has finished before it was seen in the queue is opened as any other model. */
  private void tell() {
    QueueSnapshot now = queue.snapshot();
    followed.forEach(
        (method, folder) -> {
          QueuedRun run = find(now, folder).findFirst().orElse(null);
          if (run != null && run.state() != QueuedRun.State.FINISHED) {
            queued.add(method);
            columns.change(
                method,
                column -> column.waiting(QueueWords.of(run, now), QueueWords.progress(run)));
          } else if (queued.remove(method)) {
            leftQueue(method, run);
          }
        });
  }

  private void leftQueue(TrainingMethod method, QueuedRun run) {
    if (run == null) {
      columns.change(method, column -> column.failed("It was taken out of the queue"));
    } else {
      columns.change(method, column -> column.waiting("Trained; its model opens", Double.NaN));
      trained.accept(method);
    }
  }
}
