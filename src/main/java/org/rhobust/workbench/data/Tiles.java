package org.rhobust.workbench.data;

import javafx.scene.image.ImageView;
import org.rhobust.data.ImageSet;
import org.rhobust.workbench.controls.Thumbnail;

/** Pictures of images as tiles. */
final class Tiles {

  /** Pixels that a picture has at least, so that scaling it to a tile keeps it crisp. */
  private static final int FINENESS = 96;

  private Tiles() {}

  /**
   * A tile.
   *
   * @param images whose shape the values have
   * @param values [C, H, W] in [0, 1]
   * @param side of the tile on the screen, in pixels
   */
  static ImageView of(ImageSet images, float[] values, double side) {
    int height = images.height();
    int width = images.width();
    int zoom = Math.max(1, FINENESS / Math.max(height, width));
    ImageView tile = new ImageView(Thumbnail.of(values, images.channels(), height, width, zoom));
    tile.setFitWidth(side);
    tile.setFitHeight(side);
    tile.setPreserveRatio(true);
    return tile;
  }
}
