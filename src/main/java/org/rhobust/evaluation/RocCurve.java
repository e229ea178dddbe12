package org.rhobust.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How well a threshold on confidence tells positives (to accept) from negatives (to reject), over
 * all thresholds.
 */
public final class RocCurve {

  /**
   * The rates at one threshold.
   *
   * @param threshold τ; +∞ at the first point, where nothing is accepted
   * @param falsePositiveRate share of negatives with c ≥ τ
   * @param truePositiveRate share of positives with c ≥ τ
   */
  public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}

  private final List<Point> points;
  private final OptionalDouble area;

  /**
   * @param positives confidences, any order; +∞ allowed
   * @param negatives confidences, any order; +∞ allowed
   * @throws IllegalArgumentException if a confidence is NaN
   */
  public RocCurve(double[] positives, double[] negatives) {
    double[] p = Confidences.sorted(positives);
    double[] n = Confidences.sorted(negatives);
    List<Point> curve = new ArrayList<>();
    long twiceWins = 0;
    if (p.length > 0 && n.length > 0) {
      curve.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
      int acceptedP = 0;
      int acceptedN = 0;
      while (acceptedP < p.length || acceptedN < n.length) {
        double threshold = Math.max(highest(p, acceptedP), highest(n, acceptedN));
        int tiedP = tied(p, acceptedP, threshold);
        int tiedN = tied(n, acceptedN, threshold);
        twiceWins += (2L * acceptedP + tiedP) * tiedN;
        acceptedP += tiedP;
        acceptedN += tiedN;
        curve.add(
            new Point(threshold, acceptedN / (double) n.length, acceptedP / (double) p.length));
      }
    }
    points = List.copyOf(curve);
    area =
        points.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(twiceWins / (2.0 * p.length * n.length));
  }

  /**
   * Successful attacks on correctly classified examples (negatives, at the highest confidence of a
   * misclassified candidate) against all clean examples.
   *
   * @throws IllegalArgumentException if the two are of different numbers of examples
   */
  public static RocCurve againstAllClean(Predictions clean, AttackOutcome attack) {
    return new RocCurve(clean.confidences(), successful(clean, attack));
  }

  /**
   * As {@link #againstAllClean}, against the correctly classified clean examples only.
   *
   * @throws IllegalArgumentException if the two are of different numbers of examples
   */
  public static RocCurve againstCorrectClean(Predictions clean, AttackOutcome attack) {
    return new RocCurve(clean.confidencesOfCorrect(), successful(clean, attack));
  }

  /** Misclassified clean examples (negatives) against correctly classified ones. */
  public static RocCurve ofMisclassification(Predictions clean) {
    return new RocCurve(clean.confidencesOfCorrect(), clean.confidencesOfMisclassified());
  }

  /** From (0, 0) to (1, 1), thresholds descending; empty when a class is empty. */
  public List<Point> points() {
    return points;
  }

  /**
   * The area under the curve in [0, 1]: the share of (positive, negative) pairs in which the
   * positive is the more confident, ties counting half. Empty when a class is empty.
   */
  public OptionalDouble area() {
    return area;
  }

  /**
   * The highest confidence among the misclassified candidates of each example with ¬A that has one,
   * in their order.
   *
   * @throws IllegalArgumentException if the two are of different numbers of examples
   */
  public static double[] successful(Predictions clean, AttackOutcome attack) {
    RejectionError.requireSameSize(clean, attack);
    return IntStream.range(0, clean.size())
        .filter(i -> clean.correct(i) && attack.misclassified(i))
        .mapToDouble(attack::misclassifiedConfidence)
        .toArray();
  }

  private static double highest(double[] sorted, int accepted) {
    return accepted < sorted.length
        ? sorted[sorted.length - 1 - accepted]
        : Double.NEGATIVE_INFINITY;
  }

  private static int tied(double[] sorted, int accepted, double threshold) {
    int end = accepted;
    while (end < sorted.length && sorted[sorted.length - 1 - end] == threshold) {
      end++;
    }
    return end - accepted;
  }
}
