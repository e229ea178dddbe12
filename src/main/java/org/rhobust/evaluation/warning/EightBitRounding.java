package org.rhobust.evaluation.warning;

import java.util.List;
import java.util.OptionalDouble;
import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.BestPoint;

/**
 * Raised where rounding the best points to 8 bits repairs or breaks more than one image and more
 * than 5 % of those that are broken before or after it: what was found would not survive in a
 * picture file, or would be worse there.
 */
final class EightBitRounding implements Check {

  private static final String NAME = "8-bit rounding changes the outcome";
  private static final double SHARE = 0.05;

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    double tau = Counts.tau(threshold);
    Predictions clean = result.clean();
    List<AttackedImage> images = result.attacked();
    int measured = 0;
    int repaired = 0;
    int made = 0;
    int broken = 0;
    for (AttackedImage image : images) {
      BestPoint best = image.best();
      if (best == null) {
        continue;
      }
      measured++;
      int label = clean.label(image.index());
      boolean exact = broken(best.prediction(), best.confidence(), label, tau);
      boolean rounded = broken(best.roundedPrediction(), best.roundedConfidence(), label, tau);
      broken += exact || rounded ? 1 : 0;
      repaired += exact && !rounded ? 1 : 0;
      made += rounded && !exact ? 1 : 0;
    }
    if (measured == 0) {
      return Warning.notMeasured(NAME, "No attack kept a best point to round.", "");
    }
    int changed = repaired + made;
    return Warning.of(
        NAME,
        changed > 1 && changed > SHARE * broken,
        "Rounding the best points of %s to 8 bits repairs %d and breaks %d of the %d broken %s."
            .formatted(Counts.images(measured), repaired, made, broken, Counts.at(threshold)),
        "If pictures reach the model as 8-bit files, report the rounded figures too; the best points must survive there.");
  }

  private static boolean broken(int prediction, double confidence, int label, double tau) {
    return prediction < 0 || prediction != label && confidence >= tau;
  }
}
