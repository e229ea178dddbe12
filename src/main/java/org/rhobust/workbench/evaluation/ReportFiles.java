package org.rhobust.workbench.evaluation;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.data.AtomicFiles;
import org.rhobust.evaluation.battery.Batteries;
import org.rhobust.report.EvaluationReport;
import org.rhobust.workbench.controls.Latest;

/** Writes files in the background and tells what came of it. Belongs to the JavaFX thread. */
final class ReportFiles {

  private final Executor background;
  private final Latest<String> latest;
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  ReportFiles(Executor background, Executor ui) {
    this.background = background;
    latest = new Latest<>(ui);
  }

  /** What was done, in one line; empty where there is nothing to tell. */
  ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** Why a file was not written, in one line; empty where none failed. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Tells a line of another origin. */
  void tell(String line) {
    problem.set("");
    notice.set(line);
  }

  /** Tells what failed elsewhere. */
  void warn(String line) {
    problem.set(line);
  }

  /** Writes the report of an evaluation into a folder, which is made. */
  void save(Outcome outcome, Path folder) {
    write(
        () -> {
          new EvaluationReport(folder).write(outcome.evaluation(), outcome.command(folder));
          return "The report is in " + folder;
        },
        () -> {});
  }

  /**
   * Writes a battery that comes along to a file.
   *
   * @param then what follows where that went well
   */
  void copyBattery(String name, Path file, Runnable then) {
    write(
        () -> {
          AtomicFiles.writeString(file, Batteries.text(name));
          return "Edit %s with any editor; Evaluate reads it again.".formatted(file);
        },
        then);
  }

  private void write(Supplier<String> work, Runnable then) {
    tell("");
    latest.ask(
        () -> CompletableFuture.supplyAsync(work, background),
        line -> {
          notice.set(line);
          then.run();
        },
        problem::set);
  }
}
