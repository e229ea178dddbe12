package org.rhobust.workbench.direction;

/** What an answer shows, in words. */
final class AnswerWords {

  private AnswerWords() {}

  /**
   * The words.
   *
   * @param answer null for none
   * @param threshold τ, or NaN
   */
  static String of(Answer answer, double threshold) {
    if (answer instanceof Answer.Curve curve) {
      return DirectionWords.of(curve, threshold);
    }
    if (answer instanceof Answer.Mean mean) {
      return MeanWords.of(mean);
    }
    return answer instanceof Answer.Plane plane ? PlaneWords.of(plane, threshold) : "";
  }
}
