package org.rhobust.workbench.controls;

import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.rhobust.data.ImageSet;

/** Small pictures of images. */
public final class Thumbnail {

  private Thumbnail() {}

  /**
   * Image {@code index} of a set, every pixel a square of {@code zoom} screen pixels.
   *
   * @param zoom at least 1
   */
  public static Image of(ImageSet images, int index, int zoom) {
    float[] values = images.image(index);
    int width = images.width();
    int plane = images.height() * width;
    int last = images.channels() - 1;
    WritableImage picture = new WritableImage(width * zoom, images.height() * zoom);
    PixelWriter writer = picture.getPixelWriter();
    for (int y = 0; y < images.height() * zoom; y++) {
      for (int x = 0; x < width * zoom; x++) {
        int pixel = y / zoom * width + x / zoom;
        float red = values[pixel];
        float green = values[last / 2 * plane + pixel];
        float blue = values[last * plane + pixel];
        writer.setColor(x, y, Color.color(red, green, blue));
      }
    }
    return picture;
  }
}
