package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpzImagesTest {

  private static final List<String> CLASSES = ClassNames.numbered(3);

  @TempDir private Path folder;

  private ImageSet read(NpzFixture fixture) throws IOException {
    Path file = Files.write(folder.resolve("x.npz"), fixture.bytes(true));
    return NpzImages.find(file).orElseThrow().test("set", CLASSES);
  }

  private void assertRefused(NpzFixture fixture, String... words) {
    assertThatThrownBy(() -> read(fixture))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining("x.npz")
        .message()
        .hasLineCount(1);
  }

  private static NpzFixture labels(int... labels) {
    return new NpzFixture().integers("y_test", labels);
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (3 * i);
    }
    return bytes;
  }

  private static byte[] unsigned(byte[] values, long... shape) {
    return NpzFixture.npy("|u1", false, shape, values);
  }

  @Test
  void readsGreyImages() throws IOException {
    ImageSet set = read(labels(2, 0).array("x_test", unsigned(bytes(12), 2, 2, 3)));

    assertThat(set.shape()).isEqualTo("1x2x3");
    assertThat(set.labels()).containsExactly(2, 0);
    assertThat(set.image(1)[5]).isEqualTo(33 / 255f);
  }

  @Test
  void readsChannelsFirstAsTheyAre() throws IOException {
    ImageSet set = read(labels(2, 0).array("x_test", unsigned(bytes(60), 2, 3, 2, 5)));

    assertThat(set.shape()).isEqualTo("3x2x5");
    assertThat(set.image(1)[29]).isEqualTo(177 / 255f);
  }

  @Test
  void turnsChannelsLast() throws IOException {
    ImageSet set = read(labels(2, 0).array("x_test", unsigned(bytes(60), 2, 2, 5, 3)));

    assertThat(set.shape()).isEqualTo("3x2x5");
    for (int n = 0; n < 2; n++) {
      for (int c = 0; c < 3; c++) {
        for (int pixel = 0; pixel < 10; pixel++) {
          int expected = 3 * ((n * 10 + pixel) * 3 + c) & 0xff;
          assertThat(set.image(n)[c * 10 + pixel]).isEqualTo(expected / 255f);
        }
      }
    }
  }

  @Test
  void roundsFloatsToBytes() throws IOException {
    ImageSet set = read(labels(1).floats("x_test", new double[] {0, 1, 0.5, 100.4 / 255}, 1, 2, 2));

    assertThat(set.image(0)).containsExactly(0f, 1f, 128 / 255f, 100 / 255f);
  }

  @Test
  void takesIntegersOfOtherTypesAndLabelsInAColumn() throws IOException {
    NpzFixture fixture =
        new NpzFixture()
            .array(
                "x_test",
                NpzFixture.npy("<i2", false, new long[] {1, 1, 2}, new byte[] {-1, 0, 7, 0}))
            .array("y_test", NpzFixture.npy("|u1", false, new long[] {1, 1}, new byte[] {2}));
    ImageSet set = read(fixture);

    assertThat(set.labels()).containsExactly(2);
    assertThat(set.image(0)).containsExactly(1f, 7 / 255f);
  }

  @Test
  void countsTheClassesOfTheTrainingPart() throws IOException {
    Path file =
        Files.write(
            folder.resolve("x.npz"), new NpzFixture().integers("y_train", 0, 4, 2).bytes(false));

    assertThat(NpzImages.find(folder).orElseThrow().countClasses()).isEqualTo(5);
    Files.copy(file, folder.resolve("y.npz"));
    assertThat(NpzImages.find(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesFloatsOutsideZeroToOne(double value) {
    assertRefused(labels(1).doubles("x_test", new double[] {0, value}, 1, 1, 2), "x_test", "0..1");
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertRefused(labels(1), "no array x_test");
    assertRefused(labels(1).array("x_test", unsigned(bytes(4), 2, 2)), "x_test has shape [2, 2]");
    assertRefused(labels(1).array("x_test", unsigned(bytes(16), 1, 2, 4, 2)), "[1, 2, 4, 2]");
    assertRefused(labels(1).array("x_test", unsigned(bytes(0), 0, 2, 4)), "[0, 2, 4]");
    assertRefused(labels(1).array("x_test", unsigned(bytes(5000), 1, 1, 5000)), "4096");
    assertRefused(
        labels(1, 2).array("x_test", unsigned(bytes(4), 1, 2, 2)), "1 images", "2 labels");
    assertRefused(
        labels(3).array("x_test", unsigned(bytes(4), 1, 2, 2)),
        "y_test label 3 of image 0 is outside 0..2");
    assertRefused(labels(-1).array("x_test", unsigned(bytes(4), 1, 2, 2)), "label -1 of image 0");
    assertRefused(
        new NpzFixture()
            .floats("y_test", new double[] {1}, 1)
            .array("x_test", unsigned(bytes(4), 1, 2, 2)),
        "y_test has shape [1]; save N integers");
  }

  @Test
  void aHugeLabelMakesNoHugeListOfClasses() throws IOException {
    Path file =
        Files.write(
            folder.resolve("x.npz"),
            new NpzFixture().integers("y_train", 2_000_000_000).bytes(false));
    assertThatThrownBy(() -> NpzImages.find(file).orElseThrow().countClasses())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("label 2000000000 of image 0 is outside 0..9999");
  }

  @Property(tries = 800)
  void damageNeverThrowsAnythingElse(
      @ForAll boolean compressed,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 0xFFFFF) Integer> edits) {
    byte[] whole = labels(2, 0).array("x_test", unsigned(bytes(60), 2, 2, 5, 3)).bytes(compressed);
    try {
      Path file = Files.createTempFile("images", ".npz");
      try {
        Files.write(file, ByteEdits.apply(whole, edits));
        assertThat(NpzImages.find(file).orElseThrow().test("set", CLASSES).size()).isEqualTo(2);
      } catch (DataException e) {
        assertThat(e.getMessage()).hasLineCount(1).contains(file.toString());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
