package org.rhobust.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntToDoubleFunction;
import javax.imageio.ImageIO;
import org.rhobust.attack.ImageAttack.Outcome;
import org.rhobust.data.ImageSet;

/**
 * One attacked image as PNG: the original, the perturbation of lowest objective magnified so that
 * its largest entry is black or white around grey, and their sum, side by side. Images of three
 * channels are red, green and blue; of others the first channel shows.
 */
public final class PictureFile implements AttackFile {

  /** The side of a panel in pixels, roughly: pixels of the image are drawn as whole squares. */
  private static final int PANEL = 280;

  private static final int GAP = 16;
  private static final int WHITE = 0xffffff;

  private final OutputStream stream;
  private final ImageSet images;
  private final int scale;

  /**
   * Makes the file.
   *
   * @param images the set that the attacked image is in
   */
  public PictureFile(OutputStream stream, ImageSet images) {
    this.stream = stream;
    this.images = images;
    scale = Math.max(1, PANEL / Math.max(images.height(), images.width()));
  }

  @Override
  public void write(Outcome outcome) throws IOException {
    float[] original = images.image(outcome.index());
    float[] perturbation = outcome.perturbation();
    float largest = 0;
    for (float entry : perturbation) {
      largest = Math.max(largest, Math.abs(entry));
    }
    float range = largest > 0 ? largest : 1;
    int width = images.width() * scale;
    BufferedImage picture =
        new BufferedImage(
            3 * width + 4 * GAP, images.height() * scale + 2 * GAP, BufferedImage.TYPE_INT_RGB);
    fill(picture, 0, 0, picture.getWidth(), picture.getHeight(), WHITE);
    draw(picture, GAP, i -> original[i]);
    draw(picture, 2 * GAP + width, i -> (perturbation[i] / range + 1) / 2);
    draw(picture, 3 * GAP + 2 * width, i -> original[i] + perturbation[i]);
    // The disk cache would write temporary files.
    ImageIO.setUseCache(false);
    if (!ImageIO.write(picture, "png", stream)) {
      throw new IOException("this Java installation cannot write PNG files");
    }
  }

  @Override
  public void finish() throws IOException {
    stream.flush();
  }

  private void draw(BufferedImage picture, int left, IntToDoubleFunction value) {
    int plane = images.height() * images.width();
    int step = images.channels() == 3 ? plane : 0;
    for (int y = 0; y < images.height(); y++) {
      for (int x = 0; x < images.width(); x++) {
        int i = y * images.width() + x;
        int red = level(value.applyAsDouble(i));
        int green = level(value.applyAsDouble(i + step));
        int blue = level(value.applyAsDouble(i + 2 * step));
        fill(
            picture,
            left + x * scale,
            GAP + y * scale,
            scale,
            scale,
            red << 16 | green << 8 | blue);
      }
    }
  }

  private static void fill(
      BufferedImage picture, int left, int top, int width, int height, int rgb) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        picture.setRGB(x, y, rgb);
      }
    }
  }

  private static int level(double value) {
    return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
  }
}
