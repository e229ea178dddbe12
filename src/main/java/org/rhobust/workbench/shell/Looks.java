package org.rhobust.workbench.shell;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.stage.Stage;

/** The theme and the size of the text, as they are kept. Belongs to the JavaFX thread. */
final class Looks {

  private static final String TEXT_SCALE = "window.text-scale";
  private static final String SYSTEM_DARK = "window.system-dark";

  private final SettingsStore store;
  private final Theme theme;
  private final ReadOnlyDoubleWrapper textScale;

  /** As they were kept; the system's theme is as it was last found until it is asked again. */
  Looks(SettingsStore store) {
    this.store = store;
    WindowSettings settings = store.settings();
    boolean systemDark = Boolean.parseBoolean(settings.values().get(SYSTEM_DARK));
    theme = new Theme(Theme.Choice.of(settings.theme()), systemDark);
    double scale = FontScale.parse(settings.values().get(TEXT_SCALE));
    textScale = new ReadOnlyDoubleWrapper(this, "text scale", scale);
  }

  Theme theme() {
    return theme;
  }

  void choose(Theme.Choice choice) {
    theme.choose(choice);
    store.change(settings -> settings.withTheme(choice.kept()));
  }

  /** The size of the text and what belongs to it; 1 is the usual. */
  ReadOnlyDoubleProperty textScaleProperty() {
    return textScale.getReadOnlyProperty();
  }

  void resizeText(boolean larger) {
    setTextScale(FontScale.step(textScale.get(), larger));
  }

  void resetText() {
    setTextScale(FontScale.USUAL);
  }

  /** Asks the system whenever the window comes to the front: it may have changed meanwhile. */
  void followSystem(Stage stage) {
    stage.focusedProperty().subscribe(this::askSystem);
  }

  private void askSystem(boolean focused) {
    if (focused) {
      CompletableFuture.supplyAsync(SystemTheme::isDark)
          .thenAcceptAsync(this::systemIs, Platform::runLater);
    }
  }

  private void systemIs(boolean dark) {
    theme.systemIs(dark);
    store.change(settings -> settings.with(SYSTEM_DARK, Boolean.toString(dark)));
  }

  private void setTextScale(double scale) {
    textScale.set(scale);
    store.change(settings -> settings.with(TEXT_SCALE, Double.toString(scale)));
  }
}
