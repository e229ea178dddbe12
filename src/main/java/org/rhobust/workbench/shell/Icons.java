package org.rhobust.workbench.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** The pictures of the {@code icons} folder. */
final class Icons {

  private static final double GRID = 24;
  private static final double SIZE = 18;
  private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]+)\"");

  private Icons() {}

  /** The line drawing {@code icons/name.svg}, in the colours that the style class "icon" has. */
  static Node line(String name) {
    SVGPath path = new SVGPath();
    path.setContent(pathOf(name));
    path.getStyleClass().add("icon");
    path.getTransforms().add(new Scale(SIZE / GRID, SIZE / GRID));
    // The whole grid has a place, so that drawings of different extent stand in line.
    Group icon = new Group(new Rectangle(SIZE, SIZE, Color.TRANSPARENT), path);
    icon.setMouseTransparent(true);
    return icon;
  }

  /** The application's icon from 16 to 512 pixels. */
  static List<Image> application() {
    return IntStream.of(16, 32, 48, 64, 128, 256, 512)
        .mapToObj(size -> new Image(resource("rhobust-" + size + ".png")))
        .toList();
  }

  private static String pathOf(String name) {
    try (InputStream stream = resource(name + ".svg")) {
      Matcher path = PATH.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      if (!path.find()) {
        throw new IllegalStateException("icons/" + name + ".svg holds no path");
      }
      return path.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String file) {
    return Icons.class.getResourceAsStream("/icons/" + file);
  }
}
