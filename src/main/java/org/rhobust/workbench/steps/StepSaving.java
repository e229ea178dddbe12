package org.rhobust.workbench.steps;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import org.rhobust.plot.SaveDialog;
import org.rhobust.service.AttackSteps;
import org.rhobust.workbench.WorkbenchContext;

/** Saves what is looked at, away from the JavaFX thread. */
final class StepSaving {

  private final StepsModel model;
  private final SaveDialog dialog;
  private final WorkbenchContext context;

  /**
   * @param dialog asks where
   */
  StepSaving(StepsModel model, SaveDialog dialog, WorkbenchContext context) {
    this.model = model;
    this.dialog = dialog;
    this.context = context;
  }

  /** Whether there is a finished attack to save. */
  BooleanBinding possible() {
    return Bindings.createBooleanBinding(this::finished, model.restartsProperty());
  }

  /** A menu's items, one a kind of file. */
  List<MenuItem> items(Supplier<Parent> view) {
    return Stream.of(StepFile.values())
        .map(
            file -> {
              MenuItem item =
                  new MenuItem(
                      "Save %s (%s) …"
                          .formatted(
                              file.words(), file.extension().toUpperCase(java.util.Locale.ROOT)));
              item.setId("save-" + file.extension());
              item.setOnAction(e -> save(file, view.get()));
              return item;
            })
        .toList();
  }

  /** Asks where and saves; tells what came of it. */
  void save(StepFile file, Parent view) {
    if (!finished()) {
      context.notice().accept("There is no finished attack to save yet.");
      return;
    }
    AttackSteps attack = model.stepsProperty().get();
    int step = model.stepProperty().get();
    var owner = view.getScene() == null ? null : view.getScene().getWindow();
    dialog.save(
        owner,
        file.name(attack, step),
        file.extension(),
        path -> file.write(attack, step, path),
        context.notice(),
        context.warn());
  }

  private boolean finished() {
    return model.restartsProperty().get() != null && model.restartsProperty().get().finished();
  }
}
