package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageSetTest {

  private final byte[] pixels = {0, (byte) 255, 51, (byte) 204, 1, 2, 3, 4, 5, 6, 7, 8};
  private final int[] labels = {2, 0, 1};
  private final ImageSet set =
      ImageSet.of("toy test", List.of("a", "b", "c"), 1, 2, 2, pixels, labels);

  @Test
  void scalesBytesToTheUnitInterval() {
    assertThat(set.image(0)).containsExactly(0f, 1f, 0.2f, 0.8f);
    float[] target = {9, 9, 9, 9, 9, 9};
    set.copyImage(1, target, 1);
    assertThat(target).containsExactly(9, 1 / 255f, 2 / 255f, 3 / 255f, 4 / 255f, 9);
  }

  @Test
  void doesNotSeeLaterChangesOfItsArrays() {
    pixels[0] = 7;
    labels[0] = 1;
    set.labels()[0] = 1;
    set.image(0)[0] = 7;
    assertThat(set.image(0)[0]).isZero();
    assertThat(set.label(0)).isEqualTo(2);
  }

  @Test
  void viewsKeepImagesWithTheirLabels() {
    assertThat(set.first(2).labels()).containsExactly(2, 0);
    ImageSet last = set.last(2);
    assertThat(last.labels()).containsExactly(0, 1);
    assertThat(last.image(1)).isEqualTo(set.image(2));
    assertThat(last.range(1, 2).label(0)).isEqualTo(1);
    assertThat(last.first(1).image(0)).isEqualTo(set.image(1));
    assertThat(set.first(0).size()).isZero();
  }

  @Test
  void refusesMoreImagesThanThereAre() {
    assertThatThrownBy(() -> set.first(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the first 4 images were asked for, but toy test has 3");
    assertThatThrownBy(() -> set.last(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> set.range(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> set.first(2).range(1, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesAnIndexOutsideTheView() {
    assertThatThrownBy(() -> set.image(3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("index 3 is outside 0..2 of toy test");
    assertThatThrownBy(() -> set.first(2).label(2)).hasMessageContaining("0..1");
    assertThatThrownBy(() -> set.label(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesArraysThatDoNotFit() {
    assertThatThrownBy(
            () -> ImageSet.of("toy", List.of("a", "b", "c"), 1, 2, 2, new byte[11], labels))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ImageSet.of("toy", List.of("a", "b"), 1, 2, 2, pixels, labels))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("label 2 of image 0 of toy is outside 0..1");
  }
}
