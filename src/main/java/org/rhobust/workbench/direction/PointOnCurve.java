package org.rhobust.workbench.direction;

import javafx.scene.image.Image;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Thumbnail;

/** Single points of a curve, as pictures and in words. */
final class PointOnCurve {

  private PointOnCurve() {}

  /** x + s·δ̂; what leaves [0, 1] is shown as black or white. */
  static Image picture(Answer.Curve answer, double distance) {
    ImageSet images = answer.question().request().images();
    float[] point = answer.curve().direction().at(distance, true);
    return Thumbnail.of(point, images.channels(), images.height(), images.width(), 1);
  }

  /** The prediction, its confidence and whether it is accepted, a line each. */
  static String words(Answer.Curve answer, double distance, double threshold) {
    DirectionCurve curve = answer.curve();
    int at = curve.nearest(distance);
    int prediction = curve.predictions()[at];
    String name = answer.question().request().images().classNames().get(prediction);
    String verdict =
        Double.isNaN(threshold)
            ? ""
            : curve.confidences()[at] >= threshold ? "\naccepted at τ" : "\nrejected at τ";
    return "‖δ‖ = %s\nclass %s%s\nconfidence %s%s"
        .formatted(
            Format.number(curve.distances()[at]),
            name,
            prediction == curve.label() ? " (true)" : "",
            Format.confidence(curve.confidences()[at]),
            verdict);
  }
}
