package org.rhobust.workbench.prediction;

import java.io.File;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes picture files that are dropped anywhere on a window, and shows that it would. */
public final class PictureDrop {

  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

  private final Scene scene;
  private final PredictionModel model;

  private PictureDrop(Scene scene, PredictionModel model) {
    this.scene = scene;
    this.model = model;
  }

  /** Lets a window take pictures. */
  public static void install(Scene scene, PredictionModel model) {
    PictureDrop drop = new PictureDrop(scene, model);
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
    model.open(files.stream().map(File::toPath).toList());
  }

  private void mark(boolean dropping) {
    scene.getRoot().pseudoClassStateChanged(DROPPING, dropping);
  }
}
