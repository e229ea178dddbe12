package org.rhobust.workbench.histogram;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.layout.HBox;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.ImageStrip;
import org.rhobust.workbench.controls.Thumbnail;

/** The images that get through, each a button that selects it. */
final class ThroughStrip {

  private static final double HEIGHT = 40;

  private final ImageStrip<AttackedImage> strip;

  ThroughStrip(HBox row, IntConsumer select) {
    strip = new ImageStrip<>(row, HEIGHT, select);
  }

  /** Shows the first of these images. */
  void show(ImageSet images, List<AttackedImage> through) {
    strip.show(through, image -> item(images, image));
  }

  private static ImageStrip.Item item(ImageSet images, AttackedImage image) {
    String label = images.classNames().get(images.label(image.index()));
    boolean known = image.prediction() >= 0 && image.prediction() != images.label(image.index());
    String change = known ? label + " → " + images.classNames().get(image.prediction()) : label;
    return new ImageStrip.Item(
        image.index(),
        Thumbnail.of(images, image.index(), 1),
        change,
        "Image %d passes with confidence %s; select it"
            .formatted(image.index(), Format.confidence(image.misclassifiedConfidence())));
  }
}
