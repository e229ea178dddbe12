package org.rhobust.workbench.runs;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.rhobust.run.RunDirectory;
import org.rhobust.run.RunScanner;
import org.rhobust.run.RunSummary;
import org.rhobust.run.RunTable;
import org.rhobust.run.RunsFolder;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.Latest;

/** The runs of a folder as they are on disk, and what a person does with them. */
final class RunsModel {

  private final ObservableValue<Path> folder;
  private final LiveRuns live;
  private final Executor background;
  private final RunSelection selection;
  private final FileActions files;
  private final TrashModel trash;
  private final RunScanner scanner = new RunScanner(Clock.systemUTC());
  private final Latest<Look> latest;
  private final ReadOnlyObjectWrapper<RunTable> all =
      new ReadOnlyObjectWrapper<>(RunTable.of(List.of()));
  private final ReadOnlyObjectWrapper<RunTable> shown =
      new ReadOnlyObjectWrapper<>(RunTable.of(List.of()));
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
  private final StringProperty words = new SimpleStringProperty("");
  private final StringProperty method = new SimpleStringProperty("");
  private final ObjectProperty<Optional<RunTable.Grouping>> grouping =
      new SimpleObjectProperty<>(Optional.empty());
  private final Subscription listening;

  private record Look(RunScanner.Found found, List<Path> trash) {}

  /**
   * @param folder of the runs
   * @param training the latest of the training
   * @param background reads and writes files
   * @param ui runs on the JavaFX thread
   */
  RunsModel(
      Selection selection,
      ObservableValue<Path> folder,
      ObservableValue<TrainingSnapshot> training,
      Executor background,
      Executor ui) {
    this.folder = folder;
    live = new LiveRuns(training);
    this.background = background;
    this.selection = new RunSelection(selection);
    files = new FileActions(background, ui, this::lookAnew);
    trash = new TrashModel(folder, this.selection, files);
    latest = new Latest<>(ui);
    words.subscribe(() -> filter());
    method.subscribe(() -> filter());
    listening = folder.subscribe((before, after) -> folderChanged());
  }

  /** All runs of the folder. */
  ReadOnlyObjectProperty<RunTable> allProperty() {
    return all.getReadOnlyProperty();
  }

  /** Those that pass the filter. */
  ReadOnlyObjectProperty<RunTable> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The deleted runs, which can be brought back. */
  TrashModel trash() {
    return trash;
  }

  /** What to know about the folder; may be empty. */
  ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  /** Why the last action failed; empty where it did not. */
  ReadOnlyStringProperty problemProperty() {
    return files.problemProperty();
  }

  /** What a run must contain to be shown. */
  StringProperty wordsProperty() {
    return words;
  }

  /** The method's id that a run must have to be shown; empty for any. */
  StringProperty methodProperty() {
    return method;
  }

  /** By what runs are grouped; empty for a line a run. */
  ObjectProperty<Optional<RunTable.Grouping>> groupingProperty() {
    return grouping;
  }

  /** Selects a run of the folder and lets nothing hide it. */
  void open(Path run) {
    clearFilter();
    grouping.set(Optional.empty());
    selection.select(run);
  }

  /** Lets all runs pass. */
  void clearFilter() {
    words.set("");
    method.set("");
  }

  /** Looks at the folder in the background, unless it is being looked at. */
  void look() {
    if (!latest.busyProperty().get()) {
      lookAnew();
    }
  }

  private void lookAnew() {
    Path runs = folder.getValue();
    latest.ask(
        () ->
            CompletableFuture.supplyAsync(
                () -> new Look(scanner.scan(runs), new RunsFolder(runs).trashed()), background),
        look -> {
          remark.set(look.found().remark());
          trash.show(look.trash());
          List<RunSummary> runsNow = look.found().runs().stream().map(live::asItStands).toList();
          if (!runsNow.equals(all.get().runs())) {
            all.set(RunTable.of(runsNow));
            filter();
          }
        },
        files::tell);
  }

  /** Gives a run another name. */
  void rename(RunSummary run, String name) {
    if (!refuseWhileRunning(run, "rename")) {
      files.act(
          () -> new RunsFolder(folder.getValue()).rename(run.folder(), name),
          moved -> selection.replace(run.folder(), moved));
    }
  }

  /** Writes a note; an empty one takes it away. */
  void annotate(RunSummary run, String note) {
    if (!note.strip().equals(run.note())) {
      files.act(
          () -> {
            new RunsFolder(folder.getValue()).annotate(run.folder(), note);
            return run.folder();
          },
          written -> {});
    }
  }

  /** Moves a run to the trash. */
  void delete(RunSummary run) {
    if (!refuseWhileRunning(run, "delete")) {
      trash.delete(run);
    }
  }

  /** Writes the shown runs as CSV. */
  void export(Path file) {
    RunTable table = shown.get();
    files.act(
        () -> {
          table.writeCsv(file);
          return file;
        },
        written -> {});
  }

  /** The command line that repeats a run. */
  CompletableFuture<String> command(RunSummary run) {
    return CompletableFuture.supplyAsync(
        () -> RunDirectory.open(run.folder()).readConfig().command(), background);
  }

  /** Shows a run's curves, or shows them no more. */
  void showCurves(RunSummary run, boolean on) {
    selection.showCurves(run.folder(), on);
  }

  /** Tells why something failed, or clears what was told. */
  void tell(String why) {
    files.tell(why);
  }

  void close() {
    listening.unsubscribe();
    latest.forget();
  }

  private boolean refuseWhileRunning(RunSummary run, String verb) {
    String why = live.whyNot(verb, run);
    if (!why.isEmpty()) {
      files.tell(why);
    }
    return !why.isEmpty();
  }

  private void folderChanged() {
    trash.forgetDeleted();
    files.tell("");
    lookAnew();
  }

  private void filter() {
    shown.set(all.get().filtered(words.get(), method.get()));
  }
}
