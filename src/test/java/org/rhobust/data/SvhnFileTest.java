package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files are made by data/make.py: X[h, w, c, n] = 100 n + 40 c + 10 h + w, modulo 256. */
class SvhnFileTest {

  private static final byte[] COMPRESSED = resource("svhn.mat");
  private static final byte[] PLAIN = resource("svhn_plain.mat");

  @TempDir private Path folder;

  private static byte[] resource(String name) {
    try (InputStream stream = SvhnFileTest.class.getResourceAsStream("/data/" + name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImageSet read(byte[] bytes) throws IOException {
    return SvhnFile.read("svhn test", Files.write(folder.resolve("x.mat"), bytes));
  }

  private void assertRefused(byte[] bytes, String... words) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining("x.mat")
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"svhn.mat", "svhn_plain.mat"})
  void readsImagesInRowMajorOrderAndTenAsZero(String name) throws IOException {
    ImageSet set = read(resource(name));

    assertThat(set.labels()).containsExactly(1, 0, 3, 9, 0);
    assertThat(set.shape()).isEqualTo("3x3x4");
    for (int n = 0; n < 5; n++) {
      float[] image = set.image(n);
      for (int c = 0; c < 3; c++) {
        for (int h = 0; h < 3; h++) {
          for (int w = 0; w < 4; w++) {
            int expected = (100 * n + 40 * c + 10 * h + w) % 256;
            assertThat(image[(c * 3 + h) * 4 + w]).isEqualTo(expected / 255f);
          }
        }
      }
    }
  }

  @Test
  void refusesOtherFiles() {
    assertRefused(new byte[0], "no MATLAB file");
    assertRefused(new byte[500], "no MATLAB file");
    assertRefused("a text".getBytes(StandardCharsets.US_ASCII), "no MATLAB file");
    byte[] hdf5 = new byte[600];
    System.arraycopy("MATLAB 7.3 MAT-file".getBytes(StandardCharsets.US_ASCII), 0, hdf5, 0, 19);
    assertRefused(hdf5, "version 7.3", "-v7");
    assertRefused(ByteEdits.cut(PLAIN, 128), "holds no numeric array X");
  }

  @Test
  void refusesALabelOutOfRange() {
    for (int label : new int[] {0, 11}) {
      byte[] bytes = PLAIN.clone();
      int place = bytes.length - 5 * 8;
      assertThat(plainDouble(bytes, place)).isEqualTo(1);
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(place, label);
      assertRefused(bytes, "label " + label + ".0 of image 0 in y is outside 1..10");
    }
  }

  @Test
  void refusesSizesThatTheFileCannotHold() {
    for (int place = 128; place + 4 <= PLAIN.length - 40; place += 4) {
      for (int claim : new int[] {Integer.MAX_VALUE - 7, Integer.MIN_VALUE, 1_000_000_000}) {
        ByteBuffer edited = ByteBuffer.wrap(PLAIN.clone()).order(ByteOrder.LITTLE_ENDIAN);
        readOrRefuse(edited.putInt(place, claim).array());
      }
    }
  }

  @Test
  void refusesSizesThatACompressedPartCannotHold() {
    int end = 128 + 8 + ByteBuffer.wrap(PLAIN).order(ByteOrder.LITTLE_ENDIAN).getInt(132);
    for (int place = 0; place + 4 <= 64; place += 4) {
      for (int claim : new int[] {Integer.MAX_VALUE - 7, Integer.MIN_VALUE, 1_000_000_000}) {
        byte[] element = Arrays.copyOfRange(PLAIN, 128, end);
        ByteBuffer.wrap(element).order(ByteOrder.LITTLE_ENDIAN).putInt(place, claim);
        byte[] deflated = deflate(element);
        ByteBuffer file = ByteBuffer.allocate(136 + deflated.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(PLAIN, 0, 128).putInt(15).putInt(deflated.length).put(deflated);
        assertRefused(file.array(), ";");
      }
    }
  }

  private static byte[] deflate(byte[] bytes) {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream stream = new DeflaterOutputStream(deflated)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return deflated.toByteArray();
  }

  @Example
  void everyShorterFileIsRefused() throws IOException {
    for (byte[] whole : List.of(PLAIN, COMPRESSED)) {
      for (int length = 0; length < whole.length - 8; length++) {
        byte[] cut = ByteEdits.cut(whole, length);
        assertThatThrownBy(() -> readTemporary(cut))
            .as("cut after %d bytes", length)
            .isInstanceOf(DataException.class)
            .message()
            .hasLineCount(1);
      }
    }
  }

  @Property(tries = 1500)
  void damageNeverThrowsAnythingElse(
      @ForAll boolean compressed,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 0x1FFFF) Integer> edits) {
    readOrRefuse(ByteEdits.apply(compressed ? COMPRESSED : PLAIN, edits));
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      ImageSet set = readTemporary(bytes);
      assertThat(set.size()).isPositive();
    } catch (DataException e) {
      assertThat(e.getMessage()).hasLineCount(1).contains(".mat");
    }
  }

  private static ImageSet readTemporary(byte[] bytes) {
    try {
      Path file = Files.createTempFile("svhn", ".mat");
      try {
        return SvhnFile.read("svhn", Files.write(file, bytes));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double plainDouble(byte[] bytes, int place) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getDouble(place);
  }
}
