package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetsTest {

  @TempDir private Path folder;

  private static void assertRefused(String name, String... words) {
    assertThatThrownBy(() -> DataSets.get(name))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(words)
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "mnist, 1x28x28, 10, 60000, 10000, 0",
    "fashion-mnist, 1x28x28, 10, 60000, 10000, 30878645",
    "cifar10, 3x32x32, 10, 50000, 10000, 170052171",
    "cifar100, 3x32x32, 100, 50000, 10000, 168513733",
    "svhn, 3x32x32, 10, 73257, 26032, 246316178"
  })
  void theRegistryKnowsWhatIsPublished(
      String name, String shape, int classes, int train, int test, long bytes) {
    DataSet set = DataSets.get(name);

    assertThat(set.name()).isEqualTo(name);
    assertThat(Pictures.shape(set.channels(), set.height(), set.width())).isEqualTo(shape);
    assertThat(set.classNames()).hasSize(classes);
    assertThat(set.trainSize()).isEqualTo(train);
    assertThat(set.testSize()).isEqualTo(test);
    assertThat(set.licence()).isNotBlank();
    assertThat(set.source()).contains("http");
    assertThat(set.download().map(Download::bytes).orElse(0L)).isEqualTo(bytes);
    set.download()
        .ifPresent(
            download -> {
              assertThat(download.folder().getFileName()).hasToString(name);
              assertThat(download.files())
                  .allSatisfy(file -> assertThat(file.md5()).matches("[0-9a-f]{32}"));
            });
  }

  @ParameterizedTest
  @CsvSource({"fashion", "cifar10", "cifar100", "svhn"})
  void aSetThatIsNotHereSaysHowToGetIt(String which) {
    Function<Path, DataSet> make =
        switch (which) {
          case "fashion" -> FashionMnist::in;
          case "cifar10" -> Cifar::ten;
          case "cifar100" -> Cifar::hundred;
          default -> Svhn::in;
        };
    DataSet set = make.apply(folder);

    assertThat(set.available()).isFalse();
    assertThatThrownBy(set::test)
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(
            set.name(), "datasets --download " + set.name(), " MB", folder.toString())
        .message()
        .hasLineCount(1);
  }

  @Test
  void aSetWhoseFilesAreHereIsRead() throws IOException {
    byte[] test = new byte[10_000 * 3073];
    for (int i = 0; i < 10_000; i++) {
      test[3073 * i] = (byte) (i % 10);
    }
    Files.write(folder.resolve("test_batch.bin"), test);
    DataSet set = Cifar.ten(folder);
    assertThat(set.available()).as("without the training part").isFalse();
    for (int i = 1; i <= 5; i++) {
      Files.write(folder.resolve("data_batch_" + i + ".bin"), test);
    }

    assertThat(set.available()).isTrue();
    assertThat(set.test().label(13)).isEqualTo(3);
    assertThat(set.train().size()).isEqualTo(50_000);
    assertThat(set.train().label(49_999)).isEqualTo(9);
  }

  @Test
  void aFilterKeepsClassesByIndexOrName() {
    DataSet filtered = DataSets.get("mnist[8, 3]");
    ImageSet whole = DataSets.get("mnist").test();

    assertThat(filtered.name()).isEqualTo("mnist[8, 3]");
    assertThat(filtered.classNames()).containsExactly("8", "3");
    assertThat(filtered.test().classNames()).containsExactly("8", "3");
    assertThat(filtered.test().size()).isEqualTo(974 + 1010);
    assertThat(filtered.testSize()).isEqualTo(974 + 1010);
    int first = 0;
    while (whole.label(first) != 8 && whole.label(first) != 3) {
      first++;
    }
    assertThat(filtered.test().image(0)).isEqualTo(whole.image(first));
    assertThat(filtered.test().label(0)).isEqualTo(whole.label(first) == 8 ? 0 : 1);
    assertThat(ImageSets.open("mnist[8, 3]").labels()).isEqualTo(filtered.test().labels());
    assertThat(DataSets.find("cifar10[cat,5]").orElseThrow().classNames())
        .containsExactly("cat", "dog");
  }

  @Test
  void theSizeOfAFilterIsItsEvenShareUntilTheFilesAreHere() {
    try (ServedSet home = new ServedSet()) {
      DataSet whole = home.in("small", folder);
      DataSet filtered =
          ClassFilter.apply(
                  "small[ant,bee]",
                  name -> name.equals("small") ? Optional.of(whole) : Optional.empty())
              .orElseThrow();
      assertThat(filtered.available()).isFalse();
      assertThat(filtered.trainSize()).isEqualTo(4);
      assertThat(filtered.testSize()).isEqualTo(2);

      whole.download().orElseThrow().run((bytes, total) -> {}, () -> false);

      assertThat(filtered.available()).isTrue();
      assertThat(filtered.trainSize()).isEqualTo(5);
      assertThat(filtered.testSize()).isEqualTo(2);
    }
  }

  @Test
  void refusesFiltersThatDoNotFit() {
    assertRefused("mnist[3]", "mnist[3]", "at least two");
    assertRefused("mnist[3,3]", "names the class 3 twice");
    assertRefused("mnist[3,10]", "no class \"10\"", "0 to 9");
    assertRefused("mnist[]", "no class \"\"");
    assertRefused("cifar10[cat,cow]", "no class \"cow\"", "airplane");
    assertRefused("cifar100[cat,dog]", "apple", "…");
    assertRefused("unknown[1,2]", "there is no data set \"unknown[1,2]\"");
    assertRefused("mnist[1,2", "there is no data set");
  }

  @Test
  void theFolderIsTheFirstThatIsNamed() {
    Path usual = Path.of(System.getProperty("user.home"), "Rhobust", "data");
    assertThat(DataFolder.root(null, null)).isEqualTo(usual.toAbsolutePath());
    assertThat(DataFolder.root(null, " ")).isEqualTo(usual.toAbsolutePath());
    assertThat(DataFolder.root("a\0b", folder.toString())).isEqualTo(folder);
    assertThat(DataFolder.root(folder.toString(), "other")).isEqualTo(folder);
    assertThat(DataFolder.root(null, "relative")).isEqualTo(Path.of("relative").toAbsolutePath());
  }

  @Test
  void allNamesAreFound() {
    assertThat(DataSets.names())
        .isEqualTo(List.of("mnist", "fashion-mnist", "cifar10", "cifar100", "svhn"));
    assertThat(DataSets.all()).allMatch(set -> DataSets.get(set.name()) == set);
  }
}
