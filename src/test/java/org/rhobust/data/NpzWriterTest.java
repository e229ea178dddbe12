package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Reads back by the format's description: magic, version 1.0, length, dictionary, data. */
class NpzWriterTest {

  @Test
  void writes_arrays_in_the_npy_format() throws IOException {
    Map<String, byte[]> entries = unzip(write());

    assertThat(entries.keySet()).containsExactly("index.npy", "perturbation.npy");
    ByteBuffer index =
        data(entries.get("index.npy"), "{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }");
    assertThat(index.getLong()).isEqualTo(7);
    assertThat(index.getLong()).isEqualTo(-1);
    assertThat(index.hasRemaining()).isFalse();
    ByteBuffer floats =
        data(
            entries.get("perturbation.npy"),
            "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1, 1, 2,), }");
    for (float expected : new float[] {0.5f, -0.25f, 0, 1e-9f}) {
      assertThat(floats.getFloat()).isEqualTo(expected);
    }
    assertThat(floats.hasRemaining()).isFalse();
  }

  @Test
  void equal_arrays_give_equal_bytes() throws IOException {
    assertThat(write()).isEqualTo(write());
  }

  private static byte[] write() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    NpzWriter npz = new NpzWriter(stream);
    npz.integers("index", new long[] {7, -1});
    npz.beginFloats("perturbation", 2, 1, 1, 2);
    npz.append(new float[] {0.5f, -0.25f});
    npz.append(new float[] {0, 1e-9f});
    npz.finish();
    return stream.toByteArray();
  }

  private static Map<String, byte[]> unzip(byte[] archive) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static ByteBuffer data(byte[] npy, String dictionary) {
    ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[8];
    bytes.get(magic);
    assertThat(magic).isEqualTo(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    byte[] header = new byte[bytes.getShort()];
    bytes.get(header);
    assertThat(bytes.position() % 64).isZero();
    assertThat(new String(header, StandardCharsets.US_ASCII)).startsWith(dictionary).endsWith("\n");
    return bytes;
  }
}
