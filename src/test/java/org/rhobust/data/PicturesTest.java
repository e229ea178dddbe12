package org.rhobust.data;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;
import static java.awt.image.BufferedImage.TYPE_BYTE_BINARY;
import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_INT_ARGB;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static java.awt.image.BufferedImage.TYPE_USHORT_GRAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

class PicturesTest {

  private static Path fuzzed;

  @TempDir Path folder;

  private final Pictures grey = new Pictures(1, 4, 6);
  private final Pictures colour = new Pictures(3, 4, 6);

  private void assertRefused(byte[] content, String... parts) throws IOException {
    Path file = Files.write(folder.resolve("bad.png"), content);
    assertThatThrownBy(() -> grey.read(file))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(parts)
        .hasMessageContaining(file.toString())
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void aGreyPictureOfTheRightSizeIsItsLevels(String format) {
    Path file =
        PictureFixture.write(
            folder.resolve("a." + format), TYPE_BYTE_GRAY, 6, 4, (x, y) -> 10 * (6 * y + x));
    Picture picture = grey.read(file);
    assertThat(picture.scaled()).isFalse();
    assertThat(picture.recoloured()).isFalse();
    for (int i = 0; i < 24; i++) {
      assertThat(picture.values()[i]).as("pixel %d", i).isEqualTo(10 * i / 255f);
    }
  }

  @Test
  void greyStoredAsColourOrInSixteenBitsIsTheSame() {
    Path colours =
        PictureFixture.write(
            folder.resolve("c.png"), TYPE_INT_RGB, 6, 4, (x, y) -> 10 * (6 * y + x) * 0x010101);
    Path deep =
        PictureFixture.write(
            folder.resolve("d.png"), TYPE_USHORT_GRAY, 6, 4, (x, y) -> 10 * (6 * y + x) << 8);
    Path bits =
        PictureFixture.write(folder.resolve("b.png"), TYPE_BYTE_BINARY, 6, 4, (x, y) -> x % 2);

    assertThat(grey.read(colours).recoloured()).isFalse();
    assertThat(grey.read(colours).values()).isEqualTo(grey.read(deep).values());
    assertThat(grey.read(colours).values()[23]).isEqualTo(230 / 255f);
    assertThat(grey.read(bits).values()).startsWith(0, 1, 0, 1).containsOnly(0, 1);
  }

  @Test
  void coloursTurnToLumaAndGreyToThreeChannels() {
    Path red =
        PictureFixture.write(folder.resolve("r.png"), TYPE_INT_RGB, 6, 4, (x, y) -> 0xff0000);
    assertThat(grey.read(red).recoloured()).isTrue();
    assertThat(grey.read(red).values()).containsOnly(76 / 255f);
    assertThat(colour.read(red).recoloured()).isFalse();
    assertThat(colour.read(red).values()).startsWith(1).endsWith(0).hasSize(72);

    Path level = PictureFixture.write(folder.resolve("g.png"), TYPE_BYTE_GRAY, 6, 4, (x, y) -> 51);
    assertThat(colour.read(level).recoloured()).isTrue();
    assertThat(colour.read(level).values()).hasSize(72).containsOnly(0.2f);
  }

  @Test
  void transparentPartsAreBlack() {
    Path file =
        PictureFixture.write(
            folder.resolve("t.png"), TYPE_INT_ARGB, 6, 4, (x, y) -> x == 0 ? 0x00ffffff : -1);
    assertThat(grey.read(file).values()).startsWith(0, 1, 1, 1, 1, 1, 0);
  }

  @Test
  void anotherSizeIsScaledByAreaAndCentredOnBlack() {
    // 4 by 8 pixels into 6 by 4: halved to 2 by 4, with two columns of black on either side.
    Path file =
        PictureFixture.write(
            folder.resolve("s.png"), TYPE_BYTE_GRAY, 4, 8, (x, y) -> x < 2 ? 255 : (y % 2) * 102);
    Picture picture = grey.read(file);
    assertThat(picture.scaled()).isTrue();
    for (int row = 0; row < 4; row++) {
      float[] values = Arrays.copyOfRange(picture.values(), 6 * row, 6 * row + 6);
      assertThat(values).containsExactly(0, 0, 1, 51 / 255f, 0, 0);
    }
  }

  @Property(tries = 50)
  void scalingKeepsAnEvenPictureEven(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 255) int level)
      throws IOException {
    Files.write(
        fuzzed, PictureFixture.bytes("png", TYPE_BYTE_GRAY, width, height, (x, y) -> level));
    float[] values = new Pictures(1, 7, 9).read(fuzzed).values();
    assertThat(values).containsAnyOf(level / 255f);
    for (float value : values) {
      assertThat(value).isIn(0f, level / 255f);
    }
  }

