package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CifarFormatTest {

  @TempDir private Path folder;

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static void assertRefused(Path file, String... words) {
    assertThatThrownBy(() -> CifarFormat.TEN.read("set", file))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining(file.toString())
        .message()
        .hasLineCount(1);
  }

  @Test
  void readsRecordsOfSeveralFiles() throws IOException {
    Path first = write("1.bin", CifarFixture.ten(3, 9));
    Path second = write("2.bin", CifarFixture.ten(0));

    ImageSet set = CifarFormat.TEN.read("set", Cifar.TEN, List.of(first, second));

    assertThat(set.labels()).containsExactly(3, 9, 0);
    assertThat(set.shape()).isEqualTo("3x32x32");
    float[] image = set.image(1);
    byte[] expected = CifarFixture.image(1);
    for (int k = 0; k < image.length; k++) {
      assertThat(image[k]).isEqualTo((expected[k] & 0xff) / 255f);
    }
    assertThat(set.image(2)).isEqualTo(set.image(0));
  }

  @Test
  void readsTheFineLabels() throws IOException {
    ImageSet set = CifarFormat.HUNDRED.read("set", write("test.bin", CifarFixture.hundred(0, 99)));

    assertThat(set.labels()).containsExactly(0, 99);
    assertThat(set.classNames().get(99)).isEqualTo("worm");
    assertThat(set.image(1)[1]).isEqualTo((31 + 7) / 255f);
  }

  @Test
  void knowsTheClassesOfBoth() {
    assertThat(CifarFormat.TEN.classNames()).hasSize(10).doesNotHaveDuplicates();
    assertThat(CifarFormat.HUNDRED.classNames()).hasSize(100).doesNotHaveDuplicates().isSorted();
  }

  @ParameterizedTest
  @CsvSource({
    "any.bin, 1, TEN",
    "any.bin, 2, HUNDRED",
    "test.bin, 1, TEN",
    "test_batch.bin, 2, HUNDRED"
  })
  void theSizeTellsTheFormat(String name, int labelBytes, CifarFormat format) throws IOException {
    Path file = write(name, labelBytes == 1 ? CifarFixture.ten(1, 2) : CifarFixture.hundred(1, 2));

    assertThat(CifarFormat.ofFile(file)).isEqualTo(format);
  }

  @Test
  void theNameTellsTheFormatWhereTheSizeDoesNot() throws IOException {
    assertThat(CifarFormat.ofFile(write("test.bin", new byte[5]))).isEqualTo(CifarFormat.HUNDRED);
    assertThat(CifarFormat.ofFile(write("test_batch.bin", new byte[3073 * 3074])))
        .isEqualTo(CifarFormat.TEN);
    Path unknown = write("other.bin", new byte[5]);
    assertThatThrownBy(() -> CifarFormat.ofFile(unknown))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(unknown.toString(), "5 bytes", "CIFAR-10", "CIFAR-100");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3072, 3074, 6145, 6147})
  void refusesWhatIsNoWholeNumberOfRecords(int length) throws IOException {
    Path file = write("x.bin", ByteEdits.cut(CifarFixture.ten(1, 2), length));
    assertRefused(file, length + " bytes", "3073", "CIFAR-10");
  }

  @Test
  void refusesALabelOutOfRange() throws IOException {
    assertRefused(write("x.bin", CifarFixture.ten(9, 10)), "label 10 of image 1 is outside 0..9");
    Path hundred = write("y.bin", CifarFixture.hundred(100));
    assertThatThrownBy(() -> CifarFormat.HUNDRED.read("set", hundred))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("label 100 of image 0 is outside 0..99");
  }

  @Test
  void namesAMissingFileAndAFolder() {
    assertRefused(folder.resolve("none.bin"), "no such file");
    assertRefused(folder, "is not a regular file");
  }

  @Test
  void refusesAFileThatMemoryCannotHoldBeforeItReads() throws IOException {
    Path file = folder.resolve("huge.bin");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1), 3073L * 700_000 - 1);
    }
    assertThatThrownBy(() -> CifarFormat.TEN.read("huge", file))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("huge", "-Xmx");
  }

  @Property(tries = 200)
  void anyLengthAndLabelIsReadOrRefusedInOneLine(
      @ForAll @IntRange(max = 10_000) int length, @ForAll byte filling) throws IOException {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, filling);
    Path file = Files.createTempFile("cifar", ".bin");
    try {
      Files.write(file, bytes);
      ImageSet set = CifarFormat.TEN.read("set", file);
      assertThat(set.size() * 3073).isEqualTo(length);
      assertThat(filling & 0xff).isLessThan(10);
    } catch (DataException e) {
      assertThat(e.getMessage()).hasLineCount(1).contains(file.toString());
    } finally {
      Files.delete(file);
    }
  }
}
