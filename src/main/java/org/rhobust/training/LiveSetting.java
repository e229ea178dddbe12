package org.rhobust.training;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The parts of {@link LiveSettings}. A new one is a component there and a constant here. */
public enum LiveSetting {
  RHO("rho", "ρ", LiveSettings::rho) {
    @Override
    public LiveSettings set(LiveSettings settings, double value) {
      return new LiveSettings(value, settings.learningRate(), settings.steps());
    }
  },
  LEARNING_RATE("learning_rate", "learning rate", LiveSettings::learningRate) {
    @Override
    public LiveSettings set(LiveSettings settings, double value) {
      return new LiveSettings(settings.rho(), value, settings.steps());
    }
  },
  STEPS("steps", "attack steps", LiveSettings::steps) {
    @Override
    public LiveSettings set(LiveSettings settings, double value) {
      if (value != Math.rint(value)) {
        throw new IllegalArgumentException("steps is " + value + "; it must be a whole number");
      }
      return new LiveSettings(settings.rho(), settings.learningRate(), (int) value);
    }
  };

  private final String id;
  private final String title;
  private final ToDoubleFunction<LiveSettings> value;

  LiveSetting(String id, String title, ToDoubleFunction<LiveSettings> value) {
    this.id = id;
    this.title = title;
    this.value = value;
  }

  /** The name in files. */
  public String id() {
    return id;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /** Its value in {@code settings}. */
  public double in(LiveSettings settings) {
    return value.applyAsDouble(settings);
  }

  /**
   * {@code settings} with another value of this one.
   *
   * @throws IllegalArgumentException when the value is out of range
   */
  public abstract LiveSettings set(LiveSettings settings, double value);

  /**
   * The setting of this id.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public static LiveSetting of(String id) {
    return Arrays.stream(values())
        .filter(setting -> setting.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "setting '%s' is unknown; use one of %s"
                        .formatted(
                            id,
                            Arrays.stream(values())
                                .map(LiveSetting::id)
                                .collect(Collectors.joining(", ")))));
  }
}
