package org.rhobust.training;

import java.util.Arrays;

/** What a network is trained for. */
public enum TrainingMethod {
  /** Clean images with one-hot targets. */
  NORMAL("normal", "Normal training"),

  /** Attacked images with one-hot targets (Madry et al. 2018; article eq. 1 and 2). */
  ADVERSARIAL("adversarial", "Adversarial training"),

  /** Attacked images with targets that fade to uniform as ‖δ‖ grows (article eq. 5). */
  CONFIDENCE_CALIBRATED("ccat", "Confidence-calibrated (CCAT)");

  private final String id;
  private final String title;

  TrainingMethod(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The name in files and on the command line. */
  public String id() {
    return id;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  /**
   * The method of this id.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public static TrainingMethod of(String id) {
    return Arrays.stream(values())
        .filter(method -> method.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "method '" + id + "' is unknown; use normal, adversarial or ccat"));
  }
}
