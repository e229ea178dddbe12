package org.rhobust.workbench.data;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.rhobust.data.augmentation.Augmentations;
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.NumberFields;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.controls.Lines;

/** A choice of augmentations and what they make of the images. */
final class PreviewPane {

  private final PreviewModel model = new PreviewModel();
  private final ObservableValue<Examples> examples;
  private final Executor painter;
  private final Executor ui;
  private final Parent root;

  private PreviewGrid grid;

  @FXML private FlowPane options;
  @FXML private HBox draws;
  @FXML private TextField seed;
  @FXML private Label seedProblem;
  @FXML private Label hint;
  @FXML private ScrollPane scroll;

  /**
   * @param examples the images; null while there are none
   * @param painter runs away from the JavaFX thread
   * @param ui runs on the JavaFX thread
   */
  PreviewPane(ObservableValue<Examples> examples, Executor painter, Executor ui) {
    this.examples = examples;
    this.painter = painter;
    this.ui = ui;
    root = ViewLoader.load("data-preview", this);
  }

  Parent root() {
    return root;
  }

  /** Keeps the choice and the seed. */
  Subscription keep(Memory memory) {
    Subscription all =
        memory.keepText("data.seed", "seed of the draw", model.seed().textProperty());
    for (Map.Entry<String, BooleanProperty> one : model.chosen().entrySet()) {
      String name = one.getKey();
      all =
          all.and(memory.keepFlag("data.augment-" + name, "augmentation " + name, one.getValue()));
    }
    return all;
  }

  @FXML
  private void initialize() {
    List<CheckBox> boxes =
        model.chosen().entrySet().stream()
            .map(entry -> box(entry.getKey(), entry.getValue()))
            .toList();
    options.getChildren().addAll(0, boxes);
    NumberFields.bind(seed, seedProblem, model.seed());
    Lines.show(hint, model.drawProperty().map(draw -> hint(draw.names())));
    grid = new PreviewGrid(scroll, examples, model.drawProperty(), painter, ui);
  }

  /** Whether a person can see it; nothing is augmented and painted until then. */
  void setVisible(boolean visible) {
    root.setVisible(visible);
    grid.setVisible(visible);
  }

  @FXML
  private void drawAgain() {
    model.drawAgain();
  }

  private static CheckBox box(String name, BooleanProperty chosen) {
    CheckBox box = new CheckBox(name);
    box.setId("augment-" + name);
    box.setTooltip(new Tooltip(Augmentations.description(name)));
    box.selectedProperty().bindBidirectional(chosen);
    return box;
  }

  private static String hint(List<String> names) {
    if (names.isEmpty()) {
      return "Nothing is changed: choose what training may change in an image that stays of its class.";
    }
    return names.contains("flip")
        ? "Leave out flip where left and right matter, as in digits."
        : "Each epoch draws anew, from the seed, the epoch and the image.";
  }
}
