package org.rhobust.workbench.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.scene.image.Image;

/**
 * Pictures of the examples of classes, painted elsewhere when first asked for. Those asked for last
 * are kept. Belongs to the JavaFX thread.
 */
final class ClassTiles {

  /** Classes: some windows full, at most 30 MB. */
  private static final int KEPT = 32;

  private final Executor painter;
  private final Map<Integer, CompletableFuture<List<Image>>> kept =
      new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param painter runs away from the JavaFX thread
   */
  ClassTiles(Executor painter) {
    this.painter = painter;
  }

  /** The pictures of a class of the shown set, in the order of its examples. */
  CompletableFuture<List<Image>> of(Examples.OfClass item) {
    CompletableFuture<List<Image>> pictures =
        kept.computeIfAbsent(
            item.number(), number -> CompletableFuture.supplyAsync(() -> paint(item), painter));
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return pictures;
  }

  /** Another set is shown. */
  void clear() {
    kept.clear();
  }

  private static List<Image> paint(Examples.OfClass item) {
    return item.indices().stream()
        .map(i -> Tiles.paint(item.images(), item.images().image(i)))
        .toList();
  }
}
