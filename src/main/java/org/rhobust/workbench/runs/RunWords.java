package org.rhobust.workbench.runs;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rhobust.run.RunGroup.Spread;
import org.rhobust.run.RunSummary;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.controls.Format;

/** Runs and their figures in words. */
final class RunWords {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private RunWords() {}

  /** A method's title by its id; the id where it is not known. */
  static String method(String id) {
    return Arrays.stream(TrainingMethod.values())
        .filter(method -> method.id().equals(id))
        .map(RunWords::method)
        .findFirst()
        .orElse(id);
  }

  /** Such as "CCAT". */
  static String method(TrainingMethod method) {
    return switch (method) {
      case NORMAL -> "Normal";
      case ADVERSARIAL -> "Adversarial";
      case CONFIDENCE_CALIBRATED -> "CCAT";
    };
  }

  /** What is trained, such as "CCAT, ρ = 12, seed 0". */
  static String title(TrainingSettings settings) {
    String rho =
        settings.method() == TrainingMethod.CONFIDENCE_CALIBRATED
            ? ", ρ = " + Format.exact(settings.rho())
            : "";
    return "%s%s, seed %d".formatted(method(settings.method()), rho, settings.seed());
  }

  /** A share as per cent; a dash where it is not known. */
  static String percent(double share) {
    return Double.isNaN(share) ? "–" : Format.percent(OptionalDouble.of(share));
  }

  /** A mean of shares as per cent, with its deviation and number where there are several. */
  static String percent(Spread spread) {
    if (spread.count() == 0) {
      return "–";
    }
    String mean = String.format(Locale.ROOT, "%.2f", 100 * spread.mean());
    return spread.count() == 1
        ? mean + " %"
        : String.format(
            Locale.ROOT, "%s ± %.2f %% (n = %d)", mean, 100 * spread.deviation(), spread.count());
  }

  /** A mean with its deviation, as it is. */
  static String number(Spread spread) {
    if (spread.count() == 0) {
      return "–";
    }
    String mean = String.format(Locale.ROOT, "%.3f", spread.mean());
    return spread.count() == 1
        ? mean
        : String.format(Locale.ROOT, "%s ± %.3f", mean, spread.deviation());
  }

  /** Steps done of all, such as "1,200 of 2,400". */
  static String steps(RunSummary run) {
    return run.totalSteps() == 0 || run.steps() == run.totalSteps()
        ? Format.count(run.steps())
        : Format.count(run.steps()) + " of " + Format.count(run.totalSteps());
  }

  /** When it last did something. */
  static String date(RunSummary run) {
    return DATE.format(run.changed());
  }

  /** What to know about a run beside its figures, in a line; empty where there is nothing. */
  static String facts(RunSummary run) {
    String changes = run.changes().isEmpty() ? "" : "changed while it trained: " + run.changes();
    String all =
        Stream.of(whoTrains(run.state()), changes, run.remark())
            .filter(fact -> !fact.isEmpty())
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? "" : run.name() + ": " + all + ".";
  }

  private static String whoTrains(RunSummary.State state) {
    return switch (state) {
      case ELSEWHERE -> "another process trains it";
      case GROWING ->
          "its table grew a moment ago, so another machine may train it, which is a guess: it counts"
              + " as stopped when it has been quiet for 30 s";
      default -> "";
    };
  }
}
