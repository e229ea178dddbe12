package org.rhobust.threat;

/**
 * What an adversary may do: any δ with ‖δ‖ ≤ ε.
 *
 * @param norm a name of {@link Norms}
 * @param epsilon ε, at least 0, in units of the norm
 */
public record ThreatModel(String norm, double epsilon) {

  /**
   * @throws IllegalArgumentException when the norm is unknown or ε is negative or not finite
   */
  public ThreatModel {
    Norms.of(norm);
    if (!(epsilon >= 0 && Double.isFinite(epsilon))) {
      throw new IllegalArgumentException("epsilon is " + epsilon + "; it must be 0 or more");
    }
  }

  /**
   * That of the reference configurations, for models that do not say theirs: L∞ with ε = 0.3 for
   * grey images and 0.03 for colour.
   *
   * @param channels of an image
   */
  public static ThreatModel reference(int channels) {
    return new ThreatModel(Norms.L_INFINITY.name(), channels == 1 ? 0.3 : 0.03);
  }

  /** For people, such as "L∞ 0.3". */
  @Override
  public String toString() {
    return Norms.of(norm).symbol() + " " + Digits.brief(epsilon);
  }
}
