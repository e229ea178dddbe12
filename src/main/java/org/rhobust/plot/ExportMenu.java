package org.rhobust.plot;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/** The context menu with which a plot is taken away. */
final class ExportMenu {

  private static final double PRINT_SCALE = 2;

  private final PlotView view;
  private final ContextMenu menu;

  /** Writes one kind of file; runs off the JavaFX thread. */
  @FunctionalInterface
  private interface Writer {
    void write(Path file);
  }

  private ExportMenu(PlotView view) {
    this.view = view;
    menu =
        new ContextMenu(
            item("Copy picture", e -> copy()),
            item("Save PNG…", e -> savePng()),
            item("Save SVG…", e -> saveSvg()),
            item("Save CSV…", e -> saveCsv()));
  }

  static ContextMenu install(PlotView view) {
    ExportMenu export = new ExportMenu(view);
    view.setOnContextMenuRequested(
        e -> {
          export.menu.show(view, e.getScreenX(), e.getScreenY());
          e.consume();
        });
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> export.menu.hide());
    return export.menu;
  }

  private static MenuItem item(String text, EventHandler<ActionEvent> action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(action);
    return item;
  }

  private WritableImage picture() {
    return Picture.of(view.getPlot(), view.getTheme(), width(), height(), PRINT_SCALE);
  }

  private int width() {
    return (int) Math.max(1, Math.round(view.getWidth()));
  }

  private int height() {
    return (int) Math.max(1, Math.round(view.getHeight()));
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putImage(picture());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void savePng() {
    WritableImage image = picture();
    save("png", file -> PlotExport.write(file, Picture.png(image)));
  }

  private void saveSvg() {
    Plot plot = view.getPlot();
    PlotTheme theme = view.getTheme();
    int width = width();
    int height = height();
    save("svg", file -> PlotExport.svg(plot, theme, width, height, file));
  }

  private void saveCsv() {
    Plot plot = view.getPlot();
    save("csv", file -> PlotExport.csv(plot, file));
  }

  private void save(String extension, Writer writer) {
    Window owner = Optional.ofNullable(view.getScene()).map(Scene::getWindow).orElse(null);
    view.saveDialog()
        .ask(owner, fileName(view.getPlot().title()) + "." + extension, extension)
        .ifPresent(
            file ->
                CompletableFuture.runAsync(
                    () -> {
                      String line = write(writer, file);
                      Platform.runLater(() -> view.notice(line));
                    }));
  }

  private static String write(Writer writer, Path file) {
    try {
      writer.write(file);
      return "Saved " + file;
    } catch (RuntimeException e) {
      return "Could not save " + file + ": choose a folder that can be written (" + e + ")";
    }
  }

  private static String fileName(String title) {
    String name = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    name = name.replaceAll("^-|-$", "");
    return name.isEmpty() ? "plot" : name;
  }
}
