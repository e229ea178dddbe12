package org.rhobust.workbench.steps;

import org.rhobust.attack.PgdStep;
import org.rhobust.evaluation.Prediction;
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

  /** Whether the image still errs when a file or a screen has rounded it to 8 bit. */
  static String rounded(AttackSteps attack, int index, double threshold) {
    if (index >= attack.rounded().size()) {
      return "";
    }
    Prediction rounded = attack.rounded().get(index);
    if (!rounded.finite()) {
      return "Rounded to 8 bit, the output is not a finite number.";
    }
    boolean erred = attack.steps().get(index).prediction() != attack.label();
    boolean errs = rounded.predictedClass() != attack.label();
    String shown = Format.apartFrom(threshold, rounded.confidence());
    String fate =
        Double.isNaN(threshold) ? "" : rounded.accepted(threshold) ? ", passes" : ", rejected";
    String outcome =
        "%s as %s with confidence %s%s"
            .formatted(
                errs ? "misclassified" : "correctly classified",
                name(attack, rounded.predictedClass()),
                shown,
                fate);
    if (erred == errs) {
      return "Rounded to 8 bit, as in a file: %s%s.".formatted(errs ? "still " : "", outcome);
    }
    return errs
        ? "Rounded to 8 bit, as in a file: now %s.".formatted(outcome)
        : "Rounded to 8 bit, as in a file, the attack is lost: %s.".formatted(outcome);
  }

  /** How many steps share each fate. */
  static String overall(AttackSteps attack, double threshold) {
    int[] counts = new int[Verdict.values().length];
    for (int i = 0; i < attack.steps().size(); i++) {
      counts[verdict(attack, i, threshold).ordinal()]++;
    }
    String rejected =
        Double.isNaN(threshold)
            ? ""
            : "rejected %d, ".formatted(counts[Verdict.REJECTED.ordinal()]);
    return "Of the %d points: %spasses correctly %d, breaks through %d."
        .formatted(
            attack.steps().size(),
            rejected,
            counts[Verdict.PASSES.ordinal()],
            counts[Verdict.BREAKS_THROUGH.ordinal()]);
  }

  private static String name(AttackSteps attack, int label) {
    return attack.request().images().classNames().get(label);
  }
}
