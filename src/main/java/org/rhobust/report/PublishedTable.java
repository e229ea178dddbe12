package org.rhobust.report;

import java.util.List;
import java.util.Locale;

/** {@link PublishedResults} as a table of the report. */
final class PublishedTable {

  private static final List<String> HEADS = List.of("Err", "RErr", "AUC", "Err(τ)", "RErr(τ)", "τ");

  private final Html html;

  PublishedTable(Html html) {
    this.html = html;
  }

  void write() {
    html.begin("div", "class", "scroll", "tabindex", "0").begin("table").begin("thead").begin("tr");
    html.element("th", "Published: data, threat model, training", "scope", "col");
    HEADS.forEach(head -> html.element("th", head, "scope", "col"));
    html.end().end().begin("tbody");
    for (PublishedResults.Row row : PublishedResults.ROWS) {
      html.begin("tr")
          .element("th", row.data() + ", " + row.threat() + ", " + row.training(), "scope", "row");
      percent(row.error());
      percent(row.robustError());
      number(row.area());
      percent(row.errorAtThreshold());
      percent(row.robustErrorAtThreshold());
      number(row.threshold());
      html.end();
    }
    html.end().end().end();
    PublishedResults.REMARKS.forEach(remark -> html.element("p", remark, "class", "muted"));
  }

  private void percent(Double percent) {
    cell(percent == null ? null : Shown.percent(percent));
  }

  private void number(Double number) {
    cell(number == null ? null : String.format(Locale.ROOT, "%.2f", number));
  }

  private void cell(String text) {
    if (text == null) {
      html.element("td", Shown.UNDEFINED, "title", "not published here");
    } else {
      html.element("td", text);
    }
  }
}
