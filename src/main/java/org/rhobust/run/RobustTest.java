package org.rhobust.run;

import java.util.Locale;
import java.util.OptionalDouble;
import org.rhobust.data.CalibrationSplit;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.threat.ThreatModel;

/**
 * The attack that compares trained models: four starts of PGD on the confidence.
 *
 * @param test whose first images are attacked and whose last set the threshold
 * @param threat norm and ε of the attack
 * @param most how many images are attacked, where there are as many
 */
public record RobustTest(ImageSet test, ThreatModel threat, int most) {

  /** Enough for the figures that are written into a model. */
  public static final int REFERENCE_IMAGES = 500;

  private static final int ITERATIONS = 100;

  /** How many images from the end set the threshold. */
  public int heldOut() {
    return CalibrationSplit.heldOut(test.size());
  }

  /** How many images from the start are attacked. */
  public int images() {
    return Math.min(most, test.size() - heldOut());
  }

  /** The attacks. */
  public AttackBattery battery() {
    return AttackBattery.confidence(threat.norm(), threat.epsilon(), ITERATIONS);
  }

  /** What is attacked, and how, for a caption. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "%d starts of PGD on the confidence, %s, %d iterations, on the first %,d images of %s;"
            + " τ at 99 %% TPR on the last %,d",
        battery().attacks().size(),
        threat,
        ITERATIONS,
        images(),
        test.name(),
        heldOut());
  }

  /** RErr(τ) and τ of a result; null where the held-out images give no threshold. */
  public RobustMeasurement measurement(BatteryResult result) {
    OptionalDouble tau = result.threshold(Evaluation.TRUE_POSITIVE_RATE);
    return tau.isEmpty()
        ? null
        : new RobustMeasurement(
            result.evaluation().robustTestError().at(tau.getAsDouble()),
            tau.getAsDouble(),
            images(),
            heldOut(),
            words());
  }
}
