package org.rhobust.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A column of the report's tables.
 *
 * @param key of {@link org.rhobust.evaluation.Scores#byKey}
 * @param head above the column
 * @param meaning in words
 */
record ScoreColumn(String key, String head, String meaning) {

  static final ScoreColumn ERROR =
      new ScoreColumn("test_error", "Err", "Test error of clean images, without rejection");
  static final ScoreColumn ROBUST_ERROR =
      new ScoreColumn("robust_error", "RErr", "Robust test error without rejection (τ = 0)");
  static final ScoreColumn AREA =
      new ScoreColumn(
          "auc_all_clean", "AUC", "ROC AUC, successful attacks against all clean images");
  static final ScoreColumn AREA_CORRECT =
      new ScoreColumn(
          "auc_correct_clean",
          "AUC corr.",
          "ROC AUC, successful attacks against the correctly classified clean images");
  static final ScoreColumn TPR =
      new ScoreColumn(
          "tpr", "TPR", "Accepted at τ among the correctly classified images not held out");
  static final ScoreColumn ERROR_AT =
      new ScoreColumn("test_error_at_threshold", "Err(τ)", "Test error among accepted images");
  static final ScoreColumn ROBUST_ERROR_AT =
      new ScoreColumn(
          "robust_error_at_threshold",
          "RErr(τ)",
          "Confidence-thresholded robust test error, the paper's form");
  static final ScoreColumn ALTERNATIVE =
      new ScoreColumn(
          "robust_error_at_threshold_alternative",
          "RErr(τ) alt.",
          "The alternative form, which attacks only correctly classified images");
  static final ScoreColumn SUCCESS =
      new ScoreColumn(
          "success_rate",
          "Success",
          "Attacks that succeed without rejection, of the correctly classified images");
  static final ScoreColumn FPR =
      new ScoreColumn("fpr_all", "FPR(τ)", "Successful and accepted attacks, of all attacked");
  static final ScoreColumn FPR_SUCCESSFUL =
      new ScoreColumn("fpr_successful", "FPR(τ) succ.", "Accepted attacks, of the successful ones");
  static final ScoreColumn THRESHOLD =
      new ScoreColumn("threshold", "τ", "The confidence from which an image is accepted");

  static final List<ScoreColumn> THREATS =
      List.of(
          ERROR,
          ROBUST_ERROR,
          AREA,
          AREA_CORRECT,
          ERROR_AT,
          ROBUST_ERROR_AT,
          ALTERNATIVE,
          SUCCESS,
          FPR,
          FPR_SUCCESSFUL,
          THRESHOLD);

  /** What is the same for all attacks is left out. */
  static final List<ScoreColumn> ATTACKS =
      List.of(
          ROBUST_ERROR,
          AREA,
          AREA_CORRECT,
          ROBUST_ERROR_AT,
          ALTERNATIVE,
          SUCCESS,
          FPR,
          FPR_SUCCESSFUL);

  static final List<ScoreColumn> THRESHOLDS =
      List.of(THRESHOLD, TPR, ERROR_AT, ROBUST_ERROR_AT, ALTERNATIVE, FPR, FPR_SUCCESSFUL);

  static final List<ScoreColumn> DISTAL = List.of(FPR, AREA, AREA_CORRECT);

  /** A head cell. */
  void head(Html html) {
    html.element("th", head, "scope", "col", "title", meaning);
  }

  /** The cell of one row; a dash where the figure is undefined. */
  void cell(Html html, Map<String, OptionalDouble> figures) {
    OptionalDouble figure = figures.get(key);
    boolean threshold = figures.get("threshold").isPresent();
    if (figure.isPresent()) {
      html.element("td", text(figure), "class", this == ROBUST_ERROR_AT ? "strong" : "plain");
    } else {
      html.element("td", Shown.UNDEFINED, "title", why(threshold));
    }
  }

  /** The figure as people read it. */
  String text(OptionalDouble figure) {
    boolean plain = this == AREA || this == AREA_CORRECT || this == THRESHOLD;
    return plain ? Shown.number(figure) : Shown.percent(figure);
  }

  private String why(boolean threshold) {
    return head.contains("τ") && !threshold || this == TPR
        ? "undefined: no held-out image is classified correctly, so there is no threshold"
        : "undefined: there is nothing to divide by";
  }
}
