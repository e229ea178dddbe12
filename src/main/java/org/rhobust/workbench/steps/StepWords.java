package org.rhobust.workbench.steps;

import org.rhobust.attack.PgdStep;
import org.rhobust.service.AttackSteps;
import org.rhobust.workbench.controls.Format;

/** What a step did and what would become of the image there, in words. */
final class StepWords {

  /** What becomes of an image at a threshold. */
  enum Verdict {
    REJECTED,
    PASSES,
    BREAKS_THROUGH
  }

  private StepWords() {}

  /** Whether PGD accepted the step; it has nothing to do with the threshold. */
  static String step(AttackSteps attack, int index) {
    PgdStep step = attack.steps().get(index);
    String distance = "‖δ‖ = " + Format.number(step.norm());
    if (index == 0) {
      return "Start (%s): %s, F = %s."
          .formatted(
              attack.request().attack().initialisation(),
              distance,
              Format.number(step.objective()));
    }
    PgdStep before = attack.steps().get(index - 1);
    String head = "Step %d of %d, %s: PGD ".formatted(index, attack.steps().size() - 1, distance);
    if (step.accepted()) {
      return head
          + "accepted the step, F %s → %s."
              .formatted(
                  Format.apartFrom(step.objective(), before.objective()),
                  Format.apartFrom(before.objective(), step.objective()));
    }
    return head
        + "rejected the step (F would rise), α %s → %s."
            .formatted(Format.number(before.stepSize()), Format.number(step.stepSize()));
  }

  /** Whether the image is rejected at τ; without a threshold it always passes. */
  static Verdict verdict(AttackSteps attack, int index, double threshold) {
    PgdStep step = attack.steps().get(index);
    if (step.confidence() < threshold) {
      return Verdict.REJECTED;
    }
    return step.prediction() == attack.label() ? Verdict.PASSES : Verdict.BREAKS_THROUGH;
  }

  /** {@link #verdict} with its reason. */
  static String image(AttackSteps attack, int index, double threshold) {
    PgdStep step = attack.steps().get(index);
    double confidence = step.confidence();
    String classified =
        step.prediction() == attack.label()
            ? "correctly classified as " + name(attack, attack.label())
            : "misclassified as " + name(attack, step.prediction());
    if (Double.isNaN(threshold)) {
      return "The image is %s with confidence %s; without a threshold nothing is rejected."
          .formatted(classified, Format.confidence(confidence));
    }
    String shown = Format.apartFrom(threshold, confidence);
    String limit = Format.apartFrom(confidence, threshold);
    return switch (verdict(attack, index, threshold)) {
      case REJECTED ->
          "Confidence %s < τ %s: the image would be rejected (%s)."
              .formatted(shown, limit, classified);
      case PASSES ->
          "Confidence %s ≥ τ %s: the image passes, %s.".formatted(shown, limit, classified);
      case BREAKS_THROUGH ->
          "Confidence %s ≥ τ %s: the image passes, %s: %s."
              .formatted(
                  shown,
                  limit,
                  classified,
                  step.norm() == 0 ? "the model errs without any attack" : "the attack succeeds");
    };
  }

  private static String name(AttackSteps attack, int label) {
    return attack.request().images().classNames().get(label);
  }
}
