package org.rhobust.workbench.shell;

import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.service.EngineStatus;
import org.rhobust.service.ModelShelf;
import org.rhobust.tensor.ComputeThread;

/**
 * What is loaded once the window is painted: the engine, the queue, the test images and the last
 * session's model.
 */
final class Loading {

  private static final String FIRST_DATA_SET = "mnist";
  private static final String FIRST_MODEL = "mnist-ccat";

  private final WorkbenchWindow window;
  private final ComputeThread compute;
  private final Session session;

  Loading(WorkbenchWindow window, ComputeThread compute, Session session) {
    this.window = window;
    this.compute = compute;
    this.session = session;
  }

  /** The pulse after the next begins when the window is painted. */
  void afterFirstFrame() {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (++pulses == 2) {
          stop();
          load();
        }
      }
    }.start();
  }

  private void load() {
    CompletableFuture.supplyAsync(Icons::application)
        .thenAcceptAsync(icons -> window.stage().getIcons().setAll(icons), Platform::runLater);
    window.looks().followSystem(window.stage());
    compute.begin();
    window.queue().load();
    window.engine().load(EngineStatus.of(compute), window.notices()::warn);
    CompletableFuture.supplyAsync(() -> DataSets.get(FIRST_DATA_SET).test())
        .whenCompleteAsync(this::offerImages, Platform::runLater)
        .thenApplyAsync(images -> session.look(ModelShelf.samples()))
        .whenCompleteAsync(
            (found, problem) -> {
              if (problem == null) {
                session.resume(found, FIRST_MODEL);
                window.training().time().begin();
              } else {
                window.notices().warn(problem);
              }
            },
            Platform::runLater);
  }

  private void offerImages(ImageSet images, Throwable problem) {
    if (problem == null) {
      window.context().selection().imagesProperty().set(images);
    }
  }
}
