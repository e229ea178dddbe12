package org.rhobust.workbench.controls;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BestPoint;

/** Small pictures of images, whose pixels are seen. */
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
   * An attacked image of a set, x + δ; the original where δ was not kept. Rounding may have left it
   * a trace outside [0, 1].
   *
   * @param zoom at least 1
   */
  public static Image of(ImageSet images, AttackedImage attacked, int zoom) {
    float[] values = images.image(attacked.index());
    BestPoint best = attacked.best();
    if (best != null && best.perturbation() != null) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.max(0, Math.min(1, values[i] + best.perturbation()[i]));
      }
    }
    return of(values, images.channels(), images.height(), images.width(), zoom);
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

  /** Shows a picture, which may be null at first, in a square of {@code side} screen pixels. */
  public static ImageView view(Image picture, double side) {
    ImageView view = new ImageView(picture);
    view.setFitWidth(side);
    view.setFitHeight(side);
    view.setPreserveRatio(true);
    view.setSmooth(false);
    return view;
  }
}
