package org.rhobust.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.rhobust.model.Classifier;
import org.rhobust.model.Probabilities;

/** Follows the confidences along a direction. Used on the compute thread. */
public final class DirectionFollower {

  private static final int ROUNDS = 4;
  private static final int MOST_A_ROUND = 40;

  /** Neighbours that differ by more are looked between. */
  private static final double JUMP = 0.03;

  private final Classifier classifier;
  private final Direction direction;
  private final double epsilon;
  private final boolean clipped;

  /** The class probabilities, K at each distance. */
  private final NavigableMap<Double, float[]> found = new TreeMap<>();

  private DirectionFollower(
      Classifier classifier, Direction direction, double epsilon, boolean clipped) {
    this.classifier = classifier;
    this.direction = direction;
    this.epsilon = epsilon;
    this.clipped = clipped;
  }

  /**
   * The confidences at given distances.
   *
   * @param distances ascending from 0, in units of the norm
   * @param epsilon the radius of the ball that is shown
   * @param clipped whether the points are clipped to [0, 1]
   */
  public static DirectionCurve follow(
      Classifier classifier,
      Direction direction,
      double[] distances,
      double epsilon,
      boolean clipped) {
    DirectionFollower follower = new DirectionFollower(classifier, direction, epsilon, clipped);
    int adversarial = follower.adversarialClass();
    if (direction.still()) {
      return follower.curve(adversarial);
    }
    follower.found.clear();
    follower.evaluate(distances);
    return follower.curve(adversarial);
  }

  /**
   * The confidences from 0 to {@code farthest}, closer together wherever they change fast: exactly
   * at 0, ε, ‖δ‖ and the end, and at most 161 places more than {@link Distances#dense} has.
   */
  public static DirectionCurve followClosely(
      Classifier classifier,
      Direction direction,
      double farthest,
      double epsilon,
      boolean clipped) {
    DirectionFollower follower = new DirectionFollower(classifier, direction, epsilon, clipped);
    int adversarial = follower.adversarialClass();
    if (direction.still()) {
      return follower.curve(adversarial);
    }
    follower.found.keySet().removeIf(distance -> distance > farthest || clipped);
    follower.evaluate(Distances.dense(epsilon, farthest));
    for (int round = 0; round < ROUNDS; round++) {
      double[] between = follower.middles(adversarial);
      if (between.length == 0) {
        break;
      }
      follower.evaluate(between);
    }
    return follower.curve(adversarial);
  }

  /** Looks at x + δ itself. */
  private int adversarialClass() {
    float[] row =
        Inference.probabilities(classifier, List.of(direction.at(direction.norm(), false))).get(0);
    found.put(direction.norm(), row);
    return Probabilities.strongestOther(row, direction.label());
  }

  private void evaluate(double[] distances) {
    List<float[]> points =
        DoubleStream.of(distances).mapToObj(s -> direction.at(s, clipped)).toList();
    List<float[]> rows = Inference.probabilities(classifier, points);
    for (int i = 0; i < distances.length; i++) {
      found.put(distances[i], rows.get(i));
    }
  }

  /** The middles of the widest jumps, the widest first. */
  private double[] middles(int adversarial) {
    record Gap(double middle, double jump) {}

    List<Gap> gaps = new ArrayList<>();
    double before = Double.NaN;
    for (double distance : found.keySet()) {
      if (!Double.isNaN(before)) {
        float[] low = found.get(before);
        float[] high = found.get(distance);
        double jump =
            Math.max(
                Math.abs(low[direction.label()] - high[direction.label()]),
                Math.abs(low[adversarial] - high[adversarial]));
        gaps.add(new Gap((before + distance) / 2, jump));
      }
      before = distance;
    }
    return gaps.stream()
        .filter(gap -> gap.jump() > JUMP)
        .sorted(Comparator.comparingDouble(Gap::jump).reversed())
        .limit(MOST_A_ROUND)
        .mapToDouble(Gap::middle)
        .toArray();
  }

  private DirectionCurve curve(int adversarial) {
    NavigableMap<Double, float[]> rows = direction.still() ? new TreeMap<>() : found;
    int count = rows.size();
    double[] distances = new double[count];
    double[] trueConfidences = new double[count];
    double[] adversarialConfidences = new double[count];
    int[] predictions = new int[count];
    double[] confidences = new double[count];
    int i = 0;
    for (var entry : rows.entrySet()) {
      float[] row = entry.getValue();
      distances[i] = entry.getKey();
      trueConfidences[i] = row[direction.label()];
      adversarialConfidences[i] = row[adversarial];
      predictions[i] = Probabilities.prediction(row);
      confidences[i] = row[predictions[i]];
      i++;
    }
    return new DirectionCurve(
        direction,
        adversarial,
        distances,
        trueConfidences,
        adversarialConfidences,
        predictions,
        confidences,
        epsilon,
        clipped);
  }
}
