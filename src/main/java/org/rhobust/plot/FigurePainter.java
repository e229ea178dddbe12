package org.rhobust.plot;

import java.util.List;

/** Paints figures. */
final class FigurePainter {

  private static final double GAP = 12;

  private FigurePainter() {}

  static void paint(Figure figure, Surface surface, PlotTheme theme, double width, double height) {
    List<List<LegendEntry>> legends =
        figure.panels().stream()
            .filter(panel -> !panel.isEmpty())
            .map(PlotPainter::legend)
            .distinct()
            .toList();
    boolean shared = legends.size() == 1;
    Sheet page = new Sheet(surface, theme, width, height, Medium.FIGURE);
    Box rest =
        Page.paint(
            page,
            figure.title(),
            shared ? legends.get(0) : List.of(),
            List.of(
                new Page.Paragraph(figure.caption(), true),
                new Page.Paragraph(figure.settings(), false)));
    int count = figure.panels().size();
    // A panel has a margin of its own within the page's.
    double left = rest.x() - page.padding();
    double wide = (rest.width() + 2 * page.padding() - (count - 1) * GAP) / count;
    for (int i = 0; i < count; i++) {
      Plot panel = figure.panels().get(i);
      Sheet sheet = new Sheet(surface, theme, wide, rest.height(), Medium.PANEL);
      surface.moved(
          left + i * (wide + GAP),
          rest.y(),
          () -> PlotPainter.paint(panel, sheet, shared ? List.of() : PlotPainter.legend(panel)));
    }
  }
}
