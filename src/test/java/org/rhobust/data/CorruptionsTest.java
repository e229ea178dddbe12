package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corruptions are pure, stay in [0, 1] and do what their names say. */
class CorruptionsTest {

  private static final int SIDE = 28;
  private static final int CENTRE = 13 * SIDE + 13;

  @Property(tries = 100)
  void aCorruptionIsPureAndStaysInRange(
      @ForAll("names") String name,
      @ForAll @IntRange(min = 1, max = 5) int severity,
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll long seed) {
    float[] image = random(channels * height * width, seed);
    float[] before = image.clone();
    float[] result = apply(name, image, height, width, severity, seed);

    assertThat(image).isEqualTo(before);
    assertThat(result).hasSameSizeAs(image).doesNotContain(Float.NaN);
    for (float value : result) {
      assertThat(value).isBetween(0f, 1f);
    }
    assertThat(apply(name, image, height, width, severity, seed)).isEqualTo(result);
  }

  @Property(tries = 20)
  void aHigherSeverityChangesMore(@ForAll("names") String name, @ForAll long seed) {
    int side = 112;
    float[] image = blob(side, 25);
    double last = 0;
    for (int severity = 1; severity <= Corruptions.SEVERITIES; severity++) {
      double change = distance(image, apply(name, image, side, side, severity, seed));
      assertThat(change).isGreaterThan(last);
      last = change;
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0.08", "2, 0.12"})
  void gaussianNoiseHasItsStandardDeviation(int severity, double deviation) {
    float[] grey = grey(200 * 200, 0.5f);
    float[] noisy = apply("gaussian-noise", grey, 200, 200, severity, 3);

    assertThat(distance(grey, noisy) / 200).isCloseTo(deviation, within(0.002));
  }

  @Test
  void impulseNoiseSetsItsShareOfEntriesToBlackOrWhite() {
    float[] noisy = apply("impulse-noise", grey(200 * 200, 0.5f), 200, 200, 4, 3);
    int black = count(noisy, 0);
    int white = count(noisy, 1);

    assertThat((black + white) / 40_000.0).isCloseTo(0.17, within(0.01));
    assertThat(black).isCloseTo(white, within(500));
    assertThat(count(noisy, 0.5f)).isEqualTo(40_000 - black - white);
  }

  @Test
  void blurSpreadsADotAndKeepsItsLightAndAFlatPicture() {
    float[] dot = new float[SIDE * SIDE];
    dot[CENTRE] = 1;
    float[] blurred = apply("blur", dot, SIDE, SIDE, 3, 0);
    float[] flat = apply("blur", grey(SIDE * SIDE, 0.3f), SIDE, SIDE, 5, 0);

    assertThat(sum(blurred)).isCloseTo(1, within(1e-5));
    assertThat((double) (blurred[CENTRE + 2] / blurred[CENTRE]))
        .isCloseTo(Math.exp(-4 / (2 * 1.3 * 1.3)), within(1e-5));
    assertThat(blurred[CENTRE + SIDE]).isCloseTo(blurred[CENTRE + 1], within(1e-7f));
    assertThat(flat).usingComparatorWithPrecision(1e-6f).containsOnly(0.3f);
  }

  @Test
  void brightnessAddsAndContrastShrinksTowardsTheMean() {
    float[] image = {0.2f, 0.4f, 0.9f, 0.5f};

    assertThat(apply("brightness", image, 2, 2, 3, 0))
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(0.5f, 0.7f, 1f, 0.8f);
    assertThat(apply("contrast", image, 2, 2, 2, 0))
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(0.35f, 0.45f, 0.7f, 0.5f);
  }

  @Property(tries = 20)
  void rotationTurnsAboutTheCentreByItsAngle(@ForAll long seed) {
    float[] dot = blob(SIDE, 8);
    float[] rotated = apply("rotation", dot, SIDE, SIDE, 3, seed);
    double[] place = centroid(rotated);

    assertThat(Math.hypot(place[0], place[1])).isCloseTo(8, within(0.1));
    assertThat(Math.abs(Math.toDegrees(Math.atan2(place[1], place[0])))).isCloseTo(30, within(0.5));
  }

  @Property(tries = 20)
  void translationMovesByItsLengthAndFillsWithBlack(
      @ForAll @IntRange(min = 1, max = 5) int severity, @ForAll long seed) {
    double[] place = centroid(apply("translation", blob(SIDE, 0), SIDE, SIDE, severity, seed));
    float[] white = apply("translation", grey(SIDE * SIDE, 1), SIDE, SIDE, severity, seed);

    assertThat(Math.hypot(place[0], place[1])).isCloseTo(severity, within(0.02));
    assertThat(sum(white)).isLessThan(SIDE * (SIDE - 0.7 * severity));
  }

  /** On a picture of twice the side everything is twice as long. */
  @Test
  void lengthsGrowWithThePicture() {
    float[] dot = new float[56 * 56];
    dot[20 * 56 + 20] = 1;
    float[] blurred = apply("blur", dot, 56, 56, 3, 0);

    assertThat((double) (blurred[20 * 56 + 22] / blurred[20 * 56 + 20]))
        .isCloseTo(Math.exp(-4 / (2 * 2.6 * 2.6)), within(1e-5));
  }

  @Test
  void channelsDoNotMix() {
    float[] image = new float[2 * SIDE * SIDE];
    Arrays.fill(image, 0, SIDE * SIDE, 1);
    for (String name : new String[] {"blur", "rotation", "translation"}) {
      float[] result = apply(name, image, SIDE, SIDE, 5, 1);
      assertThat(Arrays.copyOfRange(result, SIDE * SIDE, 2 * SIDE * SIDE)).containsOnly(0f);
    }
  }

  @Test
  void anUnknownNameIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> Corruptions.of("fog"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("corruption 'fog' is unknown; use one of gaussian-noise, ");
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(Corruptions.names());
  }

  private static float[] apply(
      String name, float[] image, int height, int width, int severity, long seed) {
    return Corruptions.of(name).apply(image, height, width, severity, new SplittableRandom(seed));
  }

  private static float[] random(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] image = new float[size];
    for (int i = 0; i < size; i++) {
      image[i] = random.nextFloat();
    }
    return image;
  }

  private static float[] grey(int size, float value) {
    float[] image = new float[size];
    Arrays.fill(image, value);
    return image;
  }

  /** A soft dot so many pixels right of the centre of a square picture. */
  private static float[] blob(int side, double right) {
    float[] image = new float[side * side];
    double centre = (side - 1) / 2.0;
    for (int i = 0; i < image.length; i++) {
      double distance = Math.hypot(i / side - centre, i % side - centre - right);
      image[i] = (float) Math.exp(-distance * distance * 200 / side / side);
    }
    return image;
  }

  /** The centre of light, right and down of the picture's centre. */
  private static double[] centroid(float[] image) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < image.length; i++) {
      x += image[i] * (i % SIDE - 13.5);
      y += image[i] * (i / SIDE - 13.5);
    }
    return new double[] {x / sum(image), y / sum(image)};
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  private static double distance(float[] a, float[] b) {
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      squares += (double) (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(squares);
  }

  private static int count(float[] values, float wanted) {
    int count = 0;
    for (float value : values) {
      count += value == wanted ? 1 : 0;
    }
    return count;
  }
}
