package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LocalSetTest {

  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;
  private static final int MANY = 30_000;

  @TempDir private Path folder;

  private DataSet open() {
    return DataSets.get(folder.toString());
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(() -> open().test())
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining(folder.toString())
        .message()
        .hasLineCount(1);
  }

  private void picture(String name, int width, int height, int colour) {
    PictureFixture.write(
        folder.resolve(name), BufferedImage.TYPE_INT_RGB, width, height, (x, y) -> colour);
  }

  private void idx(String part, int height, int... labels) throws IOException {
    Files.write(
        folder.resolve(part + "-images-idx3-ubyte"), IdxFixture.images(labels.length, height, 3));
    Files.write(
        folder.resolve(part + "-labels-idx1-ubyte.gz"), IdxFixture.gzip(IdxFixture.labels(labels)));
  }

  @Test
  void idxFilesAreASet() throws IOException {
    idx("train", 2, 0, 3, 1);
    idx("t10k", 2, 2, 0);

    DataSet set = open();

    assertThat(set.name()).isEqualTo(folder.toString());
    assertThat(set.classNames()).containsExactly("0", "1", "2", "3");
    assertThat(set.train().labels()).containsExactly(0, 3, 1);
    assertThat(set.test().labels()).containsExactly(2, 0);
    assertThat(set.height()).isEqualTo(2);
    assertThat(set.width()).isEqualTo(3);
    assertThat(set.available()).isTrue();
    assertThat(set.download()).isEmpty();
    assertThat(DataSets.get(folder + "[3,0]").train().labels()).containsExactly(1, 0);
    assertThat(ImageSets.open(folder + "[2,0]").labels()).containsExactly(0, 1);
  }

  @Test
  void aRelativePathHasAnAbsoluteName() throws IOException {
    idx("train", 2, 0, 1);
    Path relative = Path.of("").toAbsolutePath().relativize(folder);
    assertThat(DataSets.get(relative.toString()).name()).isEqualTo(folder.toString());
  }

  @Test
  void isReadOnceUntilAFileChanges() throws IOException {
    idx("train", 2, 0, 1);
    DataSet before = open();
    assertThat(open()).isSameAs(before);
    idx("train", 2, 1, 0, 2);
    assertThat(open().train().labels()).containsExactly(1, 0, 2);
  }

  /** One asks for the shape while the other reads, which takes a while. */
  @RepeatedTest(10)
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void twoThreadsMayOpenItAtOnce() throws Exception {
    int[] labels = new int[MANY];
    labels[MANY - 1] = 1;
    idx("train", 2, labels);
    DataSet set = open();
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> channels =
          threads.submit(
              () -> {
                start.await();
                return set.channels();
              });
      Future<Integer> size =
          threads.submit(
              () -> {
                start.await();
                return set.train().size();
              });
      assertThat(channels.get()).isEqualTo(1);
      assertThat(size.get()).isEqualTo(MANY);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void bothPartsMustHaveOneShape() throws IOException {
    idx("train", 2, 0, 1);
    idx("t10k", 4, 1, 0);
    open().train();
    assertRefused("are 1x4x3", "are 1x2x3");
  }

  @Test
  void aTestLabelBeyondTheTrainingPartIsRefused() throws IOException {
    idx("train", 2, 0, 1);
    idx("t10k", 2, 1, 2);
    assertRefused("label 2 of image 1 is outside 0..1");
  }

  @Test
  void cifarFilesAreASetAlsoInTheFolderOfTheArchive() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("cifar-10-batches-bin"));
    for (int i = 1; i <= 5; i++) {
      Files.write(inner.resolve("data_batch_" + i + ".bin"), CifarFixture.ten(i, 9 - i));
    }
    Files.write(inner.resolve("test_batch.bin"), CifarFixture.ten(7));

    assertThat(open().train().labels()).containsExactly(1, 8, 2, 7, 3, 6, 4, 5, 5, 4);
    assertThat(DataSets.get(inner.toString()).test().label(0)).isEqualTo(7);
    assertThat(open().classNames()).isEqualTo(Cifar.TEN);
    Files.delete(inner.resolve("data_batch_3.bin"));
    assertThatThrownBy(() -> open().train())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("data_batch_3.bin: no such file");
  }

  @Test
  void cifar100FilesAreASet() throws IOException {
    Files.write(folder.resolve("train.bin"), CifarFixture.hundred(99, 1));
    Files.write(folder.resolve("test.bin"), CifarFixture.hundred(50));

    assertThat(open().train().labels()).containsExactly(99, 1);
    assertThat(open().classNames()).hasSize(100);
  }

  @Test
  void matlabFilesAreASet() throws IOException {
    try (var stream = LocalSetTest.class.getResourceAsStream("/data/svhn.mat")) {
      Files.copy(stream, folder.resolve("test_32x32.mat"));
    }
    assertThat(open().test().labels()).containsExactly(1, 0, 3, 9, 0);
    assertThat(ImageSets.open(folder.resolve("test_32x32.mat").toString()).size()).isEqualTo(5);
  }

  @Test
  void arraysAreASet() throws IOException {
    Path file = folder.resolve("mine.npz");
    byte[] images = {1, 2, 3, 4};
    Files.write(
        file,
        new NpzFixture()
            .array("x_train", NpzFixture.npy("|u1", false, new long[] {2, 1, 2}, images))
            .integers("y_train", 2, 0)
            .array("x_test", NpzFixture.npy("|u1", false, new long[] {1, 2, 2}, images))
            .integers("y_test", 1)
            .bytes(true));

    DataSet set = DataSets.get(file.toString());
    assertThat(set.name()).isEqualTo(file.toString());
    assertThat(set.classNames()).hasSize(3);
    assertThat(set.train().labels()).containsExactly(2, 0);
    assertThat(set.width()).isEqualTo(2);
    assertThatThrownBy(set::test).isInstanceOf(DataException.class).hasMessageContaining("1x2x2");
    assertThat(ImageSets.open(file.toString(), 2).shape()).isEqualTo("1x2x2");
  }

  @Test
  void picturesInFoldersOfClassesAreASet() {
    for (int i = 0; i < 10; i++) {
      picture("train/cat/%d.png".formatted(i), 4, 3, RED);
      picture("train/dog/%d.png".formatted(i), 8, 6, BLUE);
    }
    picture("val/dog/x.png", 4, 3, BLUE);
    picture("val/cat/x.png", 4, 3, RED);

    DataSet set = open();

    assertThat(set.classNames()).containsExactly("cat", "dog");
    assertThat(Pictures.shape(set.channels(), set.height(), set.width())).isEqualTo("3x3x4");
    ImageSet train = set.train();
    assertThat(train.size()).isEqualTo(20);
    assertThat(Arrays.stream(train.first(10).labels()).sum()).as("mixed").isBetween(1, 9);
    for (int i = 0; i < 20; i++) {
      assertThat(train.image(i)[0]).isEqualTo(train.label(i) == 0 ? 1f : 0f);
    }
    assertThat(set.test().size()).isEqualTo(2);
    ImageSource source = ImageSets.source(folder.toString(), 2, new Pictures(3, 6, 8));
    assertThat(source.labelled().shape()).isEqualTo("3x6x8");
    for (int i = 0; i < 2; i++) {
      String name = set.classNames().get(source.label(i).orElseThrow());
      assertThat(source.file(i)).hasValue(name + "/x.png");
    }
  }

  @Test
  void anIndexMeansOnePictureHoweverItIsOpened() {
    for (int i = 0; i < 12; i++) {
      String kind = i < 5 ? "cat" : "dog";
      picture("train/%s/%d.png".formatted(kind, i), 1, 1, 0xff000000 | i);
      picture("test/%s/%d.png".formatted(kind, i), 1, 1, 0xff000000 | i);
    }
    ImageSet window = open().test();
    Pictures pictures = new Pictures(3, 1, 1);

    assertThat(window.labels()).isNotEqualTo(Arrays.stream(window.labels()).sorted().toArray());
    for (Path path : List.of(folder, folder.resolve("test"))) {
      ImageSource source = ImageSets.source(path.toString(), 2, pictures);
      for (int i = 0; i < 12; i++) {
        assertThat(source.image(i).values()).isEqualTo(window.image(i));
        assertThat(source.label(i)).hasValue(window.label(i));
      }
      assertThat(source.labelled().bytes()).isEqualTo(window.bytes());
    }
    assertThat(ImageSets.open(folder.toString()).bytes()).isEqualTo(window.bytes());
  }

  @Test
  void anIndexMeansOneImageOfArraysToo() throws IOException {
    idx("train", 2, 0, 1);
    idx("t10k", 2, 0, 0, 1, 1, 1);
    ImageSet window = open().test();

    ImageSet found = ImageSets.open(folder.toString(), 2);

    assertThat(window.labels()).isNotEqualTo(new int[] {0, 0, 1, 1, 1});
    assertThat(found.bytes()).isEqualTo(window.bytes());
    assertThat(found.labels()).isEqualTo(window.labels());
  }

  @Test
  void numberedFoldersAreInTheOrderOfNumbers() {
    picture("train/10/a.png", 2, 2, RED);
    picture("train/9/a.png", 2, 2, BLUE);
    assertThat(open().classNames()).containsExactly("9", "10");
  }

  @Test
  void refusesFoldersOfPicturesThatAreNoSet() {
    picture("train/cat/a.png", 2, 2, RED);
    assertRefused("1 folder", "at least two");
    picture("train/dog/a.png", 2, 2, RED);
    assertRefused("test", "is missing");
    picture("test/cow/a.png", 2, 2, RED);
    assertRefused("cow", "no class", "cat");
  }

  @Test
  void saysWhatAFolderLacks() throws IOException {
    assertRefused("no data set", "IDX", "CIFAR", ".npz", "train");
    Files.writeString(folder.resolve("readme.txt"), "nothing");
    assertRefused("no data set");
    Files.createDirectories(folder.resolve("train/a"));
    Files.createDirectories(folder.resolve("train/b"));
    Files.createDirectories(folder.resolve("test/a"));
    assertRefused("holds no pictures");
  }
}
