package org.rhobust.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.rhobust.attack.Attack;
import org.rhobust.evaluation.Scores;
import org.rhobust.evaluation.warning.Warning;
import org.rhobust.run.Evaluation;
import org.rhobust.run.Version;

/** An evaluation as one page of HTML that needs nothing beside itself: no script, no network. */
final class ReportPage {

  private final Html html = new Html();
  private final Evaluation evaluation;
  private final OptionalDouble threshold;
  private final EvaluationScores scores;

  private ReportPage(Evaluation evaluation, OptionalDouble threshold) {
    this.evaluation = evaluation;
    this.threshold = threshold;
    scores = new EvaluationScores(evaluation.result(), threshold);
  }

  /**
   * The page.
   *
   * @param threshold τ; empty where there is none
   * @param command that makes it again; null where it was not the command line
   */
  static String of(
      Evaluation evaluation,
      OptionalDouble threshold,
      List<EvaluationFigure> figures,
      List<WorstImage> worst,
      String command) {
    return new ReportPage(evaluation, threshold).page(figures, worst, command);
  }

  private String page(List<EvaluationFigure> figures, List<WorstImage> worst, String command) {
    String title = "Robustness of " + evaluation.model().name();
    html.begin("html", "lang", "en").begin("head");
    html.single("meta", "charset", "utf-8");
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", title).style(style()).end();
    html.begin("body").begin("main");
    head(title);
    headline();
    tables();
    published();
    warnings();
    pictures(figures, worst);
    otherInputs();
    html.element("h2", "To repeat it");
    new ReportSettings(html, evaluation).write(command);
    return html.end().end().end().document();
  }

  private void head(String title) {
    html.begin("header").element("h1", title);
    html.element(
        "p",
        "Battery %s on the first %d images of %s · Rhobust %s"
            .formatted(
                evaluation.result().battery().name(),
                evaluation.split().attacked(),
                evaluation.split().images().name(),
                Version.text()),
        "class",
        "origin");
    html.element(
        "p",
        evaluation.verdict().sentence(),
        "class",
        evaluation.verdict().trustworthy() ? "verdict trustworthy" : "verdict");
    html.end();
  }

  private void headline() {
    Scores its = scores.of(Headline.of(evaluation.result()));
    html.element("h2", "Against " + Headline.name(evaluation.result()));
    html.begin("div", "class", "cards");
    boolean trustworthy = evaluation.verdict().trustworthy();
    card(
        trustworthy ? "card main" : "card main doubtful",
        ScoreColumn.ROBUST_ERROR_AT,
        its,
        "robust test error of what is accepted; each image by its worst attack"
            + (trustworthy ? "" : "; not to be trusted yet"));
    card("card", ScoreColumn.THRESHOLD, its, "accepts 99 % of the correct held-out images");
    card("card", ScoreColumn.ERROR_AT, its, "clean error of what is accepted");
    card("card", ScoreColumn.TPR, its, "of the correct clean images are accepted");
    card("card", ScoreColumn.ROBUST_ERROR, its, "robust test error without rejection");
    card("card", ScoreColumn.ERROR, its, "clean error without rejection");
    card("card", ScoreColumn.AREA, its, "clean images against successful attacks");
    html.end();
    html.element(
        "p",
        "Robust errors are bounds from below: each image counts by the worst point that any attack"
            + " evaluated, and a stronger attack may find more.",
        "class",
        "muted");
    if (threshold.isEmpty()) {
      html.element(
          "p",
          "No held-out image is classified correctly, so there is no threshold and every figure at"
              + " τ is undefined.");
    }
  }

  private void card(String style, ScoreColumn column, Scores its, String note) {
    html.begin("div", "class", style);
    html.element("div", column.text(its.byKey().get(column.key())), "class", "value");
    html.element("div", column.head(), "class", "name");
    html.element("div", note, "class", "note").end();
  }

  private void warnings() {
    html.element("h2", "Can these figures be trusted?");
    List<Warning> raised = warnings(Warning.State.RAISED);
    List<Warning> open = warnings(Warning.State.NOT_MEASURED);
    List<Warning> clear = warnings(Warning.State.CLEAR);
    html.element(
        "p",
        "%s raised, %d not measured, %d clear."
            .formatted(checks(raised.size()), open.size(), clear.size()));
    if (!raised.isEmpty()) {
      html.element("h3", "Raised");
      list(raised);
    }
    if (!open.isEmpty()) {
      html.element("h3", "Not measured");
      list(open);
    }
    if (!clear.isEmpty()) {
      html.begin("details").element("summary", "Clear");
      list(clear);
      html.end();
    }
  }

  private List<Warning> warnings(Warning.State state) {
    return evaluation.verdict().warnings().stream().filter(w -> w.state() == state).toList();
  }

  private static String checks(int count) {
    return count == 1 ? "1 check" : count + " checks";
  }

  private void list(List<Warning> warnings) {
    html.begin("ul", "class", "warnings");
    for (Warning warning : warnings) {
      html.begin("li", "class", warning.raised() ? "raised" : "calm");
      html.element("b", warning.name()).text(warning.measured());
      if (!warning.advice().isEmpty()) {
        html.element("span", "Next: " + warning.advice(), "class", "next");
      }
      html.end();
    }
    html.end();
  }

  private void tables() {
    ReportTables tables = new ReportTables(html, evaluation.result(), scores);
    html.element("h2", "By threat model");
    html.element(
        "p",
        "Err and RErr: test error without and with attack. At τ, only what is accepted counts. "
            + evaluation.split().clean()
            + " clean images, "
            + evaluation.split().attacked()
            + " attacked.",
        "class",
        "muted");
    tables.threats();
    html.element("h3", "At other thresholds, all attacks together");
    tables.thresholds(Evaluation.TRUE_POSITIVE_RATES);
    html.element("h2", "By attack");
    tables.attacks();
  }

  private void otherInputs() {
    ReportTables tables = new ReportTables(html, evaluation.result(), scores);
    html.element("h2", "Corruptions and distal inputs");
    if (tables.of(Attack.Family.CORRUPTION).isEmpty()) {
      html.element("p", "The battery has no corruptions.", "class", "muted");
    } else {
      tables.corruptions();
    }
    if (tables.of(Attack.Family.DISTAL).isEmpty()) {
      html.element("p", "The battery has no distal attack.", "class", "muted");
    } else {
      tables.distal();
    }
  }

  private void pictures(List<EvaluationFigure> figures, List<WorstImage> worst) {
    ReportPictures pictures = new ReportPictures(html);
    html.element("h2", "Pictures");
    pictures.plots(figures);
    html.element("h2", "The worst images against " + Headline.name(evaluation.result()));
    if (worst.isEmpty()) {
      html.element("p", "No attacked image is misclassified at its best point.");
      return;
    }
    html.element(
        "p",
        "The %d most confident errors: original, attacked, and the perturbation, magnified so that its largest change has full colour."
            .formatted(worst.size()),
        "class",
        "muted");
    pictures.worst(evaluation.split().images(), worst);
  }

  private void published() {
    html.element("h2", "What was published");
    html.element("p", PublishedResults.LABEL + ".");
    new PublishedTable(html).write();
  }

  private static String style() {
    try (InputStream stream = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css of this program cannot be read", e);
    }
  }
}
