package org.rhobust.evaluation;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rhobust.attack.AttackBatch;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.ProjectedGradientDescent;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Classifier;
import org.rhobust.model.Probabilities;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Seeds;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;

/** Finds directions. Used on the compute thread. */
public final class Directions {

  private final Classifier classifier;
  private final ImageSet images;
  private final DirectionSettings settings;
  private final Norm norm;

  /**
   * @param classifier that is attacked; it must fit the images for every kind of direction
   */
  public Directions(Classifier classifier, ImageSet images, DirectionSettings settings) {
    this.classifier = classifier;
    this.images = images;
    this.settings = settings;
    norm = Norms.of(settings.attack().norm());
  }

  /** The direction of one image. */
  public Direction find(int index, PgdObserver observer) {
    return find(new int[] {index}, observer).get(0);
  }

  /**
   * The directions of several images, one each, found together.
   *
   * @param observer watches the attack of adversarial directions; may throw to end it
   * @throws IllegalArgumentException when the images do not fit the classifier
   */
  public List<Direction> find(int[] indices, PgdObserver observer) {
    try (Scope scope = Scope.open()) {
      AttackBatch batch = AttackBatch.load(classifier, images, indices);
      NDArray perturbations =
          switch (settings.kind()) {
            case ADVERSARIAL -> attack(batch, observer);
            case RANDOM -> batch.images().getManager().create(drawn(indices), shape(batch));
            case BETWEEN -> others(indices).sub(batch.images());
          };
      float[] norms = norm.measure(perturbations).toFloatArray();
      float[][] rows = Probabilities.rows(perturbations);
      List<Direction> found = new ArrayList<>();
      for (int i = 0; i < indices.length; i++) {
        float[] unit = norms[i] == 0 ? new float[0] : divided(rows[i], norms[i]);
        found.add(
            new Direction(indices[i], batch.labels()[i], images.image(indices[i]), unit, norms[i]));
      }
      return found;
    }
  }

  /** The image that a line from {@code index} to another image goes to. */
  public static int other(ImageSet images, int index, DirectionSettings settings) {
    return settings.other() == DirectionSettings.NEXT
        ? nextOfAnotherClass(images, index)
        : settings.other();
  }

  /** The first image after {@code index}, round the set, of another class; itself if none is. */
  public static int nextOfAnotherClass(ImageSet images, int index) {
    return IntStream.range(1, images.size())
        .map(step -> (index + step) % images.size())
        .filter(other -> images.label(other) != images.label(index))
        .findFirst()
        .orElse(index);
  }

  private static ai.djl.ndarray.types.Shape shape(AttackBatch batch) {
    return batch.images().getShape();
  }

  private NDArray attack(AttackBatch batch, PgdObserver observer) {
    return new ProjectedGradientDescent(settings.attack())
        .run(
            classifier,
            batch.images(),
            batch.oneHot(),
            batch.starts(settings.attack(), 0, settings.seed()),
            observer)
        .perturbations();
  }

  private float[] drawn(int[] indices) {
    int size = classifier.input().size();
    float[] all = new float[indices.length * size];
    for (int i = 0; i < indices.length; i++) {
      float[] unit = norm.drawDirection(size, Seeds.generator(settings.seed(), indices[i]));
      float[] perturbation = norm.stretch(unit, settings.attack().epsilon());
      System.arraycopy(perturbation, 0, all, i * size, size);
    }
    return all;
  }

  private NDArray others(int[] indices) {
    int[] others = IntStream.of(indices).map(i -> other(images, i, settings)).toArray();
    return AttackBatch.load(classifier, images, others).images();
  }

  private static float[] divided(float[] values, float length) {
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = values[i] / length;
    }
    return unit;
  }
}
