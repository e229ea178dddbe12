package org.rhobust.workbench.evaluation;

import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.ImageStrip;
import org.rhobust.workbench.controls.Thumbnail;

/** An attacked image that is still confidently wrong, as a picture with its words. */
final class WorstImage {

  private static final int ZOOM = 2;

  private WorstImage() {}

  static ImageStrip.Item item(Findings findings, AttackedImage image) {
    ImageSet images = findings.outcome().evaluation().split().images();
    String label = images.classNames().get(images.label(image.index()));
    String prediction = images.classNames().get(image.prediction());
    String confidence = Format.confidence(image.confidence());
    return new ImageStrip.Item(
        image.index(),
        Thumbnail.of(images, image, ZOOM),
        "%s → %s\n%s".formatted(label, prediction, confidence),
        "Image %d of class %s, attacked: taken for %s with confidence %s; select it"
            .formatted(image.index(), label, prediction, confidence));
  }
}
