package org.rhobust.workbench.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.BestPoint;
import org.rhobust.evaluation.warning.Verdict;
import org.rhobust.evaluation.warning.Warning;
import org.rhobust.run.EvaluatedModel;
import org.rhobust.run.Evaluation;
import org.rhobust.service.EvaluationRequest;
import org.rhobust.workbench.Samples;

/** Evaluations as no model would give them, with figures that can be told by heart. */
final class SampleEvaluation {

  static final Warning RAISED =
      new Warning("few steps", Warning.State.RAISED, "20 steps.", "Run 200 steps.");
  static final Warning OPEN =
      new Warning("transfer", Warning.State.NOT_MEASURED, "No transfer attack.", "Add one.");
  static final Warning CLEAR = new Warning("noise", Warning.State.CLEAR, "Noise found less.", "");

  private SampleEvaluation() {}

  /**
   * The four images of {@link Samples#battery}, under every attack of the request's battery: images
   * 1 and 3 are broken with confidences 0.6 and 0.9, so that τ of 0.5 at 99 % TPR and of 0.51 at 98
   * % accept them.
   */
  static Evaluation of(EvaluationRequest request, boolean trustworthy) {
    BatteryResult sample = Samples.battery();
    List<AttackedImage> images =
        sample.attacks().get(0).images().stream()
            .map(image -> withPerturbation(image, request.split().images().imageLength()))
            .toList();
    BatteryResult result =
        new BatteryResult(
            request.battery(),
            sample.heldOut(),
            sample.test(),
            request.battery().attacks().stream()
                .map(entry -> new AttackResult(entry, images))
                .toList(),
            request.battery().securityCurve().stream()
                .map(entry -> new AttackResult(entry, images))
                .toList(),
            List.of());
    Verdict verdict =
        trustworthy
            ? new Verdict(true, "Trustworthy at this budget.", List.of(OPEN, CLEAR))
            : new Verdict(false, "Not yet, because few steps.", List.of(RAISED, OPEN, CLEAR));
    return new Evaluation(
        new EvaluatedModel(request.name(), request.model().sha256(), null),
        request.split(),
        request.seed(),
        result,
        verdict,
        "cpu",
        1,
        2);
  }

  private static AttackedImage withPerturbation(AttackedImage image, int length) {
    float[] perturbation = new float[length];
    IntStream.range(0, length).forEach(i -> perturbation[i] = 0.5f);
    BestPoint best = image.best();
    return new AttackedImage(
        image.index(),
        image.misclassifiedConfidence(),
        image.anyConfidence(),
        new BestPoint(
            perturbation,
            best.adversarialConfidence(),
            best.confidence(),
            best.prediction(),
            best.confidence(),
            best.prediction()));
  }
}
