package org.rhobust.plot;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/**
 * The context menu with which a plot is taken away, opened with the pointer, the menu key or Shift
 * F10. Pictures show the part that is looked at, with title, caption and settings; data are whole.
 */
final class ExportMenu {

  private static final int COPY_SCALE = 2;
  private static final int[] SCALES = {1, 2, 4};

  private final PlotView view;
  private final ContextMenu menu;
  private final MenuItem fit;
  private final Map<Integer, MenuItem> pngs = new LinkedHashMap<>();

  private ExportMenu(PlotView view) {
    this.view = view;
    fit = item("Fit all (double click)", e -> view.fit());
    menu = new ContextMenu(item("Copy picture", e -> copyPicture()));
    menu.getItems().add(item("Copy data as text", e -> copyData()));
    menu.getItems().add(new SeparatorMenuItem());
    for (int scale : SCALES) {
      pngs.put(scale, item("Save PNG " + scale + "×…", e -> savePng(scale)));
    }
    menu.getItems().addAll(pngs.values());
    menu.getItems()
        .addAll(
            item("Save SVG…", e -> saveSvg()),
            item("Save CSV…", e -> saveCsv()),
            new SeparatorMenuItem(),
            fit);
  }

  static ContextMenu install(PlotView view) {
    ExportMenu export = new ExportMenu(view);
    view.setOnContextMenuRequested(
        e -> {
          export.show(e.getScreenX(), e.getScreenY());
          e.consume();
        });
    view.addEventHandler(KeyEvent.KEY_PRESSED, export::onKey);
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> export.menu.hide());
    return export.menu;
  }

  /** Not every platform makes a menu request of these keys. */
  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.CONTEXT_MENU
        || event.getCode() == KeyCode.F10 && event.isShiftDown()) {
      Point2D middle = view.localToScreen(view.getWidth() / 2, view.getHeight() / 2);
      show(middle.getX(), middle.getY());
      event.consume();
    }
  }

  private void show(double x, double y) {
    fit.setDisable(!view.zoomed());
    Plot shown = view.shown();
    pngs.forEach((scale, png) -> png.setDisable(!Picture.fits(shown, width(), height(), scale)));
    menu.show(view, x, y);
  }

  private static MenuItem item(String text, EventHandler<ActionEvent> action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(action);
    return item;
  }

  private WritableImage picture(int scale) {
    return Picture.of(view.shown(), view.getTheme(), width(), height(), scale);
  }

  private int width() {
    return (int) Math.max(1, Math.round(view.getWidth()));
  }

  private int height() {
    return (int) Math.max(1, Math.round(view.getHeight()));
  }

  private void copyPicture() {
    Picture.copy(picture(COPY_SCALE));
    view.notice("Copied the picture of “" + view.getPlot().title() + "”");
  }

  private void copyData() {
    ClipboardContent content = new ClipboardContent();
    content.putString(PlotCsv.of(view.getPlot()));
    Clipboard.getSystemClipboard().setContent(content);
    view.notice("Copied the data of “" + view.getPlot().title() + "” as comma-separated values");
  }

  private void savePng(int scale) {
    WritableImage image = picture(scale);
    save("png", file -> PlotExport.write(file, Picture.png(image)));
  }

  private void saveSvg() {
    Plot plot = view.shown();
    PlotTheme theme = view.getTheme();
    int width = width();
    int height = height();
    save("svg", file -> PlotExport.svg(plot, theme, width, height, file));
  }

  private void saveCsv() {
    Plot plot = view.getPlot();
    save("csv", file -> PlotExport.csv(plot, file));
  }

  private void save(String extension, Consumer<Path> write) {
    Window owner = Optional.ofNullable(view.getScene()).map(Scene::getWindow).orElse(null);
    String name = fileName(view.getPlot().title()) + "." + extension;
    view.saveDialog().save(owner, name, extension, write, view::notice, view::problem);
  }

  private static String fileName(String title) {
    String name = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    name = name.replaceAll("^-|-$", "");
    return name.isEmpty() ? "plot" : name;
  }
}
