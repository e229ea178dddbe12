package org.rhobust.evaluation.warning;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rhobust.attack.AttackBatch;
import org.rhobust.attack.Objective;
import org.rhobust.attack.Objectives;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Classifier;
import org.rhobust.model.Probabilities;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.Scope;

/**
 * The gradients g of an objective F at images, as an attack from a zero start meets them first.
 *
 * <p>A gradient is tiny where ε‖g‖₁ is below the distance from F to the next float32 number. To
 * first order no δ of any ball changes F by more than that (L∞ by ε‖g‖₁, L2 and L1 by less, L0 by
 * at most ‖g‖₁ with ε ≥ 1), so what is left of the gradient is lost in rounding. The sign steps of
 * L∞ do not care how long a gradient is, but the sign of rounding noise is noise.
 *
 * @param zero at how many images it is zero, or not a number: there is no direction at all
 * @param tiny at how many others it is tiny
 * @param median of max |gᵢ| over the images; 0 without images
 */
public record InputGradients(int zero, int tiny, double median) {

  private static final int BATCH = 50;

  /** At how many images an attack finds nothing to follow. */
  public int useless() {
    return zero + tiny;
  }

  /**
   * Measures on the compute thread.
   *
   * @param indices of the images
   * @param objective a name of {@link Objectives}, without target
   * @param epsilon the radius of the ball
   * @param betweenBatches called before each batch; may throw to end the work
   */
  static InputGradients measure(
      Classifier classifier,
      ImageSet images,
      int[] indices,
      String objective,
      double epsilon,
      Runnable betweenBatches) {
    List<Double> largest = new ArrayList<>();
    int zero = 0;
    int tiny = 0;
    for (int from = 0; from < indices.length; from += BATCH) {
      betweenBatches.run();
      int[] some = Arrays.copyOfRange(indices, from, Math.min(indices.length, from + BATCH));
      try (Scope scope = Scope.open()) {
        AttackBatch batch = AttackBatch.load(classifier, images, some);
        NDArray[] values = new NDArray[1];
        NDArray gradients = gradients(classifier, batch, Objectives.of(objective), values);
        float[] objectives = values[0].toFloatArray();
        float[][] rows = Probabilities.rows(gradients);
        for (int i = 0; i < rows.length; i++) {
          double maximum = maximum(rows[i]);
          largest.add(maximum);
          if (maximum == 0) {
            zero++;
          } else if (epsilon > 0 && epsilon * sum(rows[i]) < Math.ulp(objectives[i])) {
            tiny++;
          }
        }
      }
    }
    return new InputGradients(zero, tiny, median(largest));
  }

  private static NDArray gradients(
      Classifier classifier, AttackBatch batch, Objective objective, NDArray[] values) {
    return Gradients.of(
        batch.images(),
        () -> {
          NDArray each = objective.evaluate(classifier.logits(batch.images()), batch.oneHot());
          values[0] = each.stopGradient();
          return each.sum();
        });
  }

  /** max |gᵢ|; 0 where an entry is not a number. */
  private static double maximum(float[] gradient) {
    double maximum = 0;
    for (float entry : gradient) {
      if (!Float.isFinite(entry)) {
        return 0;
      }
      maximum = Math.max(maximum, Math.abs(entry));
    }
    return maximum;
  }

  private static double sum(float[] gradient) {
    double sum = 0;
    for (float entry : gradient) {
      sum += Math.abs(entry);
    }
    return sum;
  }

  private static double median(List<Double> numbers) {
    double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length % 2 == 1) {
      return sorted[middle];
    }
    return sorted.length == 0 ? 0 : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
