package org.rhobust.plot;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import org.rhobust.data.AtomicFiles;

/**
 * Writes plots and figures to files. A file appears whole or not at all; parent directories must
 * exist. The same plot gives the same SVG and CSV bytes on every machine.
 */
public final class PlotExport {

  private PlotExport() {}

  /**
   * Writes a PNG, with the caption. Starts the JavaFX toolkit without a display when none runs.
   *
   * @param width in pixels at scale 1
   * @param height in pixels at scale 1; more where the caption needs over a quarter of it
   * @param scale how many file pixels a pixel becomes, for example 2 for print
   * @throws org.rhobust.data.DataException when the file cannot be written
   * @throws IllegalArgumentException when a side is below 1 or above 8192 file pixels
   */
  public static void png(
      Plot plot, PlotTheme theme, int width, int height, double scale, Path file) {
    WritableImage image = Toolkit.call(() -> Picture.of(plot, theme, width, height, scale));
    write(file, Picture.png(image));
  }

  /**
   * Writes a PNG of all panels, as high as the words around them need; toolkit as for a plot.
   *
   * @param panelWidth of each panel in pixels at scale 1
   * @param panelHeight likewise, with its title
   * @throws org.rhobust.data.DataException when the file cannot be written
   * @throws IllegalArgumentException when a side is below 1 or above 8192 file pixels
   */
  public static void png(
      Figure figure, PlotTheme theme, int panelWidth, int panelHeight, double scale, Path file) {
    WritableImage image =
        Toolkit.call(() -> Picture.of(figure, theme, panelWidth, panelHeight, scale));
    write(file, Picture.png(image));
  }

  /**
   * Writes an SVG, with the caption. Needs no toolkit.
   *
   * @param width in pixels
   * @param height in pixels; more where the caption needs over a quarter of it
   * @throws org.rhobust.data.DataException when the file cannot be written
   */
  public static void svg(Plot plot, PlotTheme theme, int width, int height, Path file) {
    write(file, svgText(plot, theme, width, height).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes an SVG of all panels, as high as the words around them need.
   *
   * @param panelWidth of each panel in pixels
   * @param panelHeight likewise, with its title
   * @throws org.rhobust.data.DataException when the file cannot be written
   */
  public static void svg(
      Figure figure, PlotTheme theme, int panelWidth, int panelHeight, Path file) {
    String text = svgText(figure, theme, panelWidth, panelHeight);
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static String svgText(Figure figure, PlotTheme theme, int panelWidth, int panelHeight) {
    int width = FigurePainter.width(figure, panelWidth);
    int height = new FigurePainter(figure, new SvgSurface(1, 1), theme).height(width, panelHeight);
    SvgSurface surface = new SvgSurface(width, height);
    new FigurePainter(figure, surface, theme).paint(width, height);
    return surface.document(figure.title(), figure.accessibleText());
  }

  /**
   * The text of an SVG, with the caption. Needs no toolkit.
   *
   * @param width in pixels
   * @param height in pixels; more where the caption needs over a quarter of it
   */
  public static String svgText(Plot plot, PlotTheme theme, int width, int height) {
    int high = PlotPainter.figureHeight(plot, new SvgSurface(1, 1), width, height);
    SvgSurface surface = new SvgSurface(width, high);
    PlotPainter.paint(plot, new Sheet(surface, theme, width, high, Medium.FIGURE));
    return surface.document(plot.title(), plot.accessibleText());
  }

  /**
   * Writes the data, unreduced: for lines {@code kind,name,x,y}, for bars {@code
   * category,value,before}, for histograms {@code group,from,to,count,share}, for pictures {@code
   * channel,row,column,value}, for heat maps {@code part,name,x,y,value,kind}.
   *
   * @throws org.rhobust.data.DataException when the file cannot be written
   */
  public static void csv(Plot plot, Path file) {
    write(file, PlotCsv.of(plot).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * As {@link #csv(Plot, Path)}, with a first column {@code panel} that holds the panel's title.
   */
  public static void csv(Figure figure, Path file) {
    write(file, PlotCsv.of(figure).getBytes(StandardCharsets.UTF_8));
  }

  static void write(Path file, byte[] bytes) {
    AtomicFiles.write(file, stream -> stream.write(bytes));
  }
}
