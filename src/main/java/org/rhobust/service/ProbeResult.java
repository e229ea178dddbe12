package org.rhobust.service;

import java.util.OptionalDouble;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.battery.BatteryResult;

/**
 * A glimpse of the model while it trains, on a small fixed sample with a short attack: it shows the
 * trend, and flatters the model. It is no evaluation.
 *
 * @param step after which it was taken
 * @param images the test images of the training's own data
 * @param attack of the sample and of the direction
 * @param sample the fixed sample, attacked
 * @param threshold τ at 99 % TPR on a small held-out sample; empty where nothing is correct yet
 * @param direction of the selected image
 */
public record ProbeResult(
    int step,
    ImageSet images,
    PgdSettings attack,
    BatteryResult sample,
    OptionalDouble threshold,
    DirectionCurve direction) {

  /** Whether it is about these images, which a person may have exchanged for others. */
  public boolean isOf(ImageSet shown) {
    return shown != null && shown.name().equals(images.name());
  }
}
