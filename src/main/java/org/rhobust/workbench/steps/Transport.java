package org.rhobust.workbench.steps;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.SVGPath;
import org.rhobust.workbench.controls.Fields;
import org.rhobust.workbench.steps.Playback.Speed;

/** Buttons, slider and keys that go from step to step. */
final class Transport {

  private static final String TO_START = "M0 0h2v10H0z M10 0v10L3 5z";
  private static final String BACK = "M8 0v10L1 5z";
  private static final String FORWARD = "M1 0v10l7-5z";
  private static final String TO_END = "M8 0h2v10H8z M0 0v10l7-5z";

  private final StepsModel model;
  private final Playback playback;
  private final Slider slider = new Slider();
  private final Label position = new Label();
  private boolean showing;

  Transport(HBox row, StepsModel model, Playback playback) {
    this.model = model;
    this.playback = playback;
    slider.setId("slider");
    slider.setAccessibleText("Step");
    slider.valueProperty().subscribe((before, value) -> slide(value.doubleValue()));
    HBox.setHgrow(slider, Priority.ALWAYS);
    position.setId("position");
    position.setMinWidth(Label.USE_PREF_SIZE);
    ComboBox<Speed> speed =
        Fields.choice(List.of(Speed.values()), Speed::words, playback.speedProperty());
    speed.setAccessibleText("Speed");
    speed.setMinWidth(ComboBox.USE_PREF_SIZE);
    row.getChildren()
        .addAll(
            0,
            List.of(
                button(TO_START, "First step", "Home", () -> model.goTo(0)),
                button(BACK, "Step back", "←", () -> goBy(-1)),
                play(),
                button(FORWARD, "Step forward", "→", () -> goBy(1)),
                button(TO_END, "Last step", "End", () -> model.goTo(model.last())),
                speed,
                slider,
                position));
    row.disableProperty().bind(model.stepsProperty().isNull());
  }

  /** Shows the step that is looked at. */
  void show() {
    int step = model.stepProperty().get();
    showing = true;
    slider.setMax(Math.max(1, Math.max(model.total(), model.last())));
    slider.setValue(step);
    showing = false;
    position.setText("step %d of %d".formatted(step, Math.max(model.total(), model.last())));
  }

  /** Lets the arrow keys step. */
  void focus() {
    slider.requestFocus();
  }

  /** Steps and plays, unless a control needs the key for itself. */
  void onKey(KeyEvent event) {
    if (model.stepsProperty().get() == null || typesIn(event.getTarget())) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> goBy(-1);
      case RIGHT -> goBy(1);
      case HOME -> model.goTo(0);
      case END -> model.goTo(model.last());
      case SPACE -> {
        if (isPressed(event.getTarget())) {
          return;
        }
        playback.playingProperty().set(!playback.playingProperty().get());
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** What is shown is no choice of the person's. */
  private void slide(double value) {
    if (!showing) {
      model.goTo((int) Math.round(value));
    }
  }

  private void goBy(int steps) {
    model.goTo(model.stepProperty().get() + steps);
  }

  private ToggleButton play() {
    ToggleButton play = new ToggleButton();
    play.setId("play");
    play.setMinWidth(64);
    play.setPrefHeight(28);
    play.setMaxHeight(28);
    play.getStyleClass().add("small");
    play.setTooltip(new Tooltip("Play or pause  (Space)"));
    play.textProperty().bind(playback.playingProperty().map(on -> on ? "Pause" : "Play"));
    play.selectedProperty().bindBidirectional(playback.playingProperty());
    return play;
  }

  private static Button button(String drawing, String words, String key, Runnable action) {
    SVGPath picture = new SVGPath();
    picture.setContent(drawing);
    picture.setStyle("-fx-fill: -color-fg-default;");
    Button button = new Button(null, picture);
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip("%s  (%s)".formatted(words, key)));
    button.setPrefHeight(28);
    button.getStyleClass().add("small");
    button.setOnAction(e -> action.run());
    return button;
  }

  /** Whether a control needs the arrow keys for itself. */
  private static boolean typesIn(Object target) {
    for (Node node = target instanceof Node n ? n : null; node != null; node = node.getParent()) {
      if (node instanceof TextInputControl
          || node instanceof Spinner
          || node instanceof ComboBoxBase) {
        return true;
      }
    }
    return false;
  }

  /** Whether the space bar presses what has the focus. */
  private static boolean isPressed(Object target) {
    return target instanceof ButtonBase || target instanceof TitledPane;
  }
}
