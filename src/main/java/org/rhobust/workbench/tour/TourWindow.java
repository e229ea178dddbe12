package org.rhobust.workbench.tour;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.rhobust.data.AtomicFiles;
import org.rhobust.plot.PlotExport;
import org.rhobust.plot.PlotView;
import org.rhobust.plot.PngBytes;
import org.rhobust.plot.Toolkit;
import org.rhobust.workbench.shell.SettingsStore;
import org.rhobust.workbench.shell.WorkbenchWindow;

/** The real window, driven from another thread as a person would: by its controls. */
final class TourWindow {

  /** Axis labels fade in; a picture taken before differs from run to run. */
  private static final long SETTLING_MS = 1_500;

  /** With the theme, nothing else fades. */
  private static final long THEME_SETTLING_MS = 600;

  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;
  private static final int SMALL_WIDTH = 900;
  private static final int SMALL_HEIGHT = 600;

  private final Path out;
  private final WorkbenchWindow window;
  private final Set<String> tables = new TreeSet<>();

  TourWindow(Path out) {
    this.out = out;
    window =
        Toolkit.call(
            () -> {
              SettingsStore settings = SettingsStore.open(out.resolve("window.json"));
              Stage stage = new Stage();
              stage.setWidth(WIDTH);
              stage.setHeight(HEIGHT);
              WorkbenchWindow opened = new WorkbenchWindow(settings, out.resolve("runs"), stage);
              opened.open();
              stage.setWidth(WIDTH);
              stage.setHeight(HEIGHT);
              return opened;
            });
  }

  WorkbenchWindow window() {
    return window;
  }

  /** Waits until the window's content is there and laid out. */
  void awaitPainted() {
    awaitControl("centre");
    await(
        "a view", Duration.ofSeconds(60), () -> control("centre").getLayoutBounds().getWidth() > 0);
  }

  void show(String view) {
    onWindow(() -> window.show(view));
  }

  /** Opens a file as one that is dropped on the window. */
  void open(Path file) {
    onWindow(() -> window.open(List.of(file)));
  }

  /** Presses a button, which must be there and enabled. */
  void press(String id) {
    await(
        "button " + id + " enabled",
        Duration.ofSeconds(60),
        () -> control(id) instanceof ButtonBase button && !button.isDisabled());
    onWindow(() -> ((ButtonBase) control(id)).fire());
  }

  /** Puts a text into a field in place of what is there. */
  void type(String id, String text) {
    awaitControl(id);
    onWindow(() -> ((TextField) control(id)).setText(text));
  }

  /** Whether a part of the view in front is shown; to be asked on the JavaFX thread. */
  boolean isVisible(String id) {
    Node node = control(id);
    return node != null && node.isVisible();
  }

  /** Moves a slider there in a few steps, as a drag does. */
  void drag(String id, double value) {
    awaitControl(id);
    double start = Toolkit.call(() -> ((Slider) control(id)).getValue());
    int steps = 20;
    for (int i = 1; i <= steps; i++) {
      double next = start + (value - start) * i / steps;
      onWindow(() -> ((Slider) control(id)).setValue(next));
    }
  }

  /** Presses a key where the focus would be on the named control. */
  void key(String id, KeyCode code) {
    awaitControl(id);
    onWindow(
        () -> {
          Node target = control(id);
          target.requestFocus();
          press(target, code, false);
        });
  }

  /** Presses a key of the window, with Ctrl or Cmd where {@code shortcut}. */
  void windowKey(KeyCode code, boolean shortcut) {
    onWindow(
        () -> {
          Scene scene = window.stage().getScene();
          Node focused = scene.getFocusOwner();
          press(focused == null ? scene.getRoot() : focused, code, shortcut);
        });
  }

  private static void press(Node target, KeyCode code, boolean shortcut) {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    Event.fireEvent(
        target,
        new KeyEvent(
            KeyEvent.KEY_PRESSED, "", "", code, false, shortcut && !mac, false, shortcut && mac));
  }

  /**
   * Waits until a condition holds on the JavaFX thread.
   *
   * @throws IllegalStateException when it does not in time
   */
  void await(String what, Duration longest, BooleanSupplier condition) {
    if (!holdsWithin(longest, condition)) {
      throw new IllegalStateException("the tour waited in vain for: " + what);
    }
  }

  /** Whether a condition comes to hold on the JavaFX thread in time. */
  boolean holdsWithin(Duration longest, BooleanSupplier condition) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!Toolkit.call(condition::getAsBoolean)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      sleep(50);
    }
    return true;
  }

  /** Leaves {@code name-light.png} and {@code name-dark.png} of the window. */
  void pictures(String name) {
    picture(name, false, SETTLING_MS);
    picture(name, true, THEME_SETTLING_MS);
    onWindow(() -> window.setDark(false));
  }

  /** Leaves pictures of all views that have none yet, then of all views in a small window. */
  void everyView() {
    List<String> views = Toolkit.call(window::views);
    for (String view : views) {
      if (!Files.exists(out.resolve(view + "-light.png"))) {
        show(view);
        pictures(view);
      }
    }
    // Monocle's window may shrink, but not grow again.
    onWindow(
        () -> {
          window.stage().setWidth(SMALL_WIDTH);
          window.stage().setHeight(SMALL_HEIGHT);
        });
    for (boolean dark : new boolean[] {false, true}) {
      for (String view : views) {
        show(view);
        picture(view + "-small", dark, THEME_SETTLING_MS);
      }
    }
    onWindow(() -> window.setDark(false));
  }

  private void picture(String name, boolean dark, long settling) {
    onWindow(() -> window.setDark(dark));
    sleep(settling);
    WritableImage image = Toolkit.call(() -> window.stage().getScene().snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    byte[] png = PngBytes.of(pixels, width, height);
    AtomicFiles.write(
        out.resolve(name + (dark ? "-dark.png" : "-light.png")), stream -> stream.write(png));
  }

  /** Leaves the data of every plot of the view in front as {@code view-plot.csv}. */
  void tables() {
    String view = Toolkit.call(() -> window.viewProperty().get());
    Set<Node> plots = Toolkit.call(() -> window.stage().getScene().getRoot().lookupAll("*"));
    for (Node node : plots) {
      if (node instanceof PlotView plot && isShown(plot)) {
        String title = Toolkit.call(() -> plot.getPlot().title());
        String words = title.toLowerCase().replaceAll("[^a-z0-9]+", " ").strip();
        String name = view + "-" + words.replace(' ', '-') + ".csv";
        if (tables.add(name)) {
          PlotExport.csv(Toolkit.call(plot::getPlot), out.resolve(name));
        }
      }
    }
  }

  void close() {
    Toolkit.call(window::close).join();
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** A view comes into the window only after its first frame. */
  private void awaitControl(String id) {
    await("control " + id, Duration.ofSeconds(60), () -> control(id) != null);
  }

  private Node control(String id) {
    return window.stage().getScene().lookup("#" + id);
  }

  private static void onWindow(Runnable action) {
    Toolkit.call(
        () -> {
          action.run();
          return null;
        });
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the tour was interrupted", e);
    }
  }
}
