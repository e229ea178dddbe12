package org.rhobust.workbench.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped anywhere on a window, and shows that it would. */
final class FileDrop {

  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

  private final Scene scene;
  private final Consumer<List<Path>> open;

  private FileDrop(Scene scene, Consumer<List<Path>> open) {
    this.scene = scene;
    this.open = open;
  }

  /** Lets a window take files. */
  static void install(Scene scene, Consumer<List<Path>> open) {
    FileDrop drop = new FileDrop(scene, open);
    scene.setOnDragOver(drop::over);
    scene.setOnDragExited(event -> drop.mark(false));
    scene.setOnDragDropped(drop::dropped);
  }

  private void over(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      mark(true);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    event.setDropCompleted(!files.isEmpty());
    event.consume();
    mark(false);
    open.accept(files.stream().map(File::toPath).toList());
  }

  private void mark(boolean dropping) {
    scene.getRoot().pseudoClassStateChanged(DROPPING, dropping);
  }
}
