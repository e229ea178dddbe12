package org.rhobust.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.rhobust.data.Csv;
import org.rhobust.evaluation.Scores;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.run.Evaluation;

/**
 * The figures of an evaluation at 99 % true positives as {@code evaluation.csv}: a row over all
 * adversaries, a row a threat model and a row an attack.
 */
public final class EvaluationTable {

  private final StringBuilder text = new StringBuilder();
  private final EvaluationScores scores;

  private EvaluationTable(Evaluation evaluation) {
    scores =
        new EvaluationScores(
            evaluation.result(), evaluation.result().threshold(Evaluation.TRUE_POSITIVE_RATE));
    summary();
  }

  /** All rows. */
  public static String of(Evaluation evaluation) {
    EvaluationTable table = new EvaluationTable(evaluation);
    for (AttackResult attack : evaluation.result().attacks()) {
      if (attack.entry().adversarial()) {
        table.add(
            "attack", attack.entry().threat(), attack.entry().name(), table.scores.of(attack));
      }
    }
    return table.text.toString();
  }

  /** The rows over all adversaries and of each threat model. */
  public static String ofThreats(Evaluation evaluation) {
    return new EvaluationTable(evaluation).text.toString();
  }

  private void summary() {
    Scores overall = scores.overall();
    List<String> header = new ArrayList<>(List.of("scope", "threat", "attack"));
    header.addAll(overall.byKey().keySet());
    text.append(Csv.line(header));
    add("overall", null, null, overall);
    scores.byThreat().forEach((threat, its) -> add("threat", threat, null, its));
  }

  private void add(String scope, String threat, String attack, Scores scores) {
    List<Object> row = new ArrayList<>();
    row.add(scope);
    row.add(threat);
    row.add(attack);
    for (Map.Entry<String, OptionalDouble> figure : scores.byKey().entrySet()) {
      row.add(figure.getValue().isPresent() ? figure.getValue().getAsDouble() : null);
    }
    text.append(Csv.line(row));
  }
}
