package org.rhobust.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code model.json} says about a model. Optional parts are null where unknown.
 *
 * @param name what people call it, such as "mnist-ccat"
 * @param network the registered name of its architecture, such as "small"
 * @param classes the number of classes K, at least 2
 * @param input the shape of an image
 * @param method how it was trained, such as "ccat"; optional
 * @param transition the transition it was trained with; optional
 * @param norm the norm of its threat model, such as "linf"; optional
 * @param epsilon the radius of its threat model, in units of the norm, above 0; optional
 * @param dataset the data set it was trained on; optional
 * @param seed the seed of its training; optional
 * @param command the command line that makes it again; optional
 * @param threshold the confidence from which it accepts; optional
 * @param figures measured figures by name, in order; empty where none were measured
 * @param notes what else a person should know; optional
 * @param createdBy the version of the program that wrote it; optional
 * @param weightsSha256 the hash of {@code weights.safetensors} in hexadecimal; set by {@link
 *     ModelDirectory#write}, so null before
 */
public record ModelDescription(
    String name,
    String network,
    int classes,
    ImageShape input,
    String method,
    Transition transition,
    String norm,
    Double epsilon,
    String dataset,
    Long seed,
    String command,
    Threshold threshold,
    Map<String, Double> figures,
    String notes,
    String createdBy,
    String weightsSha256) {

  /** The version of the file format that this program writes, and the newest it reads. */
  public static final int FORMAT = 1;

  private static final int MAX_CLASSES = 100_000;

  /**
   * The transition from one-hot to uniform targets.
   *
   * @param family its registered name, such as "power"
   * @param rho ρ &gt; 0
   * @param epsilon the budget ε &gt; 0, in the threat model's norm
   */
  public record Transition(String family, double rho, double epsilon) {

    /** Checks the ranges: {@link IllegalArgumentException} names the field that is outside. */
    public Transition {
      requireText("transition.family", family);
      requirePositive("transition.rho", rho);
      requirePositive("transition.epsilon", epsilon);
    }
  }

  /**
   * The confidence from which the model accepts an image.
   *
   * @param tpr the share of correctly classified held-out images it accepts, in (0, 1]
   * @param value the threshold τ in [0, 1]
   * @param calibratedOn the held-out images, in words
   */
  public record Threshold(double tpr, double value, String calibratedOn) {

    /** Checks the ranges: {@link IllegalArgumentException} names the field that is outside. */
    public Threshold {
      requirePositive("threshold.tpr", tpr);
      if (tpr > 1) {
        throw new IllegalArgumentException("threshold.tpr must be at most 1, not " + tpr);
      }
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("threshold.value must lie in 0..1, not " + value);
      }
      requireText("threshold.calibratedOn", calibratedOn);
    }
  }

  /** Checks the ranges: {@link IllegalArgumentException} names the field that is outside. */
  public ModelDescription {
    requireText("name", name);
    requireText("network", network);
    requireRange("classes", classes, 2, MAX_CLASSES);
    if (epsilon != null) {
      requirePositive("epsilon", epsilon);
    }
    if (input == null) {
      throw new IllegalArgumentException("input is missing");
    }
    figures =
        figures == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    figures.forEach(
        (figure, number) -> {
          if (number == null || !Double.isFinite(number)) {
            throw new IllegalArgumentException(
                "figures.%s must be a finite number, not %s; leave out what is undefined"
                    .formatted(figure, number));
          }
        });
    if (weightsSha256 != null && !weightsSha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "weightsSha256 must be 64 hexadecimal digits, not " + JsonText.quote(weightsSha256));
    }
  }

  /** The radius of its threat model, as it or its transition says; null where neither does. */
  public Double radius() {
    return epsilon == null && transition != null ? (Double) transition.epsilon() : epsilon;
  }

  /** A builder with only what every model has. */
  public static ModelDescriptionBuilder builder(
      String name, String network, int classes, ImageShape input) {
    return new ModelDescriptionBuilder(name, network, classes, input);
  }

  /** A builder that starts from this description. */
  public ModelDescriptionBuilder toBuilder() {
    return new ModelDescriptionBuilder(name, network, classes, input)
        .method(method)
        .transition(transition)
        .norm(norm)
        .epsilon(epsilon)
        .dataset(dataset)
        .seed(seed)
        .command(command)
        .threshold(threshold)
        .figures(figures)
        .notes(notes)
        .createdBy(createdBy)
        .weightsSha256(weightsSha256);
  }

  private static void requireText(String field, String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(field + " is missing or empty");
    }
  }

  private static void requireRange(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must lie in %d..%d, not %d".formatted(field, least, most, value));
    }
  }

  private static void requirePositive(String field, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(field + " must be above 0, not " + value);
    }
  }
}
