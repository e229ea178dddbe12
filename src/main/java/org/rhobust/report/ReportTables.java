package org.rhobust.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.rhobust.attack.Attack;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.BatteryResult;

/** The report's tables of figures. */
final class ReportTables {

  private final Html html;
  private final BatteryResult result;
  private final EvaluationScores scores;

  ReportTables(Html html, BatteryResult result, EvaluationScores scores) {
    this.html = html;
    this.result = result;
    this.scores = scores;
  }

  void threats() {
    table(
        List.of("Threat model"),
        ScoreColumn.THREATS,
        columns -> {
          Map<String, List<AttackResult>> threats = result.byThreat();
          scores
              .byThreat()
              .forEach(
                  (threat, its) ->
                      row("", threat + attacks(threats.get(threat)), columns, its.byKey()));
          if (threats.size() > 1) {
            row("total", "All together", columns, scores.overall().byKey());
          }
        });
  }

  void attacks() {
    table(
        List.of("Attack", "What it is"),
        ScoreColumn.ATTACKS,
        columns ->
            result
                .byThreat()
                .forEach(
                    (threat, attacks) -> {
                      html.begin("tr", "class", "group")
                          .element("th", threat, "colspan", String.valueOf(columns.size() + 2))
                          .end();
                      attacks.forEach(attack -> attack(attack, columns));
                    }));
  }

  /** What the whole battery gives at the thresholds of other true positive rates. */
  void thresholds(List<Double> rates) {
    table(
        List.of("Accepted of the correct held-out images"),
        ScoreColumn.THRESHOLDS,
        columns -> {
          for (double rate : rates) {
            EvaluationScores at = new EvaluationScores(result, result.threshold(rate));
            row("", Shown.percent(100 * rate), columns, at.overall().byKey());
          }
        });
  }

  /** Err and Err(τ) of each kind of corruption at each severity. */
  void corruptions() {
    List<AttackResult> corruptions = of(Attack.Family.CORRUPTION);
    TreeSet<String> severities = new TreeSet<>();
    TreeSet<String> kinds = new TreeSet<>();
    corruptions.forEach(
        corruption -> {
          severities.add(setting(corruption, "severity"));
          kinds.add(setting(corruption, "kind"));
        });
    html.begin("div", "class", "scroll", "tabindex", "0").begin("table").begin("thead").begin("tr");
    html.element("th", "Err → Err(τ)", "scope", "col");
    severities.forEach(severity -> html.element("th", "severity " + severity, "scope", "col"));
    html.end().end().begin("tbody");
    for (String kind : kinds) {
      html.begin("tr").element("th", kind, "scope", "row");
      severities.forEach(severity -> html.element("td", corruption(corruptions, kind, severity)));
      html.end();
    }
    html.end().end().end();
  }

  void distal() {
    table(
        List.of("Attack"),
        ScoreColumn.DISTAL,
        columns ->
            of(Attack.Family.DISTAL)
                .forEach(
                    distal ->
                        row(
                            "",
                            distal.entry().name() + " in " + distal.entry().threat(),
                            columns,
                            scores.ofDistal(distal))));
  }

  /** The battery's inputs of this family. */
  List<AttackResult> of(Attack.Family family) {
    return result.attacks().stream()
        .filter(attack -> attack.entry().attack().family() == family)
        .toList();
  }

  private void table(
      List<String> names, List<ScoreColumn> columns, Consumer<List<ScoreColumn>> rows) {
    html.begin("div", "class", "scroll", "tabindex", "0").begin("table").begin("thead").begin("tr");
    names.forEach(name -> html.element("th", name, "scope", "col", "class", "left"));
    columns.forEach(column -> column.head(html));
    html.end().end().begin("tbody");
    rows.accept(columns);
    html.end().end().end();
  }

  private void row(
      String style, String name, List<ScoreColumn> columns, Map<String, OptionalDouble> figures) {
    html.begin("tr", "class", style).element("th", name, "scope", "row");
    columns.forEach(column -> column.cell(html, figures));
    html.end();
  }

  private void attack(AttackResult attack, List<ScoreColumn> columns) {
    Map<String, OptionalDouble> figures = scores.of(attack).byKey();
    html.begin("tr").element("th", attack.entry().name(), "scope", "row");
    html.element("td", Shown.family(attack.entry().attack().family()), "class", "left muted");
    columns.forEach(column -> column.cell(html, figures));
    html.end();
  }

  private String corruption(List<AttackResult> corruptions, String kind, String severity) {
    return corruptions.stream()
        .filter(corruption -> setting(corruption, "kind").equals(kind))
        .filter(corruption -> setting(corruption, "severity").equals(severity))
        .findFirst()
        .map(scores::ofCorruption)
        .map(
            figures ->
                Shown.percent(figures.get("test_error"))
                    + " → "
                    + Shown.percent(figures.get("test_error_at_threshold")))
        .orElse(Shown.UNDEFINED);
  }

  private static String setting(AttackResult attack, String key) {
    return String.valueOf(attack.entry().settings().get(key));
  }

  private static String attacks(List<AttackResult> attacks) {
    return attacks.size() == 1 ? ", 1 attack" : ", worst of %d attacks".formatted(attacks.size());
  }
}
