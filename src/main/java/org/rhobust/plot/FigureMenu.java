package org.rhobust.plot;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** Takes several panels away as one figure, with their words and settings. */
public final class FigureMenu {

  private static final int PANEL_WIDTH = 520;
  private static final int PANEL_HEIGHT = 380;
  private static final int COPY_SCALE = 2;
  private static final int[] SCALES = {1, 2, 4};

  private final MenuButton button;
  private final String name;
  private final Supplier<Optional<Figure>> figure;
  private final ObservableValue<PlotTheme> theme;
  private final Consumer<String> notice;
  private final Consumer<Throwable> warn;

  /** Writes a file; runs off the JavaFX thread. */
  @FunctionalInterface
  private interface Writer {
    void write(Figure figure, PlotTheme theme, Path file);
  }

  private FigureMenu(
      MenuButton button,
      String name,
      Supplier<Optional<Figure>> figure,
      ObservableValue<PlotTheme> theme,
      Consumer<String> notice,
      Consumer<Throwable> warn) {
    this.button = button;
    this.name = name;
    this.figure = figure;
    this.theme = theme;
    this.notice = notice;
    this.warn = warn;
  }

  /**
   * Fills a button with one item a way to take the figure away.
   *
   * @param name of its files, without an extension
   * @param figure what is taken; empty while there is nothing
   * @param notice told in one line what was done
   * @param warn told why a file could not be saved
   */
  public static void install(
      MenuButton button,
      String name,
      Supplier<Optional<Figure>> figure,
      ObservableValue<PlotTheme> theme,
      Consumer<String> notice,
      Consumer<Throwable> warn) {
    FigureMenu menu = new FigureMenu(button, name, figure, theme, notice, warn);
    button.getItems().setAll(menu.item("Copy picture", menu::copy));
    for (int scale : SCALES) {
      menu.add(
          "png",
          " " + scale + "×",
          (shown, colors, file) ->
              PlotExport.png(shown, colors, PANEL_WIDTH, PANEL_HEIGHT, scale, file));
    }
    menu.add(
        "svg",
        "",
        (shown, colors, file) -> PlotExport.svg(shown, colors, PANEL_WIDTH, PANEL_HEIGHT, file));
    menu.add("csv", "", (shown, colors, file) -> PlotExport.csv(shown, file));
  }

  private void add(String extension, String size, Writer writer) {
    String words = "Save " + extension.toUpperCase(Locale.ROOT) + size + "…";
    button.getItems().add(item(words, shown -> save(shown, extension, writer)));
  }

  private MenuItem item(String words, Consumer<Figure> action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(e -> figure.get().ifPresent(action));
    return item;
  }

  private void copy(Figure shown) {
    Picture.copy(Picture.of(shown, theme.getValue(), PANEL_WIDTH, PANEL_HEIGHT, COPY_SCALE));
    notice.accept("Copied the picture of “" + shown.title() + "”");
  }

  private void save(Figure shown, String extension, Writer writer) {
    PlotTheme colors = theme.getValue();
    SaveDialog.system()
        .save(
            button.getScene().getWindow(),
            name + "." + extension,
            extension,
            file -> writer.write(shown, colors, file),
            notice,
            warn);
  }
}
