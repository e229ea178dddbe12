package org.rhobust.training;

import java.util.function.Function;

/**
 * Settings that work, by name.
 *
 * @param name in files and on the command line
 * @param title one line for people
 * @param settings for a method, with the attack that fits it
 */
public record Preset(
    String name, String title, Function<TrainingMethod, TrainingSettings> settings) {

  /** The settings for a method. */
  public TrainingSettings of(TrainingMethod method) {
    return settings.apply(method);
  }
}
