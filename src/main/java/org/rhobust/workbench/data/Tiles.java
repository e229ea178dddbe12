package org.rhobust.workbench.data;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.rhobust.data.ImageSet;

/** Pictures of images as tiles. */
final class Tiles {

  private Tiles() {}

  /**
   * The picture for a tile, to be made away from the JavaFX thread.
   *
   * @param images whose shape the values have
   * @param values [C, H, W] in [0, 1]
   */
  static Image paint(ImageSet images, float[] values) {
    TilePixels pixels = TilePixels.of(images, values);
    int width = pixels.width();
    WritableImage picture = new WritableImage(width, pixels.height());
    picture
        .getPixelWriter()
        .setPixels(
            0,
            0,
            width,
            pixels.height(),
            PixelFormat.getIntArgbInstance(),
            pixels.argb(),
            0,
            width);
    return picture;
  }

  /**
   * A tile.
   *
   * @param side on the screen, in pixels
   */
  static ImageView of(Image picture, double side, String accessibleText) {
    ImageView tile = new ImageView(picture);
    tile.setFitWidth(side);
    tile.setFitHeight(side);
    tile.setPreserveRatio(true);
    tile.setAccessibleText(accessibleText);
    return tile;
  }
}
