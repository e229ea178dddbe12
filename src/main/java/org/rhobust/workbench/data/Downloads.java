package org.rhobust.workbench.data;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rhobust.data.Download;
import org.rhobust.workbench.controls.LongWork;

/** Fetches data sets, one at a time. Belongs to the JavaFX thread. */
final class Downloads {

  private final Executor background;
  private final LongWork<Void> work;
  private final ReadOnlyObjectWrapper<SetEntry> latest =
      new ReadOnlyObjectWrapper<>(this, "latest");

  /**
   * @param background runs one task after another, away from the JavaFX thread
   * @param ui runs on the JavaFX thread
   * @param clock seconds that never go back
   */
  Downloads(Executor background, Executor ui, DoubleSupplier clock) {
    this.background = background;
    work = new LongWork<>(ui, clock);
  }

  /** The progress of the download. */
  LongWork<Void> work() {
    return work;
  }

  /** The set that is being fetched, or was last; null at first. */
  ReadOnlyObjectProperty<SetEntry> latestProperty() {
    return latest.getReadOnlyProperty();
  }

  /** Whether this set is being fetched. */
  boolean fetches(SetEntry entry) {
    return work.runningProperty().get() && latest.get() == entry;
  }

  /**
   * Fetches a set that is away; not while another is being fetched.
   *
   * @param done told the entry once its files are here
   */
  void start(SetEntry entry, Consumer<SetEntry> done) {
    if (work.runningProperty().get()) {
      return;
    }
    Download download = entry.set().download().orElseThrow();
    latest.set(entry);
    work.start(
        "Downloading " + entry.name(),
        progress -> fetch(download, progress),
        nothing -> done.accept(entry));
  }

  /** Stops; what has arrived is kept for the next time. */
  void cancel() {
    work.cancel();
  }

  private CompletableFuture<Void> fetch(Download download, DoubleConsumer progress) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    background.execute(
        () -> {
          try {
            download.run(
                (bytes, total) -> progress.accept((double) bytes / total), result::isCancelled);
            result.complete(null);
          } catch (RuntimeException e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }
}
