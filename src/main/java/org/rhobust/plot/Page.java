package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;

/** The parts all plots share: background, title, legend, notes and caption around a free area. */
final class Page {

  private static final double TITLE_HEIGHT = 18;
  private static final double SMALL_LINE = 15;
  private static final double ENTRY_GAP = 14;
  private static final double TITLE_GAP = 20;

  private final Sheet sheet;
  private final Surface surface;
  private double top;
  private double bottom;

  /** Words at the foot; the more important ones stand out. */
  record Paragraph(String text, boolean important) {}

  /** A line of a paragraph. */
  private record Line(String text, boolean important) {}

  private Page(Sheet sheet) {
    this.sheet = sheet;
    surface = sheet.surface();
    top = sheet.padding();
    bottom = sheet.height() - sheet.padding();
  }

  /**
   * Paints everything around the data and returns the area left for them.
   *
   * @param paragraphs stand at the foot, each on lines of its own; empty ones are left out
   */
  static Box paint(
      Sheet sheet, String title, List<LegendEntry> legend, List<Paragraph> paragraphs) {
    sheet
        .surface()
        .rectangle(new Box(0, 0, sheet.width(), sheet.height()), sheet.theme().background());
    Page page = new Page(sheet);
    page.head(title, legend);
    page.foot(paragraphs);
    return new Box(
        sheet.padding(),
        page.top,
        Math.max(1, sheet.width() - 2 * sheet.padding()),
        Math.max(1, page.bottom - page.top));
  }

  /** Says in the free area why there is nothing to see. */
  static void empty(Sheet sheet, Box area, String text) {
    List<String> lines = wrap(sheet.surface(), text, TextStyle.LABEL, area.width());
    double y = area.middleY() - (lines.size() - 1) * SMALL_LINE / 2;
    for (String line : lines) {
      double baseline = TextStyle.LABEL.baseline(y);
      Rgb color = sheet.theme().mutedText();
      sheet
          .surface()
          .text(line, area.middleX(), baseline, TextStyle.LABEL, color, Surface.Align.CENTER);
      y += SMALL_LINE;
    }
  }

  private void head(String title, List<LegendEntry> legend) {
    double width = sheet.width() - 2 * sheet.padding();
    double legendWidth = rowWidth(legend);
    String shown = surface.fit(title, TextStyle.TITLE, width);
    if (!title.isEmpty()) {
      double baseline = TextStyle.TITLE.baseline(top + TITLE_HEIGHT / 2 - 1);
      Rgb color = sheet.theme().text();
      surface.text(shown, sheet.padding(), baseline, TextStyle.TITLE, color, Surface.Align.LEFT);
      double titleWidth = surface.textWidth(shown, TextStyle.TITLE);
      if (!legend.isEmpty() && titleWidth + TITLE_GAP + legendWidth <= width) {
        row(legend, sheet.width() - sheet.padding() - legendWidth);
        top += TITLE_HEIGHT + 4;
        return;
      }
      top += TITLE_HEIGHT;
    }
    int most = Math.max(1, (int) (sheet.height() * 0.25 / LegendEntry.HEIGHT));
    List<List<LegendEntry>> rows = rows(legend, width);
    int left = legend.size();
    for (int i = 0; i < Math.min(most, rows.size()); i++) {
      boolean cut = i == most - 1 && rows.size() > most;
      left -= cut ? rowAndMore(rows.get(i), left, width) : row(rows.get(i), sheet.padding());
      top += LegendEntry.HEIGHT;
    }
    top += 4;
  }

  /** A row that ends with how many entries have no room at all. */
  private int rowAndMore(List<LegendEntry> entries, int left, double width) {
    int shown = entries.size();
    String more = "+" + (left - shown);
    double room = width - surface.textWidth("+00", TextStyle.SMALL) - ENTRY_GAP;
    while (shown > 0 && rowWidth(entries.subList(0, shown)) > room) {
      shown--;
      more = "+" + (left - shown);
    }
    double x = sheet.padding() + rowWidth(entries.subList(0, shown)) + (shown > 0 ? ENTRY_GAP : 0);
    double baseline = TextStyle.SMALL.baseline(top + LegendEntry.HEIGHT / 2);
    Rgb color = sheet.theme().mutedText();
    surface.text(more, x, baseline, TextStyle.SMALL, color, Surface.Align.LEFT);
    return row(entries.subList(0, shown), sheet.padding());
  }

