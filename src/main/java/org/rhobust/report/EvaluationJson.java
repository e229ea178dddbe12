package org.rhobust.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import org.rhobust.attack.Attack;
import org.rhobust.evaluation.Scores;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.warning.Warning;
import org.rhobust.run.Evaluation;
import org.rhobust.run.Version;

/**
 * An evaluation as {@code evaluation.json}: the figures overall, by threat model and by attack, all
 * fractions in full precision and null where undefined, and everything needed to repeat it.
 */
final class EvaluationJson {

  private final Evaluation evaluation;
  private final BatteryResult result;
  private final EvaluationScores scores;

  private EvaluationJson(Evaluation evaluation) {
    this.evaluation = evaluation;
    result = evaluation.result();
    scores = new EvaluationScores(result, result.threshold(Evaluation.TRUE_POSITIVE_RATE));
  }

  /**
   * @param command that makes it again; null where it was not the command line
   */
  static String of(Evaluation evaluation, String command) {
    Gson gson =
        new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();
    return gson.toJson(new EvaluationJson(evaluation).all(command)) + "\n";
  }

  private Map<String, Object> all(String command) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", 1);
    all.put("trustworthy", evaluation.verdict().trustworthy());
    all.put("verdict", evaluation.verdict().sentence());
    all.put("overall", scores(scores.overall()));
    all.put("threats", threats());
    all.put("attacks", attacks(BatteryEntry::adversarial, a -> scores(scores.of(a))));
    all.put(
        "corruptions",
        attacks(family(Attack.Family.CORRUPTION), a -> figures(scores.ofCorruption(a))));
    all.put("distal", attacks(family(Attack.Family.DISTAL), a -> figures(scores.ofDistal(a))));
    all.put("thresholds", thresholds());
    all.put("security_curve", curve(result.securityCurve()));
    all.put("steps_curve", curve(result.stepsCurve()));
    all.put("warnings", evaluation.verdict().warnings().stream().map(this::warning).toList());
    all.put("model", model());
    all.put("images", images());
    all.put("battery", result.battery().name());
    all.put("seed", evaluation.seed());
    all.put("device", evaluation.device());
    all.put("threads", evaluation.threads());
    all.put("seconds", evaluation.seconds());
    all.put("program", "rhobust " + Version.text());
    all.put("command", command);
    return all;
  }

  private List<Map<String, Object>> threats() {
    List<Map<String, Object>> threats = new ArrayList<>();
    scores
        .byThreat()
        .forEach(
            (threat, itsScores) -> {
              Map<String, Object> object = new LinkedHashMap<>();
              object.put("threat", threat);
              object.put("attacks", result.byThreat().get(threat).size());
              object.putAll(scores(itsScores));
              threats.add(object);
            });
    return threats;
  }

  private List<Map<String, Object>> attacks(
      Predicate<BatteryEntry> which, Function<AttackResult, Map<String, Object>> figures) {
    return result.attacks().stream()
        .filter(attack -> which.test(attack.entry()))
        .map(attack -> attack(attack, figures.apply(attack)))
        .toList();
  }

  private Map<String, Object> attack(AttackResult attack, Map<String, Object> figures) {
    BatteryEntry entry = attack.entry();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", entry.name());
    object.put("threat", entry.threat());
    object.put("family", entry.attack().family().name().toLowerCase(Locale.ROOT));
    object.put("images", attack.images().size());
    object.putAll(figures);
    object.put("settings", entry.settings());
    return object;
  }

  /** What the whole battery gives at other thresholds. */
  private List<Map<String, Object>> thresholds() {
    List<Map<String, Object>> thresholds = new ArrayList<>();
    for (double rate : Evaluation.TRUE_POSITIVE_RATES) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("calibrated_tpr", rate);
      object.putAll(scores(new EvaluationScores(result, result.threshold(rate)).overall()));
      thresholds.add(object);
    }
    return thresholds;
  }

  private List<Map<String, Object>> curve(List<AttackResult> curve) {
    return curve.stream()
        .map(
            point -> {
              Map<String, Object> object = new LinkedHashMap<>();
              object.put("epsilon", point.entry().epsilon());
              object.put("steps", point.entry().steps());
              object.putAll(attack(point, scores(scores.of(point))));
              return object;
            })
        .toList();
  }

  private Map<String, Object> warning(Warning warning) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", warning.name());
    object.put("state", warning.state().name().toLowerCase(Locale.ROOT));
    object.put("measured", warning.measured());
    object.put("advice", warning.advice());
    return object;
  }

  private Map<String, Object> model() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", evaluation.model().name());
    object.put("weights_sha256", evaluation.model().weightsSha256());
    return object;
  }

  private Map<String, Object> images() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", evaluation.split().images().name());
    object.put("attacked", evaluation.split().attacked());
    object.put("clean", evaluation.split().clean());
    object.put("held_out", evaluation.split().heldOut());
    return object;
  }

  private static Predicate<BatteryEntry> family(Attack.Family family) {
    return entry -> entry.attack().family() == family;
  }

  private static Map<String, Object> scores(Scores scores) {
    return figures(scores.byKey());
  }

  private static Map<String, Object> figures(Map<String, OptionalDouble> figures) {
    Map<String, Object> object = new LinkedHashMap<>();
    figures.forEach(
        (key, figure) -> object.put(key, figure.isPresent() ? figure.getAsDouble() : null));
    return object;
  }
}
