package org.rhobust.workbench.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rhobust.workbench.Selection;

/** The run that is looked at, and those whose curves are shown. */
final class RunSelection {

  private final Selection selection;

  RunSelection(Selection selection) {
    this.selection = selection;
  }

  void select(Path run) {
    selection.runProperty().set(run);
  }

  /** Shows a run's curves, or shows them no more. */
  void showCurves(Path run, boolean on) {
    if (on && !selection.shownRuns().contains(run)) {
      selection.shownRuns().add(run);
    } else if (!on) {
      selection.shownRuns().remove(run);
    }
  }

  /**
   * A run that has moved is still the one that is looked at.
   *
   * @param after null where it is there no more
   */
  void replace(Path before, Path after) {
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
