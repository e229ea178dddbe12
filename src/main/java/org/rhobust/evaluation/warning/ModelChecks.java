package org.rhobust.evaluation.warning;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.rhobust.attack.AttackBatch;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.model.Classifier;
import org.rhobust.model.Probabilities;
import org.rhobust.tensor.Scope;
import org.rhobust.threat.ThreatModel;

/**
 * How a classifier behaves under the hands of an attack, on the first attacked images. Gradients
 * and saturation are those of the correctly classified images: the others need no attack.
 *
 * @param classes K
 * @param images how many images were predicted, at most 100
 * @param correct how many of them are classified correctly
 * @param batchSize one image at a time against all of them together
 * @param repeated all of them together, twice
 * @param confidence gradients of the objective {@code confidence}
 * @param crossEntropy gradients of the objective {@code cross-entropy}
 * @param logit gradients of the objective {@code logit}
 * @param saturatedConfidence at how many images max_{j≠y} softmax_j is below 2⁻¹²⁶, where float32
 *     begins to lose digits and soon is zero
 * @param saturatedCrossEntropy at how many images softmax_y is 1 in float32, so that log softmax_y
 *     is 0 and stays so for small changes
 * @param logProbabilities whether the logits are logarithms of probabilities, as of a model that
 *     ends in a softmax
 */
public record ModelChecks(
    int classes,
    int images,
    int correct,
    Repetition batchSize,
    Repetition repeated,
    InputGradients confidence,
    InputGradients crossEntropy,
    InputGradients logit,
    int saturatedConfidence,
    int saturatedCrossEntropy,
    boolean logProbabilities) {

  private static final int IMAGES = 100;
  private static final double LOG_SUM_TOLERANCE = 1e-3;

  /**
   * Measures on the compute thread: about six forward and three backward passes over the images.
   *
   * @param headline the threat model whose ε says which gradients are tiny
   * @param betweenBatches called before each batch; may throw to end the work
   * @throws IllegalArgumentException when the images do not fit the classifier
   */
  public static ModelChecks measure(
      Classifier classifier, TestSplit split, ThreatModel headline, Runnable betweenBatches) {
    split.requireFits(classifier);
    ImageSet images = split.images();
    int[] indices = IntStream.range(0, Math.min(IMAGES, split.attacked())).toArray();
    float[][] together = predict(classifier, images, betweenBatches, indices);
    float[][] again = predict(classifier, images, betweenBatches, indices);
    float[][] alone =
        Arrays.stream(indices)
            .mapToObj(i -> predict(classifier, images, betweenBatches, i)[0])
            .toArray(float[][]::new);
    int[] correct =
        Arrays.stream(indices)
            .filter(i -> !Float.isNaN(together[i][0]))
            .filter(i -> Probabilities.prediction(together[i]) == images.label(i))
            .toArray();
    double epsilon = headline.epsilon();
    return new ModelChecks(
        classifier.classes(),
        indices.length,
        correct.length,
        Repetition.of(together, alone),
        Repetition.of(together, again),
        InputGradients.measure(classifier, images, correct, "confidence", epsilon, betweenBatches),
        InputGradients.measure(
            classifier, images, correct, "cross-entropy", epsilon, betweenBatches),
        InputGradients.measure(classifier, images, correct, "logit", epsilon, betweenBatches),
        count(correct, i -> strongestOther(together[i], images.label(i)) < Float.MIN_NORMAL),
        count(correct, i -> together[i][images.label(i)] >= 1),
        areLogProbabilities(classifier, images, indices));
  }

  /** Whether log Σ exp of the logits is 0 for all images, as of logarithms of probabilities. */
  private static boolean areLogProbabilities(
      Classifier classifier, ImageSet images, int[] indices) {
    try (Scope scope = Scope.open()) {
      AttackBatch batch = AttackBatch.load(classifier, images, indices);
      return Arrays.stream(Probabilities.rows(classifier.logits(batch.images())))
          .mapToDouble(ModelChecks::logSumExp)
          .allMatch(sum -> Math.abs(sum) < LOG_SUM_TOLERANCE);
    }
  }

  private static double logSumExp(float[] logits) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    return Math.log(sum);
  }

  private static int count(int[] indices, IntPredicate which) {
    return (int) Arrays.stream(indices).filter(which).count();
  }

  private static float strongestOther(float[] probabilities, int label) {
    return probabilities[Probabilities.strongestOther(probabilities, label)];
  }

  private static float[][] predict(
      Classifier classifier, ImageSet images, Runnable betweenBatches, int... indices) {
    betweenBatches.run();
    try (Scope scope = Scope.open()) {
      AttackBatch batch = AttackBatch.load(classifier, images, indices);
      return Probabilities.ofLogits(classifier.logits(batch.images()));
    }
  }
}
