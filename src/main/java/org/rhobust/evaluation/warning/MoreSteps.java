package org.rhobust.evaluation.warning;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.rhobust.evaluation.AttackOutcome;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.BatteryResult;

/**
 * Raised where the longest run of the steps curve breaks more images than the one of at most two
 * thirds of its steps (not converged), or where a longer run breaks fewer than the one before it
 * (more effort finds less); each by more than one image and more than 1 %, at τ or without
 * rejection. Broken images are counted, the numerator of RErr(τ): its denominator also grows with
 * the attack, so that RErr(τ) may fall under a stronger one.
 */
final class MoreSteps implements Check {

  static final String NAME = "robust error changes with more steps";
  private static final double RATIO = 1.5;

  /** Two runs, and how many of the images each breaks. */
  private record Change(
      int images, int steps, int broken, int moreSteps, int brokenThen, double tau) {

    boolean rises() {
      return Counts.matters(brokenThen - broken, images);
    }

    boolean falls() {
      return Counts.matters(broken - brokenThen, images);
    }

    String describe() {
      return "Of %s %d steps break %d and %d steps break %d, %s."
          .formatted(
              Counts.images(images),
              steps,
              broken,
              moreSteps,
              brokenThen,
              Counts.at(tau > 0 ? OptionalDouble.of(tau) : OptionalDouble.empty()));
    }
  }

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    TreeMap<Integer, AttackOutcome> runs = new TreeMap<>();
    for (AttackResult run : result.stepsCurve()) {
      if (!run.entry().attack().threatModel().equals(result.battery().headline())) {
        continue;
      }
      runs.merge(run.entry().steps(), run.outcome(), AttackOutcome::merge);
    }
    double tau = Counts.tau(threshold);
    for (double each : new double[] {tau, 0}) {
      for (Integer steps : runs.keySet()) {
        Optional<Change> fall = change(runs, runs.lowerEntry(steps), steps, each);
        if (fall.filter(Change::falls).isPresent()) {
          return Warning.of(
              NAME,
              true,
              fall.get().describe() + " More effort finds less.",
              "Try smaller steps and several restarts, and run a black-box attack: gradients may be masked or the step badly chosen.");
        }
      }
    }
    if (runs.isEmpty() || runs.floorEntry(comparable(runs.lastKey())) == null) {
      return Warning.notMeasured(
          NAME,
          "The battery has no steps curve whose longest run has 1.5 times the steps of another.",
          "Add a [steps-curve] with numbers of steps that double.");
    }
    Change last = last(runs, tau);
    Change judged = last.rises() ? last : last(runs, 0);
    return Warning.of(
        NAME,
        judged.rises(),
        (judged.rises() ? judged : last).describe(),
        "The attack has not converged: double the steps until the robust error stays, and attack with as many.");
  }

  private static Change last(TreeMap<Integer, AttackOutcome> runs, double tau) {
    int longest = runs.lastKey();
    return change(runs, runs.floorEntry(comparable(longest)), longest, tau).orElseThrow();
  }

  private static int comparable(int longest) {
    return (int) Math.floor(longest / RATIO);
  }

  private static Optional<Change> change(
      TreeMap<Integer, AttackOutcome> runs,
      Map.Entry<Integer, AttackOutcome> before,
      int steps,
      double tau) {
    return Optional.ofNullable(before)
        .map(
            run ->
                new Change(
                    run.getValue().size(),
                    run.getKey(),
                    broken(run.getValue(), tau),
                    steps,
                    broken(runs.get(steps), tau),
                    tau));
  }

  private static int broken(AttackOutcome outcome, double tau) {
    return (int)
        IntStream.range(0, outcome.size())
            .filter(i -> outcome.misclassifiedConfidence(i) >= tau)
            .count();
  }
}
