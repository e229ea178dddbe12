package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpzReaderTest {

  private static final double[] SIX = {0.1, -2, Double.NaN, 1e-300, Double.POSITIVE_INFINITY, 0};

  private static Path fuzzed;

  @TempDir Path folder;

  private NpyArray read(byte[] archive, String array) throws IOException {
    Path file = Files.write(folder.resolve("results.npz"), archive);
    try (NpzReader npz = NpzReader.open(file)) {
      return npz.read(array);
    }
  }

  private void assertRefused(byte[] npy, String... parts) {
    assertThatThrownBy(() -> read(new NpzFixture().array("clean", npy).bytes(true), "clean"))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(parts)
        .hasMessageContainingAll("results.npz", "array clean")
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsStoredAndCompressedArrays(boolean compressed) throws IOException {
    byte[] archive =
        new NpzFixture()
            .doubles("clean", SIX, 2, 3)
            .floats("attacked", SIX, 3, 1, 2)
            .integers("labels", 7, -1, Integer.MAX_VALUE)
            .bytes(compressed);

    NpyArray doubles = read(archive, "clean");
    assertThat(doubles.shape()).containsExactly(2, 3);
    assertThat(doubles.integral()).isFalse();
    NpyArray floats = read(archive, "attacked");
    assertThat(floats.shapeText()).isEqualTo("[3, 1, 2]");
    for (int i = 0; i < SIX.length; i++) {
      assertThat(doubles.number(i)).isEqualTo(Double.valueOf(SIX[i]));
      assertThat(floats.number(i)).isEqualTo(Double.valueOf((float) SIX[i]));
    }
    NpyArray labels = read(archive, "labels");
    assertThat(labels.integral()).isTrue();
    assertThat(labels.size()).isEqualTo(3);
    assertThat(List.of(labels.integer(0), labels.integer(1), labels.integer(2)))
        .containsExactly(7L, -1L, (long) Integer.MAX_VALUE);
  }

  @Test
  void readsWhatTheWriterWrites() throws IOException {
    Path file = folder.resolve("written.npz");
    try (OutputStream stream = Files.newOutputStream(file)) {
      NpzWriter npz = new NpzWriter(stream);
      npz.integers("index", new long[] {Long.MIN_VALUE, 3});
      npz.beginFloats("perturbation", 2, 1, 1, 2);
      npz.append(new float[] {0.5f, -0.25f, 0, 1e-9f});
      npz.finish();
    }
    try (NpzReader npz = NpzReader.open(file)) {
      assertThat(npz.read("index").integer(0)).isEqualTo(Long.MIN_VALUE);
      assertThat(npz.read("perturbation").shape()).containsExactly(2, 1, 1, 2);
      assertThat(npz.read("perturbation").number(3)).isEqualTo((double) 1e-9f);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<i8, 8, 0xff, -1", "<i4, 4, 0xff, -1", "<i2, 2, 0xff, -1",
    "|i1, 1, 0xff, -1", "|u1, 1, 0xff, 255", "|b1, 1, 0x01, 1"
  })
  void readsEveryIntegralType(String descr, int bytes, String fill, long expected)
      throws IOException {
    byte[] values = new byte[2 * bytes];
    java.util.Arrays.fill(values, bytes, 2 * bytes, Integer.decode(fill).byteValue());
    byte[] npy = NpzFixture.npy(descr, false, new long[] {2}, values);

    NpyArray array = read(new NpzFixture().array("a", npy).bytes(true), "a");

    assertThat(array.integer(0)).isZero();
    assertThat(array.integer(1)).isEqualTo(expected);
    assertThat(array.number(1)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'descr': '<f8', 'fortran_order': False, 'shape': (), }",
        "{'shape': (1,), 'fortran_order': False, 'descr': '<f8'}",
        "{\"x\": 1}"
      })
  void readsTheHeaderInAnyOrderAndNothingElse(String header) throws IOException {
    byte[] npy = NpzFixture.npy(2, header, new byte[8]);
    if (header.contains("x")) {
      assertRefused(npy, "header that is not understood");
    } else {
      assertThat(read(new NpzFixture().array("clean", npy).bytes(true), "clean").size())
          .isEqualTo(1);
    }
  }

  @Test
  void refusesWhatIsNotPlainNumbersInCOrder() {
    long[] shape = {1, 1};
    assertRefused(NpzFixture.npy("<f8", true, shape, new byte[8]), "Fortran", "ascontiguousarray");
    assertRefused(NpzFixture.npy("|O", false, shape, new byte[8]), "Python objects");
    assertRefused(NpzFixture.npy(">f8", false, shape, new byte[8]), ">f8", "float64");
    assertRefused(NpzFixture.npy("<f2", false, shape, new byte[2]), "<f2", "float32");
    assertRefused(NpzFixture.npy(3, "{}", new byte[0]), "unknown NPY version");
    assertRefused(new byte[] {1, 2, 3}, "not in the NPY format");
  }

  @Test
  void allocatesNothingByAClaim() {
    assertRefused(
        NpzFixture.npy(
            "<f8", false, new long[] {999_999_999, 999_999_999, 999_999_999}, new byte[48]),
        "memory");
    assertRefused(NpzFixture.npy("<f8", false, new long[] {1_000_000}, new byte[48]), "is cut");
    assertRefused(
        NpzFixture.npy("<f8", false, new long[] {10_000_000_000L}, new byte[48]), "shape");
    assertRefused(NpzFixture.npy("<f8", false, new long[] {5}, new byte[48]), "goes on");
    assertRefused(NpzFixture.npy(2, " ".repeat(20_000), new byte[48]), "header of 20001 bytes");
  }

  @Test
  void stopsABombAtTheExpectedEnd() {
    assertRefused(NpzFixture.npy("<f8", false, new long[] {1}, new byte[50_000_000]), "goes on");
  }

  @Test
  void noticesAFlippedBit() {
    byte[] archive = new NpzFixture().doubles("clean", SIX, 6).bytes(false);
    archive[archive.length / 2 - 40] ^= 1;
    assertThatThrownBy(() -> read(archive, "clean"))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("results.npz", "array clean");
  }

  @Test
  void namesAMissingArrayAndAMissingOrOtherFile() throws IOException {
    byte[] archive = new NpzFixture().integers("labels", 1).bytes(true);
    assertThatThrownBy(() -> read(archive, "clean"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("results.npz holds no array clean");
    Path none = folder.resolve("none.npz");
    assertThatThrownBy(() -> NpzReader.open(none))
        .isInstanceOf(DataException.class)
        .hasMessage("cannot read " + none + ": no such file or folder");
    Path text = Files.writeString(folder.resolve("text.npz"), "no archive");
    assertThatThrownBy(() -> NpzReader.open(text))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(text + " is not a whole NumPy archive");
    assertThatThrownBy(() -> NpzReader.open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("not a regular file");
  }

  @BeforeContainer
  static void makeFile() throws IOException {
    fuzzed = Files.createTempFile("fuzzed", ".npz");
  }

  @AfterContainer
  static void deleteFile() throws IOException {
    Files.deleteIfExists(fuzzed);
  }

  @Property(tries = 1000)
  void damageNeverThrowsAnythingElse(
      @ForAll boolean compressed,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 0xFFFFF) Integer> edits)
      throws IOException {
    byte[] whole =
        new NpzFixture().doubles("clean", SIX, 2, 3).integers("labels", 1, 2).bytes(compressed);
    Files.write(fuzzed, ByteEdits.apply(whole, edits));
    try (NpzReader npz = NpzReader.open(fuzzed)) {
      NpyArray array = npz.read("clean");
      int product = 1;
      for (int extent : array.shape()) {
        product *= extent;
      }
      assertThat(array.size()).isEqualTo(product);
    } catch (DataException e) {
      assertThat(e.getMessage()).hasLineCount(1).contains(fuzzed.toString());
    }
  }
}
