package org.rhobust.plot;

import java.util.function.Consumer;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.paint.Color;

/** Paints off the screen. */
final class Picture {

  /** The largest texture that the software pipeline takes. */
  private static final int MOST_PIXELS = 8192;

  private Picture() {}

  /**
   * The plot at a size in pixels times a scale, higher where its caption is long; on the JavaFX
   * thread.
   */
  static WritableImage of(Plot plot, PlotTheme theme, int width, int height, double scale) {
    int high = height(plot, width, height);
    return of(
        surface -> PlotPainter.paint(plot, new Sheet(surface, theme, width, high, Medium.FIGURE)),
        width,
        high,
        scale);
  }

  private static int height(Plot plot, int width, int height) {
    return PlotPainter.figureHeight(plot, scratch(), width, height);
  }

  private static Surface scratch() {
    return new CanvasSurface(new Canvas(1, 1).getGraphicsContext2D());
  }

  /** A figure with panels of a size in pixels times a scale; on the JavaFX thread. */
  static WritableImage of(
      Figure figure, PlotTheme theme, int panelWidth, int panelHeight, double scale) {
    int width = FigurePainter.width(figure, panelWidth);
    int height = new FigurePainter(figure, scratch(), theme).height(width, panelHeight);
    return of(
        surface -> new FigurePainter(figure, surface, theme).paint(width, height),
        width,
        height,
        scale);
  }

  /** What is painted, at a size in pixels times a scale; on the JavaFX thread. */
  private static WritableImage of(Consumer<Surface> painting, int width, int height, double scale) {
    int wide = pixels("width", width, scale);
    int high = pixels("height", height, scale);
    // A larger canvas and not a scaled snapshot: a canvas keeps pixels and would come out blurred.
    Canvas canvas = new Canvas(wide, high);
    canvas.getGraphicsContext2D().scale(scale, scale);
    painting.accept(new CanvasSurface(canvas.getGraphicsContext2D()));
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    return canvas.snapshot(parameters, new WritableImage(wide, high));
  }

  /** Whether a picture of a plot of this size and scale can be painted; on the JavaFX thread. */
  static boolean fits(Plot plot, int width, int height, double scale) {
    return Math.round(Math.max(width, height(plot, width, height)) * scale) <= MOST_PIXELS;
  }

  private static int pixels(String side, int length, double scale) {
    long pixels = Math.round(length * scale);
    if (length < 1 || !(scale > 0) || pixels < 1 || pixels > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "Picture "
              + side
              + " "
              + length
              + " at scale "
              + scale
              + " must give 1 to "
              + MOST_PIXELS
              + " pixels.");
    }
    return (int) pixels;
  }

  /** Puts a picture on the clipboard; on the JavaFX thread. */
  static void copy(WritableImage image) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(image);
    Clipboard.getSystemClipboard().setContent(content);
  }

  static byte[] png(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return PngBytes.of(argb, width, height);
  }
}
