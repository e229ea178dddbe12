package org.rhobust.data.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.rhobust.data.ImageSet;

/** Augmentations keep what an image is and do what their names say. */
class AugmenterTest {

  private static final List<String> ARTICLE = List.of("crop", "flip", "autoaugment", "cutout");

  @Property(tries = 200)
  void anAugmentedImageIsAnImageOfTheSameShapeInItsPlace(
      @ForAll("chains") List<String> names,
      @ForAll @IntRange(min = 1, max = 4) int channels,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll long seed) {
    ImageSet images = random(channels, height, width, seed);
    int length = images.imageLength();
    float[] target = new float[length + 3];
    Arrays.fill(target, 7);

    new Augmenter(names).copy(images, 1, new SplittableRandom(seed), target, 2);

    assertThat(target[0]).isEqualTo(7);
    assertThat(target[1]).isEqualTo(7);
    assertThat(target[length + 2]).isEqualTo(7);
    for (int k = 2; k < length + 2; k++) {
      assertThat(target[k]).isBetween(0f, 1f);
      assertThat(target[k]).isEqualTo(Math.round(target[k] * 255) / 255f);
    }
  }

  @Property(tries = 50)
  void theSameDrawGivesTheSameImageWhateverWasAugmentedBefore(
      @ForAll("chains") List<String> names, @ForAll long seed) {
    ImageSet colour = random(3, 32, 32, seed);
    Augmenter used = new Augmenter(names);
    augment(used, random(1, 28, 28, seed), new SplittableRandom(1));
    augment(used, random(3, 32, 32, seed + 1), new SplittableRandom(2));

    assertThat(augment(used, colour, new SplittableRandom(seed)))
        .isEqualTo(augment(new Augmenter(names), colour, new SplittableRandom(seed)));
  }

  @Property(tries = 20)
  void withoutAugmentationsImagesAreCopied(@ForAll long seed) {
    ImageSet images = random(3, 5, 7, seed);
    Augmenter none = new Augmenter(List.of());
    assertThat(none.none()).isTrue();
    assertThat(augment(none, images, null)).isEqualTo(images.image(1));
  }

  @Test
  void differentDrawsDiffer() {
    ImageSet images = random(3, 32, 32, 1);
    SplittableRandom random = new SplittableRandom(1);
    Augmenter article = new Augmenter(ARTICLE);
    assertThat(article.none()).isFalse();
    assertThat(augment(article, images, random)).isNotEqualTo(augment(article, images, random));
  }

  @Property(tries = 50)
  void theOrderIsTheOneGiven(@ForAll long seed) {
    ImageSet black = ImageSet.of("black", List.of("a"), 1, 8, 8, new byte[64], new int[1]);
    float[] cropped = new float[64];
    new Augmenter(List.of("cutout", "crop")).copy(black, 0, new SplittableRandom(seed), cropped, 0);
    RandomGenerator random = new SplittableRandom(seed);
    PixelBuffer image = new PixelBuffer(1, 8, 8);
    Augmentations.of("cutout").apply(image, random);
    Augmentations.of("crop").apply(image, random);
    float[] expected = new float[64];
    image.write(expected, 0);
    assertThat(cropped).isEqualTo(expected);
  }

  @Property(tries = 100)
  void aCropIsAWindowOfThePaddedImage(
      @ForAll @IntRange(min = 1, max = 12) int height,
      @ForAll @IntRange(min = 1, max = 12) int width,
      @ForAll long seed) {
    ImageSet images = random(2, height, width, seed);
    float[] cropped = augment(new Augmenter(List.of("crop")), images, new SplittableRandom(seed));
    float[] image = images.image(1);
    boolean found = false;
    for (int dy = -4; dy <= 4; dy++) {
      for (int dx = -4; dx <= 4; dx++) {
        found |= Arrays.equals(cropped, window(image, height, width, dy, dx));
      }
    }
    assertThat(found).isTrue();
  }

  @Test
  void aCropReachesAllWindowsAboutEquallyOften() {
    ImageSet dot = ImageSet.of("dot", List.of("a"), 1, 9, 9, dot(), new int[1]);
    Augmenter crop = new Augmenter(List.of("crop"));
    SplittableRandom random = new SplittableRandom(3);
    int[] counts = new int[81];
    float[] target = new float[81];
    for (int i = 0; i < 81 * 200; i++) {
      crop.copy(dot, 0, random, target, 0);
      for (int k = 0; k < 81; k++) {
        counts[k] += Math.round(target[k]);
      }
    }
    for (int count : counts) {
      assertThat(count).isBetween(130, 270);
    }
  }

  @Property(tries = 50)
  void aFlipTwiceIsTheImageAndOnceItsMirror(
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll long seed) {
    float[] image = random(2, height, width, seed).image(1);
    PixelBuffer buffer = new PixelBuffer(2, height, width);
    buffer.read(image, 0);
    Geometry.flip(buffer);
    float[] once = new float[image.length];
    buffer.write(once, 0);
    for (int k = 0; k < image.length; k++) {
      assertThat(once[k]).isEqualTo(image[k - k % width + width - 1 - k % width]);
    }
    Geometry.flip(buffer);
    buffer.write(once, 0);
    assertThat(once).isEqualTo(image);
  }

