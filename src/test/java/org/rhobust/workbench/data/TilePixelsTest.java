package org.rhobust.workbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.rhobust.data.ImageSet;

class TilePixelsTest {

  private static ImageSet images(int channels, int height, int width) {
    return ImageSet.of(
        "toy",
        List.of("a", "b"),
        channels,
        height,
        width,
        new byte[channels * height * width],
        new int[1]);
  }

  private static TilePixels of(int channels, int height, int width, float... values) {
    return TilePixels.of(images(channels, height, width), values);
  }

  private static float[] filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void fewPixelsAreRepeated() {
    TilePixels pixels = of(1, 1, 2, 0, 1);
    assertThat(pixels.width()).isEqualTo(96);
    assertThat(pixels.height()).isEqualTo(48);
    assertThat(pixels.argb()[47]).isEqualTo(0xff000000);
    assertThat(pixels.argb()[48]).isEqualTo(0xffffffff);
    assertThat(pixels.argb()[96 * 47 + 95]).isEqualTo(0xffffffff);
  }

  @Test
  void channelsAreColours() {
    assertThat(of(3, 1, 1, 1, 0.2f, 0).argb()[0]).isEqualTo(0xffff3300);
    assertThat(of(1, 1, 1, 0.2f).argb()[0]).isEqualTo(0xff333333);
    assertThat(of(2, 1, 1, 1, 0).argb()[0]).isEqualTo(0xffffff00);
  }

  @Test
  void manyPixelsAreAveraged() {
    float[] values = new float[400 * 600];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 600 % 2;
    }
    TilePixels pixels = of(1, 400, 600, values);
    assertThat(pixels.width()).isEqualTo(150);
    assertThat(pixels.height()).isEqualTo(100);
    assertThat(pixels.argb()).containsOnly(0xff808080);
  }

  @Property(tries = 60)
  void anyShapeKeepsItsColourAndFits(
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll @IntRange(min = 1, max = 500) int height,
      @ForAll @IntRange(min = 1, max = 500) int width) {
    TilePixels pixels = of(channels, height, width, filled(channels * height * width, 0.6f));
    assertThat(Math.max(pixels.width(), pixels.height())).isBetween(49, TilePixels.MOST);
    assertThat(pixels.argb()).hasSize(pixels.width() * pixels.height()).containsOnly(0xff999999);
  }

  @Test
  void oneExtentMayBeHuge() {
    TilePixels pixels = of(1, 1, 100_000, filled(100_000, 1));
    assertThat(pixels.height()).isEqualTo(1);
    assertThat(pixels.width()).isLessThanOrEqualTo(TilePixels.MOST);
    assertThat(of(3, 70_000, 2, filled(420_000, 0)).width()).isEqualTo(1);
  }

  /** All augmentations, on what is grey, flat or far from square. */
  @Test
  void everyShapeCanBePreviewed() {
    PreviewModel model = new PreviewModel();
    model.chosen().values().forEach(chosen -> chosen.set(true));
    for (ImageSet set :
        List.of(images(1, 1, 1), images(1, 5, 90), images(3, 300, 2), images(2, 1, 20_000))) {
      Examples examples = Examples.of(set);
      assertThat(examples.oneOfEach(10)).containsExactly(0);
      TilePixels pixels = TilePixels.of(set, model.drawProperty().get().version(set, 0, 1));
      assertThat(Math.max(pixels.width(), pixels.height())).isLessThanOrEqualTo(TilePixels.MOST);
    }
  }
}
