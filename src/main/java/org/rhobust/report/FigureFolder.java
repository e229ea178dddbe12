package org.rhobust.report;

import java.nio.file.Path;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.DataException;
import org.rhobust.plot.Figure;
import org.rhobust.plot.PlotExport;
import org.rhobust.plot.PlotTheme;

/** A folder of figures, each as PNG, SVG and CSV. Files of the same names are replaced. */
public final class FigureFolder {

  private static final int PANEL_WIDTH = 470;
  private static final int ONLY_PANEL_WIDTH = 640;
  private static final int PANEL_HEIGHT = 300;

  /** Some 300 dots an inch where two panels take the width of a page. */
  private static final double PRINT_SCALE = 2;

  private final Path folder;

  private FigureFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder where it is missing and tries whether files can be made in it, so that a wrong
   * place costs no work.
   *
   * @throws DataException when they cannot
   */
  public static FigureFolder open(Path folder) {
    AtomicFiles.makeWritable(folder);
    return new FigureFolder(folder);
  }

  /**
   * Writes {@code name.png}, {@code name.svg} and {@code name.csv} for print: on white.
   *
   * @throws DataException when one cannot be written
   */
  public void write(String name, Figure figure) {
    int width = figure.panels().size() == 1 ? ONLY_PANEL_WIDTH : PANEL_WIDTH;
    PlotExport.csv(figure, folder.resolve(name + ".csv"));
    PlotExport.svg(figure, PlotTheme.LIGHT, width, PANEL_HEIGHT, folder.resolve(name + ".svg"));
    PlotExport.png(
        figure, PlotTheme.LIGHT, width, PANEL_HEIGHT, PRINT_SCALE, folder.resolve(name + ".png"));
  }

  /**
   * Writes a text in UTF-8.
   *
   * @throws DataException when it cannot be written
   */
  public void write(String name, String text) {
    AtomicFiles.writeString(folder.resolve(name), text);
  }

  /**
   * Writes bytes, such as a picture.
   *
   * @throws DataException when they cannot be written
   */
  public void write(String name, byte[] bytes) {
    AtomicFiles.write(folder.resolve(name), stream -> stream.write(bytes));
  }
}
