package org.rhobust.evaluation;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a classifier says about N labelled examples: predicted class and confidence c = max_k f_k(x)
 * of each. Ties of the largest probability go to the lowest class. An output that is not finite
 * counts as misclassified and is accepted at every threshold: class −1, confidence +∞.
 */
public final class Predictions {

  /** Softmax in half precision may exceed 1 by this much. */
  private static final double TOLERANCE = 1e-3;

  private static final int NO_CLASS = -1;

  private final int[] labels;
  private final int[] classes;
  private final double[] confidences;

  private Predictions(int[] labels, int[] classes, double[] confidences) {
    this.labels = labels;
    this.classes = classes;
    this.confidences = confidences;
  }

  /**
   * Reads the predictions off the softmax outputs.
   *
   * @param labels [N] true classes, each in 0…K−1
   * @param probabilities [N][K], K ≥ 2, each in [0, 1] or not finite
   * @throws IllegalArgumentException if the lengths differ, a label is out of range or a finite
   *     value is no probability
   */
  public static Predictions of(int[] labels, double[][] probabilities) {
    if (labels.length != probabilities.length) {
      throw new IllegalArgumentException(
          labels.length
              + " labels for "
              + probabilities.length
              + " rows of probabilities: give one label a row");
    }
    int[] classes = new int[labels.length];
    double[] confidences = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      requireProbabilities(i, probabilities[i], probabilities[0].length);
      requireLabel(i, labels[i], probabilities[i].length);
      boolean finite = Arrays.stream(probabilities[i]).allMatch(Double::isFinite);
      classes[i] = finite ? largest(probabilities[i]) : NO_CLASS;
      confidences[i] = finite ? probabilities[i][classes[i]] : Double.POSITIVE_INFINITY;
    }
    return new Predictions(labels.clone(), classes, confidences);
  }

  /**
   * As {@link #of(int[], double[][])}, for the engine's single precision.
   *
   * @throws IllegalArgumentException as there
   */
  public static Predictions of(int[] labels, float[][] probabilities) {
    double[][] widened = new double[probabilities.length][];
    for (int i = 0; i < widened.length; i++) {
      float[] row = probabilities[i];
      widened[i] = IntStream.range(0, row.length).mapToDouble(k -> row[k]).toArray();
    }
    return of(labels, widened);
  }

  /**
   * The first {@code count} examples.
   *
   * @param count at most N
   */
  public Predictions first(int count) {
    return new Predictions(
        Arrays.copyOf(labels, count),
        Arrays.copyOf(classes, count),
        Arrays.copyOf(confidences, count));
  }

  /** N, the number of examples. */
  public int size() {
    return labels.length;
  }

  /** The true class of example {@code i}. */
  public int label(int i) {
    return labels[i];
  }

  /** The predicted class of example {@code i}, −1 where the output was not finite. */
  public int predictedClass(int i) {
    return classes[i];
  }

  /** c(x) of example {@code i} in [0, 1], +∞ where the output was not finite. */
  public double confidence(int i) {
    return confidences[i];
  }

  /** Whether example {@code i} is classified as its label: ¬A. */
  public boolean correct(int i) {
    return classes[i] == labels[i];
  }

  /** Whether the output for example {@code i} was finite. */
  public boolean finite(int i) {
    return classes[i] != NO_CLASS;
  }

  /** The first example whose output was not finite; empty where all were. */
  public OptionalInt firstNotFinite() {
    return IntStream.range(0, size()).filter(i -> !finite(i)).findFirst();
  }

  /** The number of correctly classified examples, Σ¬A. */
  public int correctCount() {
    return (int) IntStream.range(0, size()).filter(this::correct).count();
  }

  /** [N], the confidence of every example. */
  public double[] confidences() {
    return confidences.clone();
  }

  /** The confidences of the correctly classified examples, in their order. */
  public double[] confidencesOfCorrect() {
    return IntStream.range(0, size()).filter(this::correct).mapToDouble(this::confidence).toArray();
  }

  /** The confidences of the misclassified examples, in their order. */
  public double[] confidencesOfMisclassified() {
    return IntStream.range(0, size())
        .filter(i -> !correct(i))
        .mapToDouble(this::confidence)
        .toArray();
  }

  private static int largest(double[] row) {
    int best = 0;
    for (int k = 1; k < row.length; k++) {
      if (row[k] > row[best]) {
        best = k;
      }
    }
    return best;
  }

  private static void requireProbabilities(int i, double[] row, int classes) {
    if (row.length != classes || classes < 2) {
      throw new IllegalArgumentException(
          "row "
              + i
              + " has "
              + row.length
              + " probabilities: give every row the same number, at least 2");
    }
    for (double value : row) {
      if (Double.isFinite(value) && (value < 0 || value > 1 + TOLERANCE)) {
        throw new IllegalArgumentException(
            "row "
                + i
                + " holds "
                + value
                + ", which is no probability: apply softmax to the logits first");
      }
    }
  }

  private static void requireLabel(int i, int label, int classes) {
    if (label < 0 || label >= classes) {
      throw new IllegalArgumentException(
          "label " + i + " is " + label + ": give a class from 0 to " + (classes - 1));
    }
  }
}
