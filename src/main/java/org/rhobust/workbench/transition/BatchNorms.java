package org.rhobust.workbench.transition;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rhobust.plot.Values;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;
import org.rhobust.training.StepMetrics;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.controls.Format;

/**
 * How far the attacks of a training's last batch went.
 *
 * @param step from 1
 * @param family of the transition, if the method uses one
 * @param rho ρ of this step
 * @param epsilon ε, in units of the norm
 * @param norm of δ
 * @param calibrated whether the method uses λ
 * @param norms ‖δ‖ of each attacked image, at least one
 */
record BatchNorms(
    int step,
    String family,
    double rho,
    double epsilon,
    Norm norm,
    boolean calibrated,
    Values norms) {

  /** What counts as the edge of the ball, in ε: rounding keeps some attacks a little inside. */
  private static final double EDGE = 0.99;

  /** The snapshot's last batch; empty where none was attacked. */
  static Optional<BatchNorms> of(TrainingSnapshot snapshot) {
    return snapshot.last() == null
            || snapshot.config() == null
            || snapshot.last().norms().length == 0
        ? Optional.empty()
        : Optional.of(of(snapshot.last(), snapshot.config().settings()));
  }

  /** ρ may be changed while the run trains, so the step's own counts. */
  private static BatchNorms of(StepMetrics last, TrainingSettings settings) {
    float[] norms = last.norms();
    return new BatchNorms(
        last.step(),
        settings.family(),
        Double.isNaN(last.rho()) ? settings.rho() : last.rho(),
        settings.attack().epsilon(),
        Norms.of(settings.attack().norm()),
        settings.method() == TrainingMethod.CONFIDENCE_CALIBRATED,
        Values.of(IntStream.range(0, norms.length).mapToDouble(i -> norms[i]).toArray()));
  }

  /** Where the attacks stand on a curve, which may have another ε: at their shares of ε. */
  double[] on(TargetAtDistance target) {
    double scale = target.epsilon() / epsilon;
    return Arrays.stream(norms.toArray()).map(norm -> scale * norm).toArray();
  }

  /** Where the batch falls on a curve, in words. */
  String words(TargetAtDistance target, Norm shown) {
    String lead = "Last batch, step " + Format.count(step);
    if (!shown.equals(norm)) {
      return "%s: attacked within %s; choose that norm to see where its ‖δ‖ fall."
          .formatted(lead, norm.symbol());
    }
    double[] all = on(target);
    double edge = EDGE * target.epsilon();
    double share = Arrays.stream(all).filter(n -> n >= edge).count() / (double) all.length;
    double mean = Arrays.stream(all).map(target.transition()::lambda).average().orElse(Double.NaN);
    return "%s: %d attacks with median ‖δ‖ = %s ε; %s reach the edge, where λ = %s. Mean λ on this curve: %s.%s"
        .formatted(
            lead,
            all.length,
            Figures.of(median(all) / target.epsilon()),
            Figures.percent(share),
            Figures.of(target.transition().lambda(target.epsilon())),
            Figures.of(mean),
            run(target));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** What sets the run apart from the curve that is shown. */
  private String run(TargetAtDistance target) {
    boolean sameEpsilon = target.epsilon() == epsilon;
    if (!calibrated) {
      return " The run keeps its labels: it does not use λ, so it has no curve."
          + (sameEpsilon ? "" : " Its ε is %s: ‖δ‖/ε is shown.".formatted(Figures.of(epsilon)));
    }
    boolean same = target.transition().name().equals(family) && target.rho() == rho && sameEpsilon;
    return same
        ? ""
        : " The run trains with %s ρ = %s, ε = %s%s."
            .formatted(
                family,
                Figures.of(rho),
                Figures.of(epsilon),
                sameEpsilon ? "" : ": ‖δ‖/ε is shown");
  }
}
