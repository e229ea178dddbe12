package org.rhobust.workbench.shell;

import java.io.File;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import org.rhobust.service.ModelInfo;

/** Saves the selected model as a model directory; the network in training as it is now. */
final class ModelSaver {

  private ModelSaver() {}

  /** Asks for the new folder and saves. */
  static void ask(WorkbenchWindow window) {
    ModelInfo model = window.context().selection().modelProperty().get();
    if (model == null) {
      window.notices().warn("No model is open: open or train one, then save it.");
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save " + model.title() + " as a new folder");
    chooser.setInitialFileName(model.title().replaceAll("[^\\w.-]+", "-"));
    File chosen = chooser.showSaveDialog(window.stage());
    if (chosen != null) {
      save(window, model, chosen);
    }
  }

  static void save(WorkbenchWindow window, ModelInfo model, File folder) {
    window
        .context()
        .models()
        .save(model.id(), folder.toPath(), window.context().training()::snapshot)
        .whenCompleteAsync(
            (saved, problem) -> {
              if (problem == null) {
                window.notices().tell("%s is saved in %s.".formatted(saved.name(), folder));
              } else {
                window.notices().warn(problem);
              }
            },
            Platform::runLater);
  }
}
