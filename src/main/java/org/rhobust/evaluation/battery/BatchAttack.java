package org.rhobust.evaluation.battery;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.rhobust.attack.Attack;
import org.rhobust.attack.AttackBatch;
import org.rhobust.attack.CandidateObserver;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.AttackOutcome;
import org.rhobust.model.Classifier;
import org.rhobust.model.Probabilities;
import org.rhobust.tensor.Scope;

/** One restart of one attack on chosen images, as primitives. Runs on the compute thread. */
final class BatchAttack {

  private static final float LARGEST_BYTE = 255;

  private BatchAttack() {}

  static List<AttackedImage> run(
      Classifier classifier,
      ImageSet images,
      int[] indices,
      Attack attack,
      int restart,
      long seed,
      CandidateObserver observer) {
    try (Scope scope = Scope.open()) {
      AttackBatch batch = AttackBatch.load(classifier, images, indices);
      try (CandidateConfidences candidates = new CandidateConfidences(batch.oneHot())) {
        NDArray best =
            attack.run(
                classifier, batch, restart, seed, CandidateObserver.both(candidates, observer));
        BestPoint[] points =
            attack.family() == Attack.Family.DISTAL
                ? new BestPoint[batch.size()]
                : bestPoints(classifier, batch, best);
        AttackOutcome outcome = candidates.outcome();
        List<AttackedImage> attacked = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
          attacked.add(
              new AttackedImage(
                  indices[i],
                  outcome.misclassifiedConfidence(i),
                  outcome.confidence(i),
                  points[i]));
        }
        return attacked;
      }
    }
  }

  private static BestPoint[] bestPoints(Classifier classifier, AttackBatch batch, NDArray best) {
    NDArray inputs = batch.images().add(best);
    NDArray rounded = inputs.mul(LARGEST_BYTE).round().div(LARGEST_BYTE);
    float[][] exact = Probabilities.ofLogits(classifier.logits(inputs));
    float[][] coarse = Probabilities.ofLogits(classifier.logits(rounded));
    float[][] perturbations = Probabilities.rows(best);
    BestPoint[] points = new BestPoint[batch.size()];
    for (int i = 0; i < points.length; i++) {
      int prediction = prediction(exact[i]);
      int roundedPrediction = prediction(coarse[i]);
      points[i] =
          new BestPoint(
              perturbations[i],
              exact[i][Probabilities.strongestOther(exact[i], batch.labels()[i])],
              prediction < 0 ? Double.NaN : exact[i][prediction],
              prediction,
              roundedPrediction < 0 ? Double.NaN : coarse[i][roundedPrediction],
              roundedPrediction);
    }
    return points;
  }

  private static int prediction(float[] probabilities) {
    return Float.isNaN(probabilities[0]) ? -1 : Probabilities.prediction(probabilities);
  }
}
