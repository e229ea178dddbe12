package org.rhobust.workbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rhobust.data.ImageSet;

class PreviewModelTest {

  private final PreviewModel model = new PreviewModel();

  private static ImageSet images() {
    byte[] pixels = new byte[3 * 32 * 32];
    new SplittableRandom(1).nextBytes(pixels);
    return ImageSet.of("noise", List.of("a"), 3, 32, 32, pixels, new int[1]);
  }

  private List<float[]> versions() {
    ImageSet images = images();
    return IntStream.rangeClosed(1, 8)
        .mapToObj(version -> model.drawProperty().get().version(images, 0, version))
        .toList();
  }

  @Test
  void augmentationsAreAppliedInTheirOrderWhateverWasChosenFirst() {
    model.chosen().get("cutout").set(true);
    model.chosen().get("autoaugment").set(true);
    assertThat(model.drawProperty().get().names())
        .containsExactly("crop", "flip", "autoaugment", "cutout");
  }

  @Test
  void aSeedGivesOneDrawAndTheNextAnother() {
    List<float[]> first = versions();
    assertThat(versions()).usingRecursiveComparison().isEqualTo(first);
    assertThat(first.get(0)).isNotEqualTo(first.get(1));

    model.drawAgain();
    assertThat(model.seed().textProperty().get()).isEqualTo("1");
    assertThat(versions()).usingRecursiveComparison().isNotEqualTo(first);

    model.seed().textProperty().set("0");
    assertThat(versions()).usingRecursiveComparison().isEqualTo(first);
  }

  @Test
  void withoutAugmentationsAllVersionsAreTheImage() {
    model.chosen().values().forEach(chosen -> chosen.set(false));
    assertThat(versions()).hasSize(8).containsOnly(images().image(0));
  }

  @Test
  void aBadSeedKeepsTheDraw() {
    PreviewModel.Draw before = model.drawProperty().get();
    model.seed().textProperty().set("x");
    assertThat(model.drawProperty().get()).isEqualTo(before);
    assertThat(model.seed().problemProperty().get()).contains("seed");
  }
}
