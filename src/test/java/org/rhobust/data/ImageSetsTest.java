package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSetsTest {

  @TempDir private Path folder;

  private void write(String ending, int... labels) throws IOException {
    byte[] images = IdxFixture.images(labels.length, 2, 3);
    byte[] numbers = IdxFixture.labels(labels);
    boolean zipped = ending.equals(".gz");
    Files.write(
        folder.resolve("t10k-images-idx3-ubyte" + ending),
        zipped ? IdxFixture.gzip(images) : images);
    Files.write(
        folder.resolve("t10k-labels-idx1-ubyte" + ending),
        zipped ? IdxFixture.gzip(numbers) : numbers);
  }

  @Test
  void aNameIsItsTestSet() {
    assertThat(ImageSets.open("mnist")).isSameAs(DataSets.get("mnist").test());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".gz"})
  void aFolderIsItsFiles(String ending) throws IOException {
    write(ending, 9, 3);
    ImageSet set = ImageSets.open(folder.toString());
    assertThat(set.labels()).containsExactly(9, 3);
    assertThat(set.classes()).isEqualTo(10);
    assertThat(set.imageLength()).isEqualTo(6);
    assertThat(set.image(0)[1]).isEqualTo(37 / 255f);
  }

  @Test
  void theCallerGivesTheClassesOfAFolder() throws IOException {
    write("", 25, 3);
    assertThat(ImageSets.open(folder.toString(), 26).label(0)).isEqualTo(25);
    assertThatThrownBy(() -> ImageSets.open(folder.toString()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("label 25 of image 0 is outside 0..9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-set", "", "a\0b"})
  void saysWhatWasExpectedInPlaceOfAnUnknownName(String name) {
    assertThatThrownBy(() -> ImageSets.open(name))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("mnist", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
  }

  @Test
  void namesTheFileThatAFolderLacks() throws IOException {
    write(".gz", 3, 4);
    Files.delete(folder.resolve("t10k-labels-idx1-ubyte.gz"));
    assertThatThrownBy(() -> ImageSets.open(folder.toString()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(folder.toString(), "t10k-labels-idx1-ubyte");
  }

  @Test
  void anUnknownDataSetListsTheKnown() {
    assertThatThrownBy(() -> DataSets.get("imagenet"))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(
            "there is no data set \"imagenet\"; choose one of: mnist, ", "cifar10", "a folder")
        .message()
        .hasLineCount(1);
  }
}
