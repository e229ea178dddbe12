package org.rhobust.workbench.training;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.training.LiveSetting;

/** Changes the training under way; there only while there is one. */
final class LivePane extends VBox {

  private final Subscription listening;

  LivePane(LiveModel model) {
    super(6);
    getStyleClass().add("card");
    setId("live");
    Label title = new Label("Change while it trains");
    title.getStyleClass().add("strong");
    getChildren().add(title);
    TextField rho = new TextField();
    rho.setId("live-rho");
    rho.disableProperty().bind(model.calibratesProperty().not());
    TextField rate = new TextField();
    rate.setId("live-rate");
    TextField steps = new TextField();
    steps.setId("live-steps");
    steps.disableProperty().bind(model.attacksProperty().not());
    listening =
        new FormRow()
            .number("ρ", model.input(LiveSetting.RHO), rho)
            .number("Learning rate", model.input(LiveSetting.LEARNING_RATE), rate)
            .number("Attack steps", model.input(LiveSetting.STEPS), steps)
            .addTo(this);
    List.of(rho, rate, steps).forEach(field -> field.setOnAction(event -> model.apply()));
    Button apply = new Button("Change from the next step on");
    apply.setId("live-apply");
    apply.setMaxWidth(Double.MAX_VALUE);
    apply.disableProperty().bind(model.changedProperty().not());
    apply.setOnAction(event -> model.apply());
    Label text = new Label();
    text.setId("live-text");
    text.setWrapText(true);
    text.setMinHeight(Label.USE_PREF_SIZE);
    text.getStyleClass().add("muted");
    FormFields.bindOptional(text, model.textProperty());
    getChildren().addAll(apply, text);
    visibleProperty().bind(model.activeProperty());
    managedProperty().bind(visibleProperty());
  }

  /** Ends what the model knows of the fields. */
  void close() {
    listening.unsubscribe();
  }
}
