package org.rhobust.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** Picture files. */
public final class PictureFixture {

  private PictureFixture() {}

  /**
   * Writes a picture, in the format that the file's name ends with.
   *
   * @param type of {@link BufferedImage}
   * @param argb the colour at (x, y); of grey pictures the level
   */
  public static Path write(Path file, int type, int width, int height, IntBinaryOperator argb) {
    String name = file.getFileName().toString();
    try {
      Files.createDirectories(file.getParent());
      return Files.write(
          file, bytes(name.substring(name.lastIndexOf('.') + 1), type, width, height, argb));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A picture file's content. */
  static byte[] bytes(String format, int type, int width, int height, IntBinaryOperator argb) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (image.getRaster().getNumBands() == 1) {
          image.getRaster().setSample(x, y, 0, argb.applyAsInt(x, y));
        } else {
          image.setRGB(x, y, argb.applyAsInt(x, y));
        }
      }
    }
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      if (!ImageIO.write(image, format, stream)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stream.toByteArray();
  }

  /** A small PNG whose header claims these extents. */
  static byte[] claiming(int width, int height) {
    byte[] png = bytes("png", BufferedImage.TYPE_BYTE_GRAY, 1, 1, (x, y) -> 0);
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    return png;
  }
}
