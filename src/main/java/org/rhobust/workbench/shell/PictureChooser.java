package org.rhobust.workbench.shell;

import java.io.File;
import java.util.List;
import javafx.stage.FileChooser;

/** Asks for pictures to predict. */
final class PictureChooser {

  private PictureChooser() {}

  static void open(WorkbenchWindow window) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Predict pictures");
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter(
                "Pictures", "*.png", "*.jpg", "*.jpeg", "*.bmp", "*.gif"),
            new FileChooser.ExtensionFilter("All files", "*"));
    List<File> files = chooser.showOpenMultipleDialog(window.stage());
    if (files != null) {
      window.prediction().open(files.stream().map(File::toPath).toList());
    }
  }
}
