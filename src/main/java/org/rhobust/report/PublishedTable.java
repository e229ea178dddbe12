package org.rhobust.report;

/** {@link PublishedResults} as a table of the report. */
final class PublishedTable {

  private final Html html;

  PublishedTable(Html html) {
    this.html = html;
  }

  void write() {
    html.begin("div", "class", "scroll", "tabindex", "0").begin("table").begin("thead").begin("tr");
    html.element("th", "Published: data, threat model, training", "scope", "col");
    PublishedResults.HEADS.forEach(head -> html.element("th", head, "scope", "col"));
    html.end().end().begin("tbody");
    for (PublishedResults.Row row : PublishedResults.ROWS) {
      html.begin("tr").element("th", row.name(), "scope", "row");
      row.cells().forEach(this::cell);
      html.end();
    }
    html.end().end().end();
    PublishedResults.REMARKS.forEach(remark -> html.element("p", remark, "class", "muted"));
  }

  private void cell(String text) {
    if (text.equals(Shown.UNDEFINED)) {
      html.element("td", text, "title", "not published here");
    } else {
      html.element("td", text);
    }
  }
}
