package org.rhobust.evaluation;

/**
 * What a battery did to one image.
 *
 * @param index of the image in its set
 * @param misclassifiedConfidence the highest confidence among misclassified candidates, −∞ if none
 * @param anyConfidence the highest confidence among all candidates
 * @param adversarialConfidence the largest max_{j≠y} softmax_j among the attacks' best points
 * @param confidence max_k softmax_k at that point
 * @param prediction the class predicted there
 */
public record AttackedImage(
    int index,
    double misclassifiedConfidence,
    double anyConfidence,
    double adversarialConfidence,
    double confidence,
    int prediction) {

  static AttackedImage untouched(int index) {
    return new AttackedImage(
        index,
        Double.NEGATIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        -1);
  }

  /** The worst of two attacks on the same image. */
  AttackedImage worst(AttackedImage other) {
    AttackedImage shown = other.adversarialConfidence > adversarialConfidence ? other : this;
    return new AttackedImage(
        index,
        Math.max(misclassifiedConfidence, other.misclassifiedConfidence),
        Math.max(anyConfidence, other.anyConfidence),
        shown.adversarialConfidence,
        shown.confidence,
        shown.prediction);
  }
}
