package org.rhobust.evaluation;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.IntStream;
import org.rhobust.attack.PgdObserver;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Classifier;
import org.rhobust.model.Probabilities;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Seeds;
import org.rhobust.tensor.Torch;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;

/**
 * Evaluates a {@link ConfidencePlane}, a row at a time, so that other work goes on in between. Used
 * on the compute thread.
 */
public final class PlaneEvaluation {

  /** Odd, so that the image itself is a point of the grid, as is ε. */
  static final int SIDE = 61;

  private static final int ANGLES = 360;

  /** Sets the orthogonal direction apart from a random one of the same seed. */
  private static final int ORTHOGONAL = 1;

  private final Classifier classifier;
  private final Classifier attacked;
  private final ImageSet images;
  private final int index;
  private final DirectionSettings settings;
  private final Norm norm;
  private final float[] confidences = new float[SIDE * SIDE];
  private final int[] predictions = new int[SIDE * SIDE];
  private Direction direction;
  private double reach;
  private float[] across;
  private List<float[]> path = List.of();
  private int rows;
  private double begun;

  /**
   * @param classifier whose confidences are shown
   * @param attacked gives the direction; the same for a direction of its own
   */
  public PlaneEvaluation(
      Classifier classifier,
      Classifier attacked,
      ImageSet images,
      int index,
      DirectionSettings settings) {
    this.classifier = classifier;
    this.attacked = attacked;
    this.images = images;
    this.index = index;
    this.settings = settings;
    norm = Norms.of(settings.attack().norm());
  }

  /** Whether all rows are done, or there is no direction. */
  public boolean finished() {
    return direction != null && (direction.still() || rows == SIDE);
  }

  /** The share done in [0, 1]; the direction counts as half. */
  public double progress() {
    return direction == null ? begun / 2 : 0.5 + 0.5 * rows / SIDE;
  }

  /**
   * Finds the directions, or evaluates a row.
   *
   * @param between called between two iterations and before a row; may throw to end the work
   */
  public void runNext(Runnable between) {
    between.run();
    if (direction == null) {
      findDirections(between);
    } else {
      evaluateRow();
    }
  }

  /** What was found. */
  public ConfidencePlane result() {
    boolean none = direction.still();
    return new ConfidencePlane(
        direction,
        none ? new double[0] : coordinates(),
        confidences,
        predictions,
        none ? new double[0][] : projected(),
        none ? new double[0][] : ball(),
        settings.attack().epsilon(),
        settings.clipped());
  }

  private void findDirections(Runnable between) {
    double iterations = settings.attack().steps() + 1;
    PathRecorder recorder = new PathRecorder(settings.attack().steps(), classifier.input().size());
    PgdObserver progress =
        state -> {
          begun = state.iteration() / iterations;
          between.run();
        };
    direction =
        new Directions(attacked, images, settings).find(index, PgdObserver.all(recorder, progress));
    path = recorder.points();
    reach = settings.reach(direction);
    if (!direction.still()) {
      across = orthogonal();
    }
  }

  /** A random direction without its part along δ̂, of norm 1. */
  private float[] orthogonal() {
    float[] along = direction.unit();
    float[] drawn =
        norm.drawDirection(along.length, Seeds.generator(settings.seed(), index, ORTHOGONAL));
    double share = dot(drawn, along) / dot(along, along);
    float[] rest = combined(1, drawn, -share, along);
    double length = length(rest);
    return length == 0 ? rest : combined(1 / length, rest, 0, rest);
  }

  private void evaluateRow() {
    double b = coordinate(rows);
    List<float[]> points =
        IntStream.range(0, SIDE).mapToObj(column -> point(coordinate(column), b)).toList();
    List<float[]> found = Inference.probabilities(classifier, points);
    for (int column = 0; column < SIDE; column++) {
      float[] row = found.get(column);
      int prediction = Probabilities.prediction(row);
      predictions[rows * SIDE + column] = prediction;
      confidences[rows * SIDE + column] = row[prediction];
    }
    rows++;
  }

  private float[] point(double a, double b) {
    float[] moved = combined(1, direction.image(), 1, combined(a, direction.unit(), b, across));
    return settings.clipped() ? Direction.clip(moved) : moved;
  }

  private double coordinate(int line) {
    return reach * (2.0 * line / (SIDE - 1) - 1);
  }

  private double[] coordinates() {
    return IntStream.range(0, SIDE).mapToDouble(this::coordinate).toArray();
  }

  /** δ̂ and η̂ are orthogonal, so each coordinate is a projection of its own. */
  private double[][] projected() {
    double along = dot(direction.unit(), direction.unit());
    double aside = Math.max(Double.MIN_NORMAL, dot(across, across));
    return path.stream()
        .map(p -> new double[] {dot(p, direction.unit()) / along, dot(p, across) / aside})
        .toArray(double[][]::new);
  }

  /** ‖r·v‖ = r·‖v‖ holds in every norm but L0, so each angle has one radius. */
  private double[][] ball() {
    if (norm.name().equals("l0")) {
      return new double[0][];
    }
    double[][] outline = new double[ANGLES + 1][];
    for (int i = 0; i <= ANGLES; i++) {
      double angle = 2 * Math.PI * i / ANGLES;
      double a = Math.cos(angle);
      double b = Math.sin(angle);
      double radius =
          settings.attack().epsilon() / length(combined(a, direction.unit(), b, across));
      outline[i] = new double[] {radius * a, radius * b};
    }
    return outline;
  }

  private double length(float[] vector) {
    try (Scope scope = Scope.open()) {
      NDArray one = Torch.manager(classifier.device()).create(vector, classifier.input().batch(1));
      return norm.measure(one).getFloat(0);
    }
  }

  private static float[] combined(double a, float[] first, double b, float[] second) {
    float[] sum = new float[first.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (a * first[i] + b * second[i]);
    }
    return sum;
  }

  private static double dot(float[] first, float[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += (double) first[i] * second[i];
    }
    return sum;
  }
}