  private double rowWidth(List<LegendEntry> entries) {
    double width = ENTRY_GAP * Math.max(0, entries.size() - 1);
    for (LegendEntry entry : entries) {
      width += entry.width(surface);
    }
    return width;
  }

  private List<List<LegendEntry>> rows(List<LegendEntry> legend, double width) {
    List<List<LegendEntry>> rows = new ArrayList<>();
    List<LegendEntry> current = new ArrayList<>();
    for (LegendEntry entry : legend) {
      current.add(entry);
      if (current.size() > 1 && rowWidth(current) > width) {
        current.remove(current.size() - 1);
        rows.add(current);
        current = new ArrayList<>(List.of(entry));
      }
    }
    if (!current.isEmpty()) {
      rows.add(current);
    }
    return rows;
  }

  private int row(List<LegendEntry> entries, double left) {
    double x = left;
    for (LegendEntry entry : entries) {
      // Half a pixel more, since the sums of widths that fit exactly are rounded.
      double room = sheet.width() - sheet.padding() - x - LegendEntry.SYMBOL_WIDTH - 4.5;
      String name = surface.fit(entry.name(), TextStyle.LABEL, Math.max(0, room));
      new LegendEntry(name, entry.role(), entry.symbol()).paint(sheet, x, top);
      x += entry.width(surface) + ENTRY_GAP;
    }
    return entries.size();
  }

  /** How much higher a sheet must be than this one for all words at its foot to be shown. */
  static double missing(Sheet sheet, List<Paragraph> paragraphs) {
    int lines = new Page(sheet).lines(paragraphs).size();
    return SMALL_LINE * Math.max(0, lines - mostLines(sheet));
  }

  private static int mostLines(Sheet sheet) {
    return Math.max(1, (int) (sheet.height() * 0.25 / SMALL_LINE));
  }

  private List<Line> lines(List<Paragraph> paragraphs) {
    double width = sheet.width() - 2 * sheet.padding();
    List<Line> lines = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      wrap(surface, paragraph.text(), TextStyle.SMALL, width)
          .forEach(line -> lines.add(new Line(line, paragraph.important())));
    }
    return lines;
  }

  private void foot(List<Paragraph> paragraphs) {
    double width = sheet.width() - 2 * sheet.padding();
    List<Line> lines = lines(paragraphs);
    boolean whole = sheet.medium() == Medium.PAGE || sheet.medium() == Medium.FIGURE;
    int most = whole ? Math.max(1, lines.size()) : mostLines(sheet);
    List<Line> shown = new ArrayList<>(lines.subList(0, Math.min(most, lines.size())));
    if (lines.size() > most) {
      Line last = shown.get(most - 1);
      String cut = surface.fit(last.text() + " …", TextStyle.SMALL, width);
      shown.set(most - 1, new Line(cut, last.important()));
    }
    bottom -= shown.size() * SMALL_LINE;
    double y = bottom + SMALL_LINE / 2;
    for (Line line : shown) {
      double baseline = TextStyle.SMALL.baseline(y);
      Rgb color = line.important() ? sheet.theme().text() : sheet.theme().mutedText();
      surface.text(
          line.text(), sheet.padding(), baseline, TextStyle.SMALL, color, Surface.Align.LEFT);
      y += SMALL_LINE;
    }
    bottom -= shown.isEmpty() ? 0 : 4;
  }

  /** A text in lines that fit; a word that does not is shortened. */
  private static List<String> wrap(Surface surface, String text, TextStyle style, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && surface.textWidth(longer, style) > width) {
        lines.add(line);
        longer = word;
      }
      line = surface.fit(longer, style, width);
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }
}
