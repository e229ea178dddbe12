package org.rhobust.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** NumPy archives as bytes, made by the format's description. */
public final class NpzFixture {

  private final Map<String, byte[]> arrays = new LinkedHashMap<>();

  /** An array of floats of 64 bits. */
  public NpzFixture doubles(String name, double[] values, long... shape) {
    ByteBuffer bytes = littleEndian(8 * values.length);
    bytes.asDoubleBuffer().put(values);
    return array(name, npy("<f8", false, shape, bytes.array()));
  }

  /** An array of floats of 32 bits, rounded from doubles. */
  public NpzFixture floats(String name, double[] values, long... shape) {
    ByteBuffer bytes = littleEndian(4 * values.length);
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return array(name, npy("<f4", false, shape, bytes.array()));
  }

  /** A vector of integers of 64 bits. */
  public NpzFixture integers(String name, int... values) {
    ByteBuffer bytes = littleEndian(8 * values.length);
    for (int value : values) {
      bytes.putLong(value);
    }
    return array(name, npy("<i8", false, new long[] {values.length}, bytes.array()));
  }

  /** An entry with this content, which need not be an array. */
  public NpzFixture array(String name, byte[] npy) {
    arrays.put(name, npy);
    return this;
  }

  /** The archive. */
  public byte[] bytes(boolean compressed) {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(archive)) {
      for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
        ZipEntry entry = new ZipEntry(array.getKey() + ".npy");
        if (!compressed) {
          CRC32 checksum = new CRC32();
          checksum.update(array.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(array.getValue().length);
          entry.setCrc(checksum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(array.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return archive.toByteArray();
  }

  /** A file in the NPY format 1.0. */
  public static byte[] npy(String descr, boolean fortran, long[] shape, byte[] values) {
    StringBuilder extents = new StringBuilder();
    for (long extent : shape) {
      extents.append(extent).append(", ");
    }
    return npy(
        1,
        "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }"
            .formatted(descr, fortran ? "True" : "False", extents),
        values);
  }

  /** A file in the NPY format of this version with this header. */
  public static byte[] npy(int version, String header, byte[] values) {
    byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer bytes = littleEndian(8 + 2 * version + text.length + values.length);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) version).put((byte) 0);
    if (version == 1) {
      bytes.putShort((short) text.length);
    } else {
      bytes.putInt(text.length);
    }
    return bytes.put(text).put(values).array();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
