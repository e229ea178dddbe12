package org.rhobust.workbench.compare;

import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.controls.ModelTests.Measured;
import org.rhobust.workbench.controls.ModelTests.Subject;

/**
 * A method with what is known of it by now.
 *
 * @param method that is shown
 * @param status what it waits for, or why it cannot be shown; empty once all is there
 * @param failed whether {@code status} is an error
 * @param progress of its training or its attack, in [0, 1]; −1 where unknown, NaN where none is
 *     under way
 * @param subject its model; null before it is open
 * @param measured what the attack has found; null before
 * @param curve of the selected image, or of the picture in its place; null before
 * @param images that the curve's image is in; null before
 */
record Column(
    TrainingMethod method,
    String status,
    boolean failed,
    double progress,
    Subject subject,
    Measured measured,
    DirectionCurve curve,
    ImageSet images) {

  static Column empty(TrainingMethod method) {
    return new Column(method, "", false, Double.NaN, null, null, null, null);
  }

  Column waiting(String words, double share) {
    return new Column(method, words, false, share, subject, measured, curve, images);
  }

  Column failed(String why) {
    return new Column(method, why, true, Double.NaN, subject, measured, curve, images);
  }

  Column with(Subject opened) {
    return new Column(method, "Waits for its attack", false, Double.NaN, opened, null, null, null);
  }

  Column with(Measured result) {
    return new Column(method, "", false, Double.NaN, subject, result, curve, images);
  }

  Column with(DirectionCurve followed, ImageSet in) {
    return new Column(method, status, failed, progress, subject, measured, followed, in);
  }
}
