package org.rhobust.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Classifier;

/**
 * Follows the directions of many images, a batch at a time, so that other work goes on in between.
 * Used on the compute thread.
 */
public final class MeanDirection {

  private static final int BATCH = 25;

  private final Classifier classifier;
  private final Directions directions;
  private final DirectionSettings settings;
  private final int count;
  private final List<double[]> truths = new ArrayList<>();
  private final List<double[]> adversarials = new ArrayList<>();
  private double[] distances;
  private int done;
  private double begun;

  /**
   * @param classifier whose confidences are followed
   * @param attacked gives the directions; the same for directions of its own
   * @param count how many images from the start of the set
   */
  public MeanDirection(
      Classifier classifier,
      Classifier attacked,
      ImageSet images,
      int count,
      DirectionSettings settings) {
    this.classifier = classifier;
    this.settings = settings;
    this.count = count;
    directions = new Directions(attacked, images, settings);
  }

  /** Whether all images are done. */
  public boolean finished() {
    return done == count;
  }

  /** The share done in [0, 1]. */
  public double progress() {
    return Math.min(1, (done + begun) / count);
  }

  /**
   * Attacks the next images and follows their directions.
   *
   * @param between called between two iterations and between two images; may throw to end the work
   */
  public void runNext(Runnable between) {
    int[] indices = IntStream.range(done, Math.min(count, done + BATCH)).toArray();
    double iterations = settings.attack().steps() + 1;
    List<Direction> found =
        directions.find(
            indices,
            state -> {
              begun = indices.length * state.iteration() / iterations;
              between.run();
            });
    begun = 0;
    if (distances == null) {
      distances = common(found);
    }
    for (Direction direction : found) {
      between.run();
      DirectionCurve curve =
          DirectionFollower.follow(
              classifier, direction, distances, settings.attack().epsilon(), settings.clipped());
      if (!direction.still()) {
        truths.add(curve.trueConfidences());
        adversarials.add(curve.adversarialConfidences());
      }
      done++;
    }
  }

  /** As far as the first images ask for. */
  private double[] common(List<Direction> found) {
    double farthest = found.stream().mapToDouble(settings::farthest).max().orElseThrow();
    return Distances.dense(settings.attack().epsilon(), farthest);
  }

  /** What was found. */
  public DirectionSummary result() {
    boolean none = truths.isEmpty();
    return new DirectionSummary(
        distances,
        none ? null : Spread.of(truths),
        none ? null : Spread.of(adversarials),
        count,
        count - truths.size(),
        settings.attack().epsilon());
  }
}
