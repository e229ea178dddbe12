package org.rhobust.plot;

import java.util.List;

/** Paints figures. */
final class FigurePainter {

  private static final double GAP = 12;

  /** Higher than any page of words. */
  private static final double TALL = 10_000;

  private final Figure figure;
  private final Surface surface;
  private final PlotTheme theme;
  private final List<LegendEntry> commonLegend;

  FigurePainter(Figure figure, Surface surface, PlotTheme theme) {
    this.figure = figure;
    this.surface = surface;
    this.theme = theme;
    List<List<LegendEntry>> legends =
        figure.panels().stream()
            .filter(panel -> !panel.isEmpty())
            .map(PlotPainter::legend)
            .distinct()
            .toList();
    commonLegend = legends.size() == 1 ? legends.get(0) : List.of();
  }

  /** The width of a page whose panels are so wide, in pixels. */
  static int width(Figure figure, int panelWidth) {
    int count = figure.panels().size();
    return (int) (count * panelWidth + (count - 1) * GAP);
  }

  /**
   * The height of a page whose panels are so high; paints the words, to see what room they take.
   */
  int height(int width, int panelHeight) {
    return (int) Math.ceil(TALL - words(width, TALL).height() + panelHeight);
  }

  void paint(double width, double height) {
    Box rest = words(width, height);
    int count = figure.panels().size();
    double wide = (width - (count - 1) * GAP) / count;
    for (int i = 0; i < count; i++) {
      Plot panel = figure.panels().get(i);
      Sheet sheet = new Sheet(surface, theme, wide, rest.height(), Medium.PANEL);
      List<LegendEntry> legend = commonLegend.isEmpty() ? PlotPainter.legend(panel) : List.of();
      surface.moved(i * (wide + GAP), rest.y(), () -> PlotPainter.paint(panel, sheet, legend));
    }
  }

  /** Title, common legend and words at the foot; returns the area left for the panels. */
  private Box words(double width, double height) {
    return Page.paint(
        new Sheet(surface, theme, width, height, Medium.PAGE),
        figure.title(),
        commonLegend,
        List.of(
            new Page.Paragraph(figure.caption(), true),
            new Page.Paragraph(figure.settings(), false)));
  }
}