  @Test
  void readsJpegAndGif() {
    Path jpeg =
        PictureFixture.write(folder.resolve("a.JPG"), TYPE_3BYTE_BGR, 60, 40, (x, y) -> 0x808080);
    assertThat(grey.read(jpeg).values()).hasSize(24);
    for (float value : grey.read(jpeg).values()) {
      assertThat(value).isCloseTo(128 / 255f, within(2 / 255f));
    }
    Path gif = PictureFixture.write(folder.resolve("a.gif"), TYPE_BYTE_GRAY, 12, 12, (x, y) -> 153);
    assertThat(new Pictures(1, 12, 12).read(gif).values()).containsOnly(0.6f);
  }

  @Test
  void aHugeClaimIsRefusedBeforeDecoding() throws IOException {
    assertRefused(PictureFixture.claiming(60_000, 60_000), "60000 by 60000", "smaller");
    assertRefused(PictureFixture.claiming(Integer.MAX_VALUE, Integer.MAX_VALUE), "smaller");
  }

  @Test
  void namesWhatIsNoPicture() throws IOException {
    assertRefused("text".getBytes(), "no picture", "PNG, JPEG, BMP or GIF");
    assertRefused(new byte[0], "empty");
    assertRefused(PictureFixture.claiming(0, 5), "damaged");
    byte[] png = PictureFixture.bytes("png", TYPE_INT_RGB, 30, 30, (x, y) -> 99 * x * y);
    assertRefused(ByteEdits.cut(png, png.length / 2), "damaged");
    byte[] jpeg = PictureFixture.bytes("jpg", TYPE_INT_RGB, 90, 90, (x, y) -> 999 * x * y);
    assertRefused(Arrays.copyOf(jpeg, jpeg.length / 2), "cut");
    Path none = folder.resolve("none.png");
    assertThatThrownBy(() -> grey.read(none))
        .isInstanceOf(DataException.class)
        .hasMessage("cannot read " + none + ": no such file or folder");
    assertThatThrownBy(() -> grey.read(folder)).hasMessageContaining("not a regular file");
  }

  @ParameterizedTest
  @CsvSource({"2", "4"})
  void aNetworkOfOtherChannelsTakesNoPictures(int channels) {
    Path file = PictureFixture.write(folder.resolve("a.png"), TYPE_BYTE_GRAY, 6, 4, (x, y) -> 1);
    assertThatThrownBy(() -> new Pictures(channels, 4, 6).read(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(channels + " channels");
  }

  @BeforeContainer
  static void makeFile() throws IOException {
    fuzzed = Files.createTempFile("fuzzed", ".png");
  }

  @AfterContainer
  static void deleteFile() throws IOException {
    Files.deleteIfExists(fuzzed);
  }

  @Property(tries = 1500)
  void damageNeverThrowsAnythingElse(
      @ForAll @IntRange(max = 3) int format,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 0xFFFFF) Integer> edits)
      throws IOException {
    String name = List.of("png", "jpg", "bmp", "gif").get(format);
    byte[] whole = PictureFixture.bytes(name, TYPE_INT_RGB, 7, 5, (x, y) -> 12345 * x * y);
    Files.write(fuzzed, ByteEdits.apply(whole, edits));
    try {
      assertThat(grey.read(fuzzed).values()).hasSize(24);
    } catch (DataException e) {
      assertThat(e.getMessage()).hasLineCount(1).contains(fuzzed.toString());
    }
  }
}
