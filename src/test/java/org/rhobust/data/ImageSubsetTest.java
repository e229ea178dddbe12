package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subsets of an image set; pixel i is the number of the image. */
class ImageSubsetTest {

  private static ImageSet numbered(int... labels) {
    byte[] pixels = new byte[labels.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) i;
    }
    return ImageSet.of("toy", ClassNames.numbered(5), 1, 1, 1, pixels, labels);
  }

  private static int[] numbers(ImageSet set) {
    int[] numbers = new int[set.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.round(255 * set.image(i)[0]);
    }
    return numbers;
  }

  private static ImageSet ofSize(int size) {
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = (3 * i + i / 7) % 5;
    }
    return numbered(labels);
  }

  @Property(tries = 200)
  void aSampleHasDifferentImagesWithTheirLabels(
      @ForAll @IntRange(max = 100) int size,
      @ForAll @IntRange(max = 100) int n,
      @ForAll long seed) {
    ImageSet whole = ofSize(size);
    int count = Math.min(n, size);

    ImageSet sample = whole.sample(count, seed);

    assertThat(numbers(sample)).doesNotHaveDuplicates().hasSize(count);
    for (int i = 0; i < count; i++) {
      assertThat(sample.label(i)).isEqualTo(whole.label(numbers(sample)[i]));
    }
    assertThat(numbers(whole.sample(count, seed))).isEqualTo(numbers(sample));
    assertThat(numbers(whole.sample(size, seed).first(count))).isEqualTo(numbers(sample));
  }

  @Test
  void everyImageIsDrawnAboutAsOften() {
    int[] drawn = new int[10];
    for (int seed = 0; seed < 2000; seed++) {
      for (int number : numbers(ofSize(10).sample(3, seed))) {
        drawn[number]++;
      }
    }
    // 600 each on average, with a standard deviation of 20.
    assertThat(drawn).doesNotContain(0);
    assertThat(Arrays.stream(drawn).min().getAsInt()).isGreaterThan(500);
    assertThat(Arrays.stream(drawn).max().getAsInt()).isLessThan(700);
  }

  @Test
  void aSampleOfAViewIsOfTheView() {
    assertThat(numbers(ofSize(20).range(5, 9).sample(4, 1))).containsExactlyInAnyOrder(5, 6, 7, 8);
    assertThatThrownBy(() -> ofSize(3).sample(4, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void classesAreRelabelledInTheOrderGiven() {
    ImageSet chosen = numbered(3, 0, 1, 3, 4, 1).ofClasses(List.of(1, 3));

    assertThat(numbers(chosen)).containsExactly(0, 2, 3, 5);
    assertThat(chosen.labels()).containsExactly(1, 0, 1, 0);
    assertThat(chosen.classNames()).containsExactly("1", "3");
    ImageSet again = chosen.range(1, 4).ofClasses(List.of(1));
    assertThat(numbers(again)).containsExactly(3);
    assertThat(again.labels()).containsExactly(0);
    assertThat(numbers(chosen.sample(4, 3))).containsExactlyInAnyOrder(0, 2, 3, 5);
  }

  @Test
  void refusesClassesThatAreNotThere() {
    ImageSet set = numbered(0, 1);
    for (List<Integer> wrong :
        List.of(List.of(5), List.of(-1), List.of(1, 1), List.<Integer>of())) {
      assertThatThrownBy(() -> set.ofClasses(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("toy");
    }
  }

  @Test
  void onlyWhatStandsInTheOrderOfClassesIsMixed() {
    ImageSet asItIs = numbered(1, 0, 2);
    assertThat(asItIs.mixed()).isSameAs(asItIs);
    ImageSet one = numbered(1, 1, 1);
    assertThat(one.mixed()).isSameAs(one);
    assertThat(numbered().mixed().size()).isZero();

    int[] sorted = new int[100];
    Arrays.fill(sorted, 50, 100, 1);
    ImageSet mixed = numbered(sorted).mixed();
    assertThat(Arrays.stream(mixed.first(50).labels()).sum()).isBetween(10, 40);
    assertThat(numbers(mixed)).doesNotHaveDuplicates();
    assertThat(numbers(mixed)).isEqualTo(numbers(numbered(sorted).mixed()));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 9})
  void nothingIsMixedTwice(int size) {
    int[] sorted = new int[size];
    Arrays.fill(sorted, size / 2, size, 1);
    ImageSet mixed = numbered(sorted).mixed();
    assertThat(mixed.labels()).isNotEqualTo(sorted);
    assertThat(mixed.mixed()).isSameAs(mixed);
  }

  @Test
  void statisticsAreThoseOfThePixels() {
    byte[] pixels = {0, 51, 102, (byte) 255, 10, 10, 10, 10, 0, 0, 0, 0, 10, 10, 10, 10};
    ImageSet set = ImageSet.of("toy", ClassNames.numbered(2), 2, 2, 2, pixels, new int[] {0, 1});

    ChannelStatistics statistics = ChannelStatistics.of(set);

    // Levels 0, 0.2, 0.4, 1 and four times 0: mean 0.2, mean of squares 1.2 / 8.
    assertThat(statistics.mean()).containsExactly(0.2f, 10 / 255f);
    assertThat(statistics.deviation()[0]).isEqualTo((float) Math.sqrt(0.15 - 0.04));
    assertThat(statistics.deviation()[1]).as("a constant channel").isEqualTo(1 / 255f);
    assertThat(ChannelStatistics.of(set.last(1)).mean()[0]).isZero();
    assertThatThrownBy(() -> ChannelStatistics.of(set.first(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void statisticsOfMnistAreTheWellKnown() {
    ChannelStatistics statistics = ChannelStatistics.of(DataSets.get("mnist").train());

    assertThat(statistics.mean()[0]).isBetween(0.13065f, 0.13067f);
    assertThat(statistics.deviation()[0]).isBetween(0.30805f, 0.30815f);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 1", "19, 1", "20, 2", "9999, 999", "10000, 1000", "26032, 1000"})
  void holdsOutATenthAndAThousandAtMost(int size, int heldOut) {
    assertThat(CalibrationSplit.heldOut(size)).isEqualTo(heldOut);
  }

  @Test
  void theEndIsHeldOut() {
    CalibrationSplit split = CalibrationSplit.of(ofSize(30));
    assertThat(numbers(split.heldOut())).containsExactly(27, 28, 29);
    assertThat(split.rest().size()).isEqualTo(27);
    assertThatThrownBy(() -> CalibrationSplit.of(ofSize(3), 4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
