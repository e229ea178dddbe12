package org.rhobust.data;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The pixels of a picture file, decoded only once its header has told that they are not too many.
 */
final class DecodedPicture {

  private static final Set<String> FORMATS = Set.of("png", "jpeg", "bmp", "gif");
  private static final long LONGEST_FILE = 256L << 20;
  private static final long MOST_PIXELS = 100_000_000;

  /** Of a picture of 16 bits a channel with transparency. */
  private static final int MOST_BYTES_A_PIXEL = 8;

  private final BufferedImage image;
  private final boolean grey;

  private DecodedPicture(BufferedImage image) {
    this.image = image;
    ColorModel colours = image.getColorModel();
    grey = !(colours instanceof IndexColorModel) && colours.getNumColorComponents() == 1;
  }

  /**
   * Decodes the first picture of {@code file}.
   *
   * @throws DataException if it cannot be read, is of another format, too large or damaged
   */
  static DecodedPicture read(Path file) {
    FileBytes.requireRegular(file, "give a picture");
    byte[] bytes = FileBytes.read(file, LONGEST_FILE);
    // In memory: the disk cache would write temporary files.
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = reader(stream, file);
      try {
        return decode(reader, stream, file);
      } finally {
        reader.dispose();
      }
    } catch (DataException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The decoders of the JDK meet damage with any exception.
      throw new DataException(
          file + " is damaged or of an unusual kind; save it as PNG or JPEG again", e);
    }
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  /** Whether it holds grey levels and no colours. */
  boolean grey() {
    return grey;
  }

  /** The colour of a pixel as 0xRRGGBB on black. */
  int rgb(int x, int y) {
    if (grey) {
      // Not by getRGB, which takes the levels for linear light and brightens them.
      Raster raster = image.getRaster();
      int alpha = raster.getNumBands() > 1 ? level(raster, x, y, 1) : 255;
      return onBlack(level(raster, x, y, 0), alpha) * 0x010101;
    }
    int argb = image.getRGB(x, y);
    int alpha = argb >>> 24;
    return onBlack(argb >> 16 & 0xff, alpha) << 16
        | onBlack(argb >> 8 & 0xff, alpha) << 8
        | onBlack(argb & 0xff, alpha);
  }

  private static DecodedPicture decode(ImageReader reader, ImageInputStream stream, Path file)
      throws IOException {
    boolean[] cut = new boolean[1];
    reader.addIIOReadWarningListener(
        (source, warning) -> cut[0] |= warning.toLowerCase(Locale.ROOT).contains("premature end"));
    reader.setInput(stream, true, true);
    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > MOST_PIXELS) {
      throw new DataException(
          "%s has %d by %d pixels, more than %d in all; make it smaller"
              .formatted(file, reader.getWidth(0), reader.getHeight(0), MOST_PIXELS));
    }
    MemoryLimit.check(file.toString(), MOST_BYTES_A_PIXEL * pixels);
    DecodedPicture picture = new DecodedPicture(reader.read(0));
    if (cut[0]) {
      throw new DataException(file + " is cut; fetch the picture again");
    }
    return picture;
  }

  private static ImageReader reader(ImageInputStream stream, Path file) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        return reader;
      }
      reader.dispose();
    }
    throw new DataException(file + " is no picture in PNG, JPEG, BMP or GIF; give one of these");
  }

  /** A sample in 0..255, whatever its bits. */
  private int level(Raster raster, int x, int y, int band) {
    int bits = image.getColorModel().getComponentSize(band);
    int sample = raster.getSample(x, y, band);
    return bits >= 8 ? sample >> bits - 8 : sample * 255 / ((1 << bits) - 1);
  }

  private static int onBlack(int level, int alpha) {
    return (level * alpha + 127) / 255;
  }
}
