package org.rhobust.workbench.direction;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.rhobust.plot.Figure;
import org.rhobust.plot.PlotExport;
import org.rhobust.plot.PlotTheme;
import org.rhobust.plot.SaveDialog;
import org.rhobust.workbench.WorkbenchContext;

/** Saves two panels as one figure, with their words and settings. */
final class FigureMenu {

  private static final int PANEL_WIDTH = 520;
  private static final int PANEL_HEIGHT = 380;
  private static final double PRINT_SCALE = 2;

  private final MenuButton button;
  private final Supplier<Optional<Figure>> figure;
  private final ObservableValue<PlotTheme> theme;
  private final Consumer<String> notice;
  private final Consumer<Throwable> warn;

  /** Writes a file; runs off the JavaFX thread. */
  @FunctionalInterface
  private interface Writer {
    void write(Figure figure, PlotTheme theme, Path file);
  }

  /**
   * @param button is filled with one item a kind of file
   * @param figure what is saved; empty while there is nothing to save
   */
  FigureMenu(MenuButton button, Supplier<Optional<Figure>> figure, WorkbenchContext context) {
    this.button = button;
    this.figure = figure;
    theme = context.plotTheme();
    notice = context.notice();
    warn = context.warn();
    button
        .getItems()
        .setAll(
            List.of(
                item("png", FigureMenu::png),
                item("svg", FigureMenu::svg),
                item("csv", (shown, colors, file) -> PlotExport.csv(shown, file))));
  }

  private static void png(Figure figure, PlotTheme theme, Path file) {
    PlotExport.png(figure, theme, PANEL_WIDTH, PANEL_HEIGHT, PRINT_SCALE, file);
  }

  private static void svg(Figure figure, PlotTheme theme, Path file) {
    PlotExport.svg(figure, theme, PANEL_WIDTH, PANEL_HEIGHT, file);
  }

  private MenuItem item(String extension, Writer writer) {
    MenuItem item = new MenuItem(extension.toUpperCase(Locale.ROOT) + "…");
    item.setOnAction(e -> figure.get().ifPresent(shown -> save(shown, extension, writer)));
    return item;
  }

  private void save(Figure shown, String extension, Writer writer) {
    PlotTheme colors = theme.getValue();
    SaveDialog.system()
        .save(
            button.getScene().getWindow(),
            "direction." + extension,
            extension,
            file -> writer.write(shown, colors, file),
            notice,
            warn);
  }
}
