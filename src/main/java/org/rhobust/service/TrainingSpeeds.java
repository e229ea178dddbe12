package org.rhobust.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rhobust.attack.PgdSettings;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/**
 * How long a step of each kind of training has taken here. What does not change the work of a step
 * (ρ, seed, learning rate, number of images and epochs) is not looked at. For any thread.
 */
public final class TrainingSpeeds {

  private final Map<Kind, Double> secondsPerStep = new ConcurrentHashMap<>();

  private record Kind(
      String device,
      String dataset,
      String network,
      int batch,
      TrainingMethod method,
      double fraction,
      PgdSettings attack) {}

  /**
   * Keeps what was measured last.
   *
   * @param device {@code auto}, {@code cpu} or {@code gpu:n}, as it was asked for
   */
  public void learn(TrainingSettings settings, String device, double seconds) {
    if (seconds > 0 && Double.isFinite(seconds)) {
      secondsPerStep.put(kind(settings, device), seconds);
    }
  }

  /** Seconds that the whole training will take; NaN where no such step was measured yet. */
  public double seconds(TrainingSettings settings, String device) {
    Double step = secondsPerStep.get(kind(settings, device));
    return step == null ? Double.NaN : step * settings.totalSteps();
  }

  private static Kind kind(TrainingSettings settings, String device) {
    boolean normal = settings.method() == TrainingMethod.NORMAL;
    return new Kind(
        device,
        settings.dataset(),
        settings.network(),
        settings.batch(),
        settings.method(),
        normal ? 0 : settings.fraction(),
        normal ? null : settings.attack());
  }
}
