package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxFileTest {

  private static final byte[] IMAGES = IdxFixture.images(3, 4, 5);

  private static IdxFile images(byte[] bytes) {
    return IdxFile.readImages(new ByteArrayInputStream(bytes), "some-images");
  }

  private static IdxFile labels(byte[] bytes) {
    return IdxFile.readLabels(new ByteArrayInputStream(bytes), "some-labels");
  }

  private static void assertRefused(byte[] images, String... parts) {
    assertThatThrownBy(() -> images(images))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(parts)
        .hasMessageContaining("some-images")
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsShapeAndBytesPlainAndGzipped(boolean zipped) {
    IdxFile file = images(zipped ? IdxFixture.gzip(IMAGES) : IMAGES);
    assertThat(file.shape()).containsExactly(3, 4, 5);
    assertThat(IdxFixture.idx(0x803, file.values(), file.shape())).isEqualTo(IMAGES);
  }

  @Test
  void namesAnEmptyFile() {
    assertRefused(new byte[0], "is empty (0 bytes)");
  }

  @Test
  void namesAWrongMagicNumber() {
    assertRefused(IdxFixture.labels(1, 2, 3, 4, 5, 6, 7, 8), "0x00000801", "0x00000803");
  }

  @Test
  void refusesExtentsOutOfRange() {
    assertRefused(IdxFixture.idx(0x803, new byte[9], -1, 4, 5), "count", "4294967295");
    assertRefused(IdxFixture.idx(0x803, new byte[0], 0, 28, 28), "count", "is 0");
    assertRefused(IdxFixture.idx(0x803, new byte[9], 1, 4097, 5), "height", "4097");
    assertRefused(IdxFixture.idx(0x803, new byte[9], 1, 4, 0), "width", "is 0");
  }

  @Test
  void refusesAClaimThatMemoryCannotHold() {
    assertRefused(
        IdxFixture.idx(0x803, new byte[9], Integer.MAX_VALUE, 4096, 4096), "memory", "-Xmx");
  }

  @Test
  void refusesAClaimThatTheFileDoesNotKeep() {
    assertRefused(IdxFixture.idx(0x803, new byte[99], 60_000, 28, 28), "47040000", "there are 99");
    assertRefused(
        IdxFixture.gzip(IdxFixture.idx(0x803, new byte[99], 2, 7, 7 + 1)), "112", "there are 99");
  }

  @Test
  void stopsAGzipBombAtTheExpectedEnd() {
    byte[] bomb = IdxFixture.gzip(IdxFixture.idx(0x803, new byte[50_000_000], 1, 2, 2));
    assertRefused(bomb, "is too long", "4 bytes");
  }

  @Test
  void refusesADamagedGzipStream() {
    byte[] zipped = IdxFixture.gzip(IMAGES);
    assertRefused(ByteEdits.cut(zipped, zipped.length - 12), "gzip stream is damaged or cut");
  }

  @Test
  void refusesImagesAndLabelsOfDifferentCount() {
    assertThatThrownBy(
            () ->
                IdxFile.join(
                    "set",
                    ClassNames.numbered(10),
                    images(IMAGES),
                    labels(IdxFixture.labels(1, 2))))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("some-images holds 3 images", "some-labels holds 2 labels");
  }

  @Test
  void refusesALabelBeyondTheClasses() {
    assertThatThrownBy(
            () ->
                IdxFile.join(
                    "set",
                    ClassNames.numbered(10),
                    images(IMAGES),
                    labels(IdxFixture.labels(1, 10, 2))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("some-labels: label 10 of image 1 is outside 0..9");
  }

  @Test
  void namesAMissingFile(@TempDir Path folder) {
    Path missing = folder.resolve("none.gz");
    assertThatThrownBy(() -> IdxFile.readImages(missing))
        .isInstanceOf(DataException.class)
        .hasMessage("cannot read " + missing + ": no such file or folder");
  }

  @Test
  void readsFromAPath(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("labels"), IdxFixture.labels(4, 5));
    assertThat(IdxFile.readLabels(file).values()).containsExactly(4, 5);
  }

  @Example
  void everyShorterOrLongerFileIsRefused() {
    for (int length = 0; length < IMAGES.length + 9; length++) {
      if (length != IMAGES.length) {
        assertRefused(ByteEdits.cut(IMAGES, length), ";");
      }
    }
  }

  @Property(tries = 2000)
  void damageNeverThrowsAnythingElse(
      @ForAll boolean zipped,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 0xFFFFF) Integer> edits) {
    byte[] file = zipped ? IdxFixture.gzip(IMAGES) : IMAGES;
    byte[] damaged = ByteEdits.apply(file, edits);
    IdxFile read;
    try {
      read = images(damaged);
    } catch (DataException e) {
      assertThat(e.getMessage()).hasLineCount(1);
      return;
    }
    int[] shape = read.shape();
    assertThat(read.values()).hasSize(shape[0] * shape[1] * shape[2]);
  }
}
