package org.rhobust.evaluation.warning;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.threat.ThreatModel;

/**
 * Whether an evaluation's figures can be trusted at its budget.
 *
 * @param trustworthy whether no warning is raised, the attacks are known to have converged and the
 *     images are not few
 * @param sentence the verdict in one plain sentence, with the reasons
 * @param warnings all checks, raised ones first, then those not measured
 */
public record Verdict(boolean trustworthy, String sentence, List<Warning> warnings) {

  private static final List<Warning.State> ORDER =
      List.of(Warning.State.RAISED, Warning.State.NOT_MEASURED, Warning.State.CLEAR);
  private static final int REASONS = 2;

  public Verdict {
    warnings = List.copyOf(warnings);
  }

  /**
   * Runs every check. What was not measured is counted, and speaks against the figures only where
   * nobody knows whether more steps find more, or the images are few.
   *
   * @param checks of the same model
   * @param threshold τ; without one the figures are those without rejection
   */
  public static Verdict of(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    List<Warning> warnings =
        Checks.ALL.stream()
            .map(check -> check.judge(result, checks, threshold))
            .sorted(Comparator.comparingInt(warning -> ORDER.indexOf(warning.state())))
            .toList();
    String reasons = reasons(warnings, few(result, threshold));
    boolean trustworthy = reasons.isEmpty();
    return new Verdict(
        trustworthy,
        trustworthy
            ? "Trustworthy at this budget: %s (%s); a stronger attack may still find more."
                .formatted(budget(result), counts(warnings))
            : "Not yet, because %s (%s).".formatted(reasons, counts(warnings)),
        warnings);
  }

  private static String reasons(List<Warning> warnings, Optional<String> few) {
    return Stream.concat(
            warnings.stream().map(Verdict::reason).flatMap(Optional::stream), few.stream())
        .limit(REASONS)
        .collect(Collectors.joining(" and "));
  }

  private static Optional<String> reason(Warning warning) {
    boolean convergenceUnknown =
        warning.name().equals(MoreSteps.NAME) && warning.state() == Warning.State.NOT_MEASURED;
    if (convergenceUnknown) {
      return Optional.of("it was not measured whether more steps find more");
    }
    return warning.raised() ? Optional.of(warning.name()) : Optional.empty();
  }

  private static String counts(List<Warning> warnings) {
    long raised = warnings.stream().filter(Warning::raised).count();
    long open = warnings.stream().filter(w -> w.state() == Warning.State.NOT_MEASURED).count();
    return "%d of %d checks raised, %d not measured".formatted(raised, warnings.size(), open);
  }

  private static String budget(BatteryResult result) {
    List<BatteryEntry> attacks =
        result.battery().attacks().stream().filter(BatteryEntry::adversarial).toList();
    return String.format(
        Locale.ROOT,
        "%d attack%s with at most %,d points an image each, on %s, judged within %s",
        attacks.size(),
        attacks.size() == 1 ? "" : "s",
        attacks.stream().mapToLong(Verdict::points).max().orElse(0),
        Counts.images(result.clean().size()),
        result.battery().headline().map(ThreatModel::toString).orElse("no norm"));
  }

  private static long points(BatteryEntry entry) {
    return (long) entry.attack().evaluations() * entry.restarts();
  }

  /** Few images speak against the figures, whatever the checks say. */
  private static Optional<String> few(BatteryResult result, OptionalDouble threshold) {
    return FewImages.few(result)
        ? Optional.of(
            "the images are so few that the robust error " + FewImages.interval(result, threshold))
        : Optional.empty();
  }
}
