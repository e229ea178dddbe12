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
    return of(images.image(index), images.channels(), images.height(), images.width(), zoom);
  }

  /**
   * An image of values [C, H, W] in [0, 1], every pixel a square of {@code zoom} screen pixels.
   *
   * @param zoom at least 1
   */
  public static Image of(float[] values, int channels, int height, int width, int zoom) {
    int plane = height * width;
    int last = channels - 1;
    WritableImage picture = new WritableImage(width * zoom, height * zoom);
    PixelWriter writer = picture.getPixelWriter();
    for (int y = 0; y < height * zoom; y++) {
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
