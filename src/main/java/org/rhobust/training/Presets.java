package org.rhobust.training;

import java.util.List;
import java.util.stream.Collectors;

/** The presets there are. A new one is one method and one line here. */
public final class Presets {

  private static final List<Preset> ALL =
      List.of(
          QuickPreset.PRESET,
          PaperPresets.MNIST,
          PaperPresets.SVHN,
          PaperPresets.CIFAR10,
          PaperPresets.CIFAR10_ARTICLE);

  private Presets() {}

  /** All presets, in the order to show them. */
  public static List<Preset> all() {
    return ALL;
  }

  /**
   * The settings of the preset of this name with the attack that fits the method.
   *
   * @throws IllegalArgumentException as {@link #named}
   */
  public static TrainingSettings of(String name, TrainingMethod method) {
    return named(name).of(method);
  }

  /**
   * The preset of this name.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public static Preset named(String name) {
    return ALL.stream()
        .filter(preset -> preset.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "preset '" + name + "' is unknown; use one of " + names()));
  }

  /** The names that {@link #of} takes, separated by commas. */
  public static String names() {
    return ALL.stream().map(Preset::name).collect(Collectors.joining(", "));
  }
}
