package org.rhobust.workbench.runs;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.rhobust.run.RunSummary;
import org.rhobust.run.RunsFolder;

/** The deleted runs of a folder, and the last deletion while it can be undone. */
final class TrashModel {

  private final ObservableValue<Path> folder;
  private final RunSelection selection;
  private final FileActions files;
  private final ReadOnlyObjectWrapper<List<Path>> runs = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper deleted = new ReadOnlyStringWrapper("");
  private Path lastDeleted;

  /**
   * @param folder of the runs
   */
  TrashModel(ObservableValue<Path> folder, RunSelection selection, FileActions files) {
    this.folder = folder;
    this.selection = selection;
    this.files = files;
  }

  /** The deleted runs that can be brought back. */
  ReadOnlyObjectProperty<List<Path>> runsProperty() {
    return runs.getReadOnlyProperty();
  }

  /** The deletion that can be undone, in words; empty where there is none. */
  ReadOnlyStringProperty deletedProperty() {
    return deleted.getReadOnlyProperty();
  }

  /** Takes in what lies in the trash now. */
  void show(List<Path> trashed) {
    runs.set(trashed);
  }

  /** Moves a run to the trash, from which {@link #restore} brings it back. */
  void delete(RunSummary run) {
    files.act(
        () -> new RunsFolder(folder.getValue()).moveToTrash(run.folder()),
        trashed -> {
          selection.replace(run.folder(), null);
          lastDeleted = trashed;
          deleted.set("“%s” is in the trash.".formatted(run.name()));
        });
  }

  /** Brings back the run that was deleted last. */
  void undoDelete() {
    if (lastDeleted != null) {
      restore(lastDeleted);
    }
  }

  /** Brings a run back out of the trash. */
  void restore(Path trashed) {
    files.act(
        () -> new RunsFolder(folder.getValue()).restore(trashed),
        restored -> {
          selection.select(restored);
          forgetDeleted();
        });
  }

  /** Deletes for good what lies in the trash; the person was asked. */
  void empty() {
    files.act(
        () -> {
          new RunsFolder(folder.getValue()).emptyTrash();
          return folder.getValue();
        },
        emptied -> forgetDeleted());
  }

  /** The last deletion is no longer one to be undone. */
  void forgetDeleted() {
    lastDeleted = null;
    deleted.set("");
  }
}
