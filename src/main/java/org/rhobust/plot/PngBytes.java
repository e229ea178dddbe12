package org.rhobust.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pixels as a PNG file's bytes. */
public final class PngBytes {

  private PngBytes() {}

  /**
   * Encodes a picture.
   *
   * @param argb width × height pixels, row by row
   * @throws UncheckedIOException when this Java installation cannot write PNG
   */
  public static byte[] of(int[] argb, int width, int height) {
    // The disk cache of ImageIO would write temporary files for every picture.
    ImageIO.setUseCache(false);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, argb, 0, width);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", bytes)) {
        throw new IOException("this Java installation cannot write PNG files");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    return bytes.toByteArray();
  }
}