  @Test
  void everyOtherImageIsFlipped() {
    ImageSet images = random(1, 4, 4, 5);
    Augmenter flip = new Augmenter(List.of("flip"));
    SplittableRandom random = new SplittableRandom(5);
    int flipped = 0;
    for (int i = 0; i < 2000; i++) {
      flipped += Arrays.equals(augment(flip, images, random), images.image(1)) ? 0 : 1;
    }
    assertThat(flipped / 2000.0).isCloseTo(0.5, within(0.05));
  }

  @Property(tries = 50)
  void theContrastOfAFlatImageIsItself(
      @ForAll @IntRange(min = 0, max = 255) int level, @ForAll long seed) {
    byte[] pixels = new byte[3 * 25];
    Arrays.fill(pixels, (byte) level);
    ImageSet flat = ImageSet.of("flat", List.of("a"), 3, 5, 5, pixels, new int[1]);
    float[] target = new float[75];
    new Augmenter(List.of("contrast")).copy(flat, 0, new SplittableRandom(seed), target, 0);
    assertThat(target).isEqualTo(flat.image(0));
  }

  @Property(tries = 100)
  void theContrastFactorLiesWithinItsRange(@ForAll long seed) {
    byte[] pixels = {88, (byte) 168};
    ImageSet pair = ImageSet.of("pair", List.of("a"), 1, 1, 2, pixels, new int[1]);
    float[] target = new float[2];
    new Augmenter(List.of("contrast")).copy(pair, 0, new SplittableRandom(seed), target, 0);
    assertThat((target[1] - target[0]) * 255 / 80).isBetween(0.68f, 1.32f);
  }

  @Property(tries = 100)
  void cutoutHidesASquareClippedAtTheBorder(@ForAll long seed) {
    ImageSet black = ImageSet.of("black", List.of("a"), 3, 32, 32, new byte[3072], new int[1]);
    float[] target = new float[3072];
    new Augmenter(List.of("cutout")).copy(black, 0, new SplittableRandom(seed), target, 0);
    int top = 32;
    int left = 32;
    int bottom = 0;
    int right = 0;
    int hidden = 0;
    for (int k = 0; k < 3072; k++) {
      assertThat(target[k]).isEqualTo(target[k % 1024]).isIn(0f, 128 / 255f);
      if (target[k] > 0) {
        int y = k % 1024 / 32;
        int x = k % 32;
        top = Math.min(top, y);
        left = Math.min(left, x);
        bottom = Math.max(bottom, y + 1);
        right = Math.max(right, x + 1);
        hidden++;
      }
    }
    assertThat(hidden).isEqualTo(3 * (bottom - top) * (right - left));
    assertSide(top, bottom);
    assertSide(left, right);
  }

  @Test
  void anUnknownNameIsRefusedNamingThoseThereAre() {
    assertThat(Augmentations.names())
        .containsExactly("crop", "flip", "contrast", "autoaugment", "cutout")
        .allSatisfy(Augmentations::requireKnown)
        .allSatisfy(name -> assertThat(Augmentations.description(name)).isNotBlank());
    assertThatThrownBy(() -> new Augmenter(List.of("crop", "mixup")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "augmentation 'mixup' is unknown; use one of crop, flip, contrast, autoaugment, cutout");
    assertThatThrownBy(() -> Augmentations.requireKnown("mixup")).hasMessageContaining("'mixup'");
  }

  @Provide
  Arbitrary<List<String>> chains() {
    return Arbitraries.of(Augmentations.names()).list().ofMinSize(1).ofMaxSize(4);
  }

  /** Whole in the middle, where all 16 pixels fit; else cut off by a border, but half remains. */
  private static void assertSide(int from, int to) {
    if (from > 0 && to < 32) {
      assertThat(to - from).isEqualTo(16);
    } else {
      assertThat(to - from).isBetween(8, 16);
    }
  }

  private static float[] window(float[] image, int height, int width, int dy, int dx) {
    float[] window = new float[image.length];
    for (int k = 0; k < image.length; k++) {
      int y = k / width % height + dy;
      int x = k % width + dx;
      window[k] = y >= 0 && y < height && x >= 0 && x < width ? image[k + dy * width + dx] : 0;
    }
    return window;
  }

  private static byte[] dot() {
    byte[] pixels = new byte[81];
    pixels[40] = (byte) 255;
    return pixels;
  }

  private static float[] augment(Augmenter augmenter, ImageSet images, RandomGenerator random) {
    float[] target = new float[images.imageLength()];
    augmenter.copy(images, 1, random, target, 0);
    return target;
  }

  /** Two images. */
  private static ImageSet random(int channels, int height, int width, long seed) {
    byte[] pixels = new byte[2 * channels * height * width];
    new SplittableRandom(seed).nextBytes(pixels);
    return ImageSet.of("random", List.of("a"), channels, height, width, pixels, new int[2]);
  }
}
