package org.rhobust.workbench.runs;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
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
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.Latest;

/** The runs of a folder as they are on disk, and what a person does with them. */
final class RunsModel {

  private final Selection selection;
  private final ObservableValue<Path> folder;
  private final ObservableValue<TrainingSnapshot> training;
  private final Executor background;
  private final Executor ui;
  private final RunScanner scanner = new RunScanner(Clock.systemUTC());
  private final Latest<Look> latest;
  private final ReadOnlyObjectWrapper<RunTable> all =
      new ReadOnlyObjectWrapper<>(RunTable.of(List.of()));
  private final ReadOnlyObjectWrapper<RunTable> shown =
      new ReadOnlyObjectWrapper<>(RunTable.of(List.of()));
  private final ReadOnlyObjectWrapper<List<Path>> trash = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final StringProperty words = new SimpleStringProperty("");
  private final StringProperty method = new SimpleStringProperty("");
  private final ObjectProperty<RunTable.Grouping> grouping = new SimpleObjectProperty<>();
  private final Subscription listening;
  private Path lastDeleted;

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
    this.selection = selection;
    this.folder = folder;
    this.training = training;
    this.background = background;
    this.ui = ui;
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

  /** The deleted runs that can be brought back. */
  ReadOnlyObjectProperty<List<Path>> trashProperty() {
    return trash.getReadOnlyProperty();
  }

  /** What to know about the folder; may be empty. */
  ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  /** Why the last action failed; empty where it did not. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The deletion that can be undone, in words; empty where there is none. */
  ReadOnlyStringProperty deletedProperty() {
    return done.getReadOnlyProperty();
  }

  /** What a run must contain to be shown. */
  StringProperty wordsProperty() {
    return words;
  }

  /** The method's id that a run must have to be shown; empty for any. */
  StringProperty methodProperty() {
    return method;
  }

  /** By what runs are grouped; null for a line a run. */
  ObjectProperty<RunTable.Grouping> groupingProperty() {
    return grouping;
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
          trash.set(look.trash());
          List<RunSummary> runsNow = look.found().runs().stream().map(this::asItStands).toList();
          if (!runsNow.equals(all.get().runs())) {
            all.set(RunTable.of(runsNow));
            filter();
          }
        },
        problem::set);
  }

  /** Whether the run is in training here, or seems to be elsewhere. */
  boolean isRunning(RunSummary run) {
    return run.state() == RunSummary.State.RUNNING;
  }

  /** Gives a run another name. */
  void rename(RunSummary run, String name) {
    if (refuseWhileRunning(run, "rename")) {
      return;
    }
    act(
        () -> new RunsFolder(folder.getValue()).rename(run.folder(), name),
        moved -> replace(run.folder(), moved));
  }

  /** Writes a note; an empty one takes it away. */
  void annotate(RunSummary run, String note) {
    if (!note.strip().equals(run.note())) {
      act(
          () -> {
            new RunsFolder(folder.getValue()).annotate(run.folder(), note);
            return run.folder();
          },
          written -> {});
    }
  }

  /** Moves a run to the trash, from which {@link #restore} brings it back. */
  void delete(RunSummary run) {
    if (refuseWhileRunning(run, "delete")) {
      return;
    }
    act(
        () -> new RunsFolder(folder.getValue()).moveToTrash(run.folder()),
        trashed -> {
          replace(run.folder(), null);
          lastDeleted = trashed;
          done.set("“%s” is in the trash.".formatted(run.name()));
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
    act(
        () -> new RunsFolder(folder.getValue()).restore(trashed),
        restored -> {
          selection.runProperty().set(restored);
          forgetDeleted();
        });
  }

  /** Deletes for good what lies in the trash; the person was asked. */
  void emptyTrash() {
    act(
        () -> {
          new RunsFolder(folder.getValue()).emptyTrash();
          return folder.getValue();
        },
        emptied -> forgetDeleted());
  }

  /** Writes the shown runs as CSV. */
  void export(Path file) {
    RunTable table = shown.get();
    act(
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
    if (on && !selection.shownRuns().contains(run.folder())) {
      selection.shownRuns().add(run.folder());
    } else if (!on) {
      selection.shownRuns().remove(run.folder());
    }
  }

  /** Tells why something failed, or clears what was told. */
  void tell(String why) {
    problem.set(why);
  }

  void close() {
    listening.unsubscribe();
    latest.forget();
  }

  /** The training here is known better than by its files' times. */
  private RunSummary asItStands(RunSummary run) {
    TrainingSnapshot now = training.getValue();
    if (!run.folder().equals(now.folder())) {
      return run;
    }
    if (now.state().active()) {
      return run.in(RunSummary.State.RUNNING);
    }
    return run.state() == RunSummary.State.RUNNING && now.state() != RunState.FINISHED
        ? run.in(RunSummary.State.STOPPED)
        : run;
  }

  private boolean refuseWhileRunning(RunSummary run, String verb) {
    if (isRunning(run)) {
      problem.set("“%s” is in training: %s it when it has ended.".formatted(run.name(), verb));
      return true;
    }
    // It may be this run that is about to go on.
    if (training.getValue().state() == RunState.PREPARING) {
      problem.set(
          "A training is being prepared: %s “%s” when it has begun.".formatted(verb, run.name()));
      return true;
    }
    return false;
  }

  private void folderChanged() {
    forgetDeleted();
    problem.set("");
    lookAnew();
  }

  private void forgetDeleted() {
    lastDeleted = null;
    done.set("");
  }

  private void filter() {
    shown.set(all.get().filtered(words.get(), method.get()));
  }

  private void act(Callable<Path> action, Consumer<Path> then) {
    problem.set("");
    CompletableFuture.supplyAsync(() -> call(action), background)
        .whenCompleteAsync(
            (result, failure) -> {
              if (failure == null) {
                then.accept(result);
              } else {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                problem.set(cause.getMessage());
              }
              lookAnew();
            },
            ui);
  }

  private static Path call(Callable<Path> action) {
    try {
      return action.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  /** A run that has moved is still the one that is looked at. */
  private void replace(Path before, Path after) {
    List<Path> curves = new ArrayList<>(selection.shownRuns());
    if (curves.contains(before)) {
      curves.replaceAll(run -> run.equals(before) && after != null ? after : run);
      curves.removeIf(before::equals);
      selection.shownRuns().setAll(curves);
    }
    if (before.equals(selection.runProperty().get())) {
      selection.runProperty().set(after);
    }
  }
}
