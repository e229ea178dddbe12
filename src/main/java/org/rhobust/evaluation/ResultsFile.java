package org.rhobust.evaluation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.rhobust.data.DataException;
import org.rhobust.data.NpyArray;
import org.rhobust.data.NpzReader;

/**
 * Outputs of a classifier, made by any tool: a NumPy archive with {@code labels} [N], integers in
 * 0…K−1, and the probabilities {@code clean} [N, K] and {@code attacked} [A, M, K], A candidates
 * for each of the first M images. A row that holds a NaN counts as misclassified and accepted at
 * every threshold.
 */
public final class ResultsFile {

  private static final String LABELS = "labels";
  private static final String CLEAN = "clean";
  private static final String ATTACKED = "attacked";

  private final Path file;
  private final int[] labels;
  private final ProbabilityRows clean;
  private final ProbabilityRows attacked;
  private final int candidates;
  private final int attackedImages;

  private ResultsFile(Path file, NpyArray labels, NpyArray clean, NpyArray attacked) {
    this.file = file;
    requireShape(clean, "[N, K]", 2);
    requireShape(labels, "[N]", 1);
    requireShape(attacked, "[A, M, K]", 3);
    int size = clean.shape()[0];
    int classes = clean.shape()[1];
    candidates = attacked.shape()[0];
    attackedImages = attacked.shape()[1];
    if (classes < 2) {
      throw refused(CLEAN, "has %d column; give the probabilities of all K classes", classes);
    }
    if (labels.size() != size) {
      throw refused(
          LABELS, "has %d entries for %d rows of clean; give as many", labels.size(), size);
    }
    if (attacked.shape()[2] != classes) {
      throw refused(
          ATTACKED,
          "is %s, but clean has %d classes; give the same K as last axis",
          attacked.shapeText(),
          classes);
    }
    if (attackedImages > size) {
      throw refused(
          ATTACKED,
          "is %s, but there are %d images; give [A, M, K] with M at most N",
          attacked.shapeText(),
          size);
    }
    this.labels = labels(labels, classes);
    this.clean = new ProbabilityRows(file, clean);
    this.attacked = new ProbabilityRows(file, attacked);
  }

  /**
   * Reads and checks the arrays.
   *
   * @throws DataException if the file cannot be read, an array is missing or of another shape or
   *     type, a label is out of range or a row is no distribution
   */
  public static ResultsFile read(Path file) {
    try (NpzReader npz = NpzReader.open(file)) {
      return new ResultsFile(file, npz.read(LABELS), npz.read(CLEAN), npz.read(ATTACKED));
    }
  }

  /** The number of rows with a NaN, clean and attacked together. */
  public int brokenRows() {
    return clean.broken() + attacked.broken();
  }

  /**
   * The figures with the last images held out for the threshold.
   *
   * @param holdout how many are held out, from 1 to N−M
   * @param truePositiveRate the share of the correctly classified held-out images to accept, in (0,
   *     1]
   * @throws IllegalArgumentException if a number is out of range
   * @throws DataException if a held-out row holds a NaN
   */
  public Scores scores(int holdout, double truePositiveRate) {
    int rest = labels.length - holdout;
    if (holdout < 1 || rest < 1) {
      throw new IllegalArgumentException(
          "holdout is %d; it must be from 1 to %d for the %d rows of clean"
              .formatted(holdout, labels.length - 1, labels.length));
    }
    if (attackedImages > rest) {
      throw new IllegalArgumentException(
          "array attacked has M = %d images, but %d of %d are held out; attack at most %d or lower --holdout"
              .formatted(attackedImages, holdout, labels.length, rest));
    }
    Predictions heldOut = clean(rest, labels.length);
    if (heldOut.firstNotFinite().isPresent()) {
      throw refused(
          CLEAN,
          "row %d, which is held out, holds a NaN; check the model's output",
          rest + heldOut.firstNotFinite().getAsInt());
    }
    OptionalDouble threshold = Threshold.atTruePositiveRate(truePositiveRate, heldOut);
    return Scores.of(clean(0, rest), clean(0, attackedImages), attack(), threshold);
  }

  private Predictions clean(int from, int to) {
    return Predictions.of(Arrays.copyOfRange(labels, from, to), clean.rows(from, to));
  }

  /** One candidate per image after the other, so that memory does not grow with A. */
  private AttackOutcome attack() {
    int[] attackedLabels = Arrays.copyOf(labels, attackedImages);
    AttackOutcome outcome = AttackOutcome.none(attackedImages);
    for (int a = 0; a < candidates; a++) {
      double[][] rows = attacked.rows(a * attackedImages, (a + 1) * attackedImages);
      outcome = outcome.merge(AttackOutcome.of(Predictions.of(attackedLabels, rows)));
    }
    return outcome;
  }

  private int[] labels(NpyArray array, int classes) {
    if (!array.integral()) {
      throw refused(LABELS, "holds floats; save labels.astype(np.int64)");
    }
    int[] checked = new int[array.size()];
    for (int i = 0; i < checked.length; i++) {
      long label = array.integer(i);
      if (label < 0 || label >= classes) {
        throw refused(LABELS, "holds %d at %d; give classes from 0 to %d", label, i, classes - 1);
      }
      checked[i] = (int) label;
    }
    return checked;
  }

  private void requireShape(NpyArray array, String wanted, int axes) {
    boolean empty = array.size() == 0;
    if (array.shape().length != axes || empty) {
      throw refused(
          array.name(),
          "is %s%s; give %s",
          array.shapeText(),
          empty ? ", which is empty" : "",
          wanted);
    }
  }

  private DataException refused(String array, String why, Object... values) {
    return new DataException(file + ": array " + array + " " + why.formatted(values));
  }
}
