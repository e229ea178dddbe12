package org.rhobust.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes arrays for NumPy's {@code load}: a zip archive of files in the NPY format 1.0, one an
 * array. Large arrays may come in pieces.
 */
public final class NpzWriter {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  /** A writer to {@code stream}, which stays open. */
  public NpzWriter(OutputStream stream) {
    zip = new ZipOutputStream(stream);
  }

  /** Adds a vector of 64-bit integers, [N]. */
  public void integers(String name, long[] values) throws IOException {
    begin(name, "<i8", values.length);
    ByteBuffer bytes = littleEndian(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    zip.write(bytes.array());
  }

  /** Begins an array of 32-bit floats of this shape; {@link #append} gives its values. */
  public void beginFloats(String name, long... shape) throws IOException {
    begin(name, "<f4", shape);
  }

  /** The next values of the array begun last, in row-major order. */
  public void append(float[] values) throws IOException {
    ByteBuffer bytes = littleEndian(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    zip.write(bytes.array());
  }

  /** Completes the archive. */
  public void finish() throws IOException {
    zip.finish();
  }

  private void begin(String name, String type, long... shape) throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    // Equal arrays give equal files.
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(header(type, shape));
  }

  private static byte[] header(String type, long... shape) {
    String extents =
        Arrays.stream(shape).mapToObj(extent -> extent + ",").collect(Collectors.joining(" "));
    String text =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, extents);
    int before = MAGIC.length + Short.BYTES;
    int padding = Math.floorMod(-(before + text.length() + 1), ALIGNMENT);
    byte[] dictionary = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    return littleEndian(before + dictionary.length)
        .put(MAGIC)
        .putShort((short) dictionary.length)
        .put(dictionary)
        .array();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
