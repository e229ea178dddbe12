package org.rhobust.workbench.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.rhobust.data.ImageSet;
import org.rhobust.data.augmentation.Augmentations;
import org.rhobust.data.augmentation.Augmenter;
import org.rhobust.workbench.NumberInput;

/** Which augmentations are tried, and what they make of an image. */
final class PreviewModel {

  private static final Set<String> AT_FIRST = Set.of("crop", "flip");

  private final Map<String, BooleanProperty> chosen = new LinkedHashMap<>();
  private final NumberInput seed = NumberInput.whole("seed", 0, 0, Integer.MAX_VALUE);
  private final ReadOnlyObjectWrapper<Draw> draw = new ReadOnlyObjectWrapper<>(this, "draw");

  /**
   * What is shown.
   *
   * @param names of the augmentations, in the order in which they are applied
   */
  record Draw(List<String> names, long seed) {

    /** An augmented version of an image, [C, H, W] in [0, 1]; that of the epoch {@code version}. */
    float[] version(ImageSet images, int index, int version) {
      float[] values = new float[images.imageLength()];
      new Augmenter(names).copy(images, index, Augmenter.random(seed, version, index), values, 0);
      return values;
    }
  }

  PreviewModel() {
    for (String name : Augmentations.names()) {
      BooleanProperty one = new SimpleBooleanProperty(this, name, AT_FIRST.contains(name));
      one.addListener(o -> tell());
      chosen.put(name, one);
    }
    seed.valueProperty().addListener(o -> tell());
    tell();
  }

  /** Whether each augmentation is applied, in their order. */
  Map<String, BooleanProperty> chosen() {
    return chosen;
  }

  NumberInput seed() {
    return seed;
  }

  /** What is shown; never null. */
  ReadOnlyObjectProperty<Draw> drawProperty() {
    return draw.getReadOnlyProperty();
  }

  /** The next seed. */
  void drawAgain() {
    seed.textProperty().set(Long.toString(seed.intValue() + 1L));
  }

  private void tell() {
    List<String> names =
        chosen.entrySet().stream()
            .filter(entry -> entry.getValue().get())
            .map(Map.Entry::getKey)
            .toList();
    draw.set(new Draw(names, seed.intValue()));
  }
}
