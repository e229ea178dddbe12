package org.rhobust.data.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The operations do what those of Pillow do, level by level; make.py tells how its were made. */
class OperationTest {

  private static final JsonObject PILLOW = read();

  /** One result of Pillow. */
  record Case(String image, Operation operation, int magnitude, int sign, byte[] expected) {

    @Override
    public String toString() {
      return "%s %s %d".formatted(image, operation, sign * magnitude);
    }
  }

  static Stream<Case> results() {
    return StreamSupport.stream(PILLOW.getAsJsonArray("results").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(
            o ->
                new Case(
                    o.get("image").getAsString(),
                    Operation.valueOf(o.get("operation").getAsString()),
                    o.get("magnitude").getAsInt(),
                    o.get("sign").getAsInt(),
                    bytes(o.get("levels"))));
  }

  @ParameterizedTest
  @MethodSource("results")
  void equalsPillow(Case result) {
    byte[] original = bytes(PILLOW.getAsJsonObject("images").get(result.image()));
    PixelBuffer image =
        image(original, PILLOW.get("height").getAsInt(), PILLOW.get("width").getAsInt());
    result.operation().apply(image, result.magnitude(), () -> result.sign() < 0 ? -1 : 0);
    assertThat(image.levels()).isEqualTo(levels(result.expected()));
  }

  @Test
  void everyOperationIsCompared() {
    assertThat(results().map(Case::operation)).contains(Operation.values());
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"AUTO_CONTRAST", "INVERT", "EQUALIZE"})
  void magnitudeZeroChangesNothing(Operation operation) {
    byte[] original = bytes(PILLOW.getAsJsonObject("images").get("colour"));
    PixelBuffer image = image(original, 17, 19);
    operation.apply(image, 0, () -> 0);
    assertThat(image.levels()).isEqualTo(levels(original));
  }

  @Test
  void aStepHappensWithItsProbability() {
    SplittableRandom random = new SplittableRandom(1);
    AutoAugment.Step step = new AutoAugment.Step(Operation.INVERT, 0.3, 5);
    int inverted = 0;
    for (int i = 0; i < 20_000; i++) {
      PixelBuffer image = new PixelBuffer(1, 1, 1);
      step.apply(image, random);
      inverted += image.levels()[0] / 255;
    }
    assertThat(inverted / 20_000.0).isCloseTo(0.3, within(0.015));
  }

  /**
   * A flat image in the colour of the fill stands all but brightness, inversion and strong
   * solarizing, so how often it changes follows from the table of the paper.
   */
  @Test
  void aSubPolicyIsDrawnUniformly() {
    SplittableRandom random = new SplittableRandom(2);
    int changed = 0;
    for (int i = 0; i < 50_000; i++) {
      PixelBuffer image = new PixelBuffer(3, 2, 2);
      Arrays.fill(image.levels(), PixelBuffer.MID_GREY);
      AutoAugment.apply(image, random);
      changed += Arrays.stream(image.levels()).anyMatch(v -> v != PixelBuffer.MID_GREY) ? 1 : 0;
    }
    double expected = (0.1 + 0.6 + 0.7 + 0.9 + 0.2 + 0.1 + 0.4 + 0.1) / 25;
    assertThat(changed / 50_000.0).isCloseTo(expected, within(0.008));
  }

  /** Table 7 of Cubuk et al. (2019), as printed. */
  @Test
  void thePolicyIsThatOfThePaper() {
    List<String> printed =
        """
        (Invert,0.1,7) (Contrast,0.2,6)
        (Rotate,0.7,2) (TranslateX,0.3,9)
        (Sharpness,0.8,1) (Sharpness,0.9,3)
        (ShearY,0.5,8) (TranslateY,0.7,9)
        (AutoContrast,0.5,8) (Equalize,0.9,2)
        (ShearY,0.2,7) (Posterize,0.3,7)
        (Color,0.4,3) (Brightness,0.6,7)
        (Sharpness,0.3,9) (Brightness,0.7,9)
        (Equalize,0.6,5) (Equalize,0.5,1)
        (Contrast,0.6,7) (Sharpness,0.6,5)
        (Color,0.7,7) (TranslateX,0.5,8)
        (Equalize,0.3,7) (AutoContrast,0.4,8)
        (TranslateY,0.4,3) (Sharpness,0.2,6)
        (Brightness,0.9,6) (Color,0.2,8)
        (Solarize,0.5,2) (Invert,0.0,3)
        (Equalize,0.2,0) (AutoContrast,0.6,0)
        (Equalize,0.2,8) (Equalize,0.6,4)
        (Color,0.9,9) (Equalize,0.6,6)
        (AutoContrast,0.8,4) (Solarize,0.2,8)
        (Brightness,0.1,3) (Color,0.7,0)
        (Solarize,0.4,5) (AutoContrast,0.9,3)
        (TranslateY,0.9,9) (TranslateY,0.7,9)
        (AutoContrast,0.9,2) (Solarize,0.8,3)
        (Equalize,0.8,8) (Invert,0.1,3)
        (TranslateY,0.7,9) (AutoContrast,0.9,1)
        """
            .lines()
            .toList();
    assertThat(AutoAugment.CIFAR10)
        .extracting(pair -> printed(pair.first()) + " " + printed(pair.second()))
        .isEqualTo(printed.stream().map(line -> line.toUpperCase(Locale.ROOT)).toList());
  }

  private static String printed(AutoAugment.Step step) {
    return "(%s,%s,%d)"
        .formatted(step.operation().name().replace("_", ""), step.probability(), step.magnitude());
  }

  private static PixelBuffer image(byte[] original, int height, int width) {
    PixelBuffer image = new PixelBuffer(original.length / (height * width), height, width);
    System.arraycopy(levels(original), 0, image.levels(), 0, original.length);
    return image;
  }

  private static int[] levels(byte[] bytes) {
    int[] levels = new int[bytes.length];
    Arrays.setAll(levels, k -> bytes[k] & 0xff);
    return levels;
  }

  private static byte[] bytes(JsonElement encoded) {
    return Base64.getDecoder().decode(encoded.getAsString());
  }

  private static JsonObject read() {
    try (InputStreamReader reader =
        new InputStreamReader(
            OperationTest.class.getResourceAsStream("/augmentation/pillow.json"),
            StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
