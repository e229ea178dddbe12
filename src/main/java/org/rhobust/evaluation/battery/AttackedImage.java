package org.rhobust.evaluation.battery;

/**
 * What attacks did to one image.
 *
 * @param index of the image in its set
 * @param misclassifiedConfidence the highest confidence among misclassified candidates, −∞ if none
 * @param anyConfidence the highest confidence among all candidates, −∞ if none
 * @param best the point of highest max_{j≠y} softmax_j among the attacks' best points; null where
 *     there is none, as for attacks that do not start from the image
 */
public record AttackedImage(
    int index, double misclassifiedConfidence, double anyConfidence, BestPoint best) {

  static AttackedImage untouched(int index) {
    return new AttackedImage(index, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, null);
  }

  /** The worst of two attacks on the same image. */
  public AttackedImage worst(AttackedImage other) {
    return new AttackedImage(
        index,
        Math.max(misclassifiedConfidence, other.misclassifiedConfidence),
        Math.max(anyConfidence, other.anyConfidence),
        better(best, other.best));
  }

  /** max_k softmax_k at the best point; NaN where there is none. */
  public double confidence() {
    return best == null ? Double.NaN : best.confidence();
  }

  /** The class predicted at the best point; −1 where there is none. */
  public int prediction() {
    return best == null ? -1 : best.prediction();
  }

  /** Whether no further candidate can change the figures: one is wrong with full confidence. */
  boolean decided() {
    return misclassifiedConfidence >= 1;
  }

  AttackedImage withoutPerturbation() {
    return best == null
        ? this
        : new AttackedImage(
            index, misclassifiedConfidence, anyConfidence, best.withoutPerturbation());
  }

  private static BestPoint better(BestPoint first, BestPoint second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return second.adversarialConfidence() > first.adversarialConfidence() ? second : first;
  }
}
