package org.rhobust.workbench.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.rhobust.run.RunDirectory;
import org.rhobust.service.RunCurves;
import org.rhobust.workbench.controls.Latest;

/**
 * The runs that are laid over the training: read in the background, and again when they have grown.
 */
public final class ShownRuns {

  /** More curves than that nobody tells apart. */
  static final int MOST = 12;

  private final ObservableList<Path> folders;
  private final Function<Path, RunCurves> reader;
  private final Executor background;
  private final Latest<List<Read>> latest;
  private final Map<Path, Read> known = new HashMap<>();
  private final ReadOnlyObjectWrapper<List<RunCurves>> curves =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * A folder as it was read.
   *
   * @param bytes of its metrics by then; −1 where there are none
   * @param curves null where it could not be read
   * @param problem why not; null where it could
   */
  private record Read(Path folder, long bytes, RunCurves curves, String problem) {}

  /**
   * @param folders of the runs to show
   * @param reader reads one; may be slow
   * @param background where it is read
   * @param ui runs on the JavaFX thread
   */
  ShownRuns(
      ObservableList<Path> folders,
      Function<Path, RunCurves> reader,
      Executor background,
      Executor ui) {
    this.folders = folders;
    this.reader = reader;
    this.background = background;
    latest = new Latest<>(ui);
    folders.addListener((ListChangeListener<Path>) change -> refresh());
    refresh();
  }

  /** The curves, in the order in which the runs are to be shown. */
  public ReadOnlyObjectProperty<List<RunCurves>> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  /** Which run cannot be shown and why, in one line; empty where all can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Reads what is new, or has grown; at once nothing happens where nothing has. */
  public void refresh() {
    if (folders.isEmpty()) {
      latest.forget();
      known.clear();
      show(List.of());
      return;
    }
    List<Path> wanted = folders.stream().limit(MOST).toList();
    Map<Path, Read> before = Map.copyOf(known);
    latest.ask(
        () ->
            CompletableFuture.supplyAsync(
                () -> wanted.stream().map(folder -> read(folder, before.get(folder))).toList(),
                background),
        this::show,
        problem::set);
  }

  private Read read(Path folder, Read before) {
    long bytes = bytes(folder.resolve(RunDirectory.METRICS));
    if (before != null && before.bytes() == bytes) {
      return before;
    }
    try {
      return new Read(folder, bytes, reader.apply(folder), null);
    } catch (RuntimeException e) {
      return new Read(folder, bytes, null, e.getMessage());
    }
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }

  private void show(List<Read> runs) {
    known.clear();
    runs.forEach(run -> known.put(run.folder(), run));
    List<RunCurves> readable = new ArrayList<>();
    String wrong = folders.size() > MOST ? "Only the first %d runs are shown".formatted(MOST) : "";
    for (Read run : runs) {
      if (run.curves() != null) {
        readable.add(run.curves());
      } else {
        wrong = run.problem();
      }
    }
    problem.set(wrong);
    if (!readable.equals(curves.get())) {
      curves.set(readable);
    }
  }
}
