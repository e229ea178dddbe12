package org.rhobust.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import org.rhobust.attack.AttackBatch;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdSettings;
import org.rhobust.attack.ProjectedGradientDescent;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Classifier;
import org.rhobust.model.Probabilities;
import org.rhobust.tensor.Scope;
import org.rhobust.threat.Norms;

/** Attacks one image and follows the confidences along the direction that the attack found. */
public final class AdversarialDirection {

  private AdversarialDirection() {}

  /**
   * The curve of one image, on the compute thread.
   *
   * @param attack gives the direction, from its first start
   * @param farthest the largest distance, in units of ε
   * @param points how many distances, at least 2
   */
  public static DirectionCurve follow(
      Classifier classifier,
      ImageSet images,
      int index,
      PgdSettings attack,
      long seed,
      double farthest,
      int points) {
    try (Scope scope = Scope.open()) {
      AttackBatch batch = AttackBatch.load(classifier, images, index);
      NDArray perturbation =
          new ProjectedGradientDescent(attack)
              .run(
                  classifier,
                  batch.images(),
                  batch.oneHot(),
                  batch.starts(attack, 0, seed),
                  PgdObserver.none())
              .perturbations();
      double norm = Norms.of(attack.norm()).measure(perturbation).getFloat(0);
      int label = batch.labels()[0];
      float[] end = Probabilities.ofLogits(classifier.logits(batch.images().add(perturbation)))[0];
      int adversarial = Probabilities.strongestOther(end, label);
      if (norm == 0) {
        double[] none = new double[0];
        return new DirectionCurve(index, label, adversarial, none, none, none, attack.epsilon(), 0);
      }
      double[] distances = new double[points];
      NDList along = new NDList(points);
      for (int i = 0; i < points; i++) {
        distances[i] = farthest * attack.epsilon() * i / (points - 1);
        along.add(batch.images().add(perturbation.mul((float) (distances[i] / norm))));
      }
      float[][] rows = Probabilities.ofLogits(classifier.logits(NDArrays.concat(along)));
      return new DirectionCurve(
          index,
          label,
          adversarial,
          distances,
          column(rows, label),
          column(rows, adversarial),
          attack.epsilon(),
          norm);
    }
  }

  private static double[] column(float[][] rows, int column) {
    double[] values = new double[rows.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[i][column];
    }
    return values;
  }
}
