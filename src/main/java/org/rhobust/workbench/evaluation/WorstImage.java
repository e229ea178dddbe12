package org.rhobust.workbench.evaluation;

import javafx.scene.image.Image;
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
        picture(images, image),
        "%s → %s\n%s".formatted(label, prediction, confidence),
        "Image %d of class %s, attacked: taken for %s with confidence %s; select it"
            .formatted(image.index(), label, prediction, confidence));
  }

  /** x + δ; rounding may leave it a trace outside [0, 1]. */
  private static Image picture(ImageSet images, AttackedImage image) {
    float[] values = images.image(image.index());
    float[] perturbation = image.best().perturbation();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, Math.min(1, values[i] + perturbation[i]));
    }
    return Thumbnail.of(values, images.channels(), images.height(), images.width(), ZOOM);
  }
}
