package org.rhobust.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads a view's FXML from the {@code fxml} folder with a controller made by the caller. */
public final class ViewLoader {

  private ViewLoader() {}

  /**
   * The root of {@code fxml/name.fxml}, which names no controller of its own.
   *
   * @throws UncheckedIOException when the file does not fit its controller: a programming error
   */
  public static Parent load(String name, Object controller) {
    URL fxml = ViewLoader.class.getResource("/fxml/" + name + ".fxml");
    FXMLLoader loader = new FXMLLoader(fxml);
    loader.setController(controller);
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("fxml/" + name + ".fxml does not load", e);
    }
  }
}
