package org.rhobust.training;

import java.util.LinkedHashMap;
import java.util.Map;

/** Learning-rate schedules by name. A new schedule is one method and one line here. */
public final class Schedules {

  private static final Map<String, Schedule> ALL = new LinkedHashMap<>();

  static {
    ALL.put("cosine", (settings, progress, epoch) -> (1 + Math.cos(Math.PI * progress)) / 2);
    ALL.put("exponential", (settings, progress, epoch) -> Math.pow(settings.decay(), epoch));
    ALL.put("steps", Schedules::steps);
    ALL.put("constant", (settings, progress, epoch) -> 1);
  }

  private Schedules() {}

  /**
   * The learning rate of a step.
   *
   * @param step from 0
   * @param stepsPerEpoch at least 1
   * @param totalSteps of the whole run
   */
  public static double rate(
      OptimiserSettings settings, int step, int stepsPerEpoch, int totalSteps) {
    double factor =
        ALL.get(settings.schedule())
            .factor(settings, (double) step / totalSteps, step / stepsPerEpoch);
    return settings.learningRate() * factor;
  }

  /** The names there are, separated by commas. */
  public static String names() {
    return String.join(", ", ALL.keySet());
  }

  static void requireKnown(String name) {
    if (!ALL.containsKey(name)) {
      throw new IllegalArgumentException(
          "schedule '" + name + "' is unknown; use one of " + names());
    }
  }

  private static double steps(OptimiserSettings settings, double progress, int epoch) {
    long passed = settings.milestones().stream().filter(milestone -> milestone <= epoch).count();
    return Math.pow(settings.decay(), passed);
  }

  @FunctionalInterface
  private interface Schedule {

    /** The factor on the first rate; {@code progress} in [0, 1), {@code epoch} from 0. */
    double factor(OptimiserSettings settings, double progress, int epoch);
  }
}
