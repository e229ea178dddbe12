package org.rhobust.workbench.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Scene;

/**
 * The size of the text, with all measures of {@code workbench.css} that belong to it: the sheet is
 * read with its font sizes, widths, heights and cell sizes multiplied.
 */
final class FontScale {

  static final double USUAL = 1;
  static final double SMALLEST = 0.75;
  static final double LARGEST = 2;
  private static final double STEP = 0.125;
  private static final Pattern MEASURE =
      Pattern.compile(
          "(-fx-font-size|-fx-fixed-cell-size|-fx-(?:min-|pref-|max-)(?:width|height)): (\\d+)(px)?");

  private FontScale() {}

  /** One step larger or smaller, within the limits. */
  static double step(double scale, boolean larger) {
    return limit(scale + (larger ? STEP : -STEP));
  }

  /** The scale that a text says; the usual where it says none. */
  static double parse(String text) {
    try {
      return text == null ? USUAL : limit(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }

  /** Gives a window the sheet of all windows in this size. */
  static void apply(Scene scene, double scale) {
    scene.getStylesheets().setAll(scale == USUAL ? WindowView.STYLE : scaled(scale));
  }

  static String scale(String css, double scale) {
    Matcher measure = MEASURE.matcher(css);
    return measure.replaceAll(
        found ->
            String.format(
                Locale.ROOT,
                "%s: %.2fpx",
                found.group(1),
                Double.parseDouble(found.group(2)) * scale));
  }

  private static double limit(double scale) {
    return scale >= SMALLEST ? Math.min(scale, LARGEST) : SMALLEST;
  }

  private static String scaled(double scale) {
    try (InputStream sheet = FontScale.class.getResourceAsStream("/fxml/workbench.css")) {
      String css = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
      byte[] bytes = scale(css, scale).getBytes(StandardCharsets.UTF_8);
      return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
