package org.rhobust.workbench.training;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.training.LiveSetting;
import org.rhobust.workbench.controls.Lines;

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
    Button apply = new Button("Change");
    apply.setId("live-apply");
    apply.disableProperty().bind(model.changedProperty().not());
    apply.setOnAction(event -> model.apply());
    FormRow attackSteps =
        new FormRow()
            .number("Attack steps", model.input(LiveSetting.STEPS), steps)
            .control("From the next step on", apply);
    listening =
        new FormRow()
            .number("ρ", model.input(LiveSetting.RHO), rho)
            .number("Learning rate", model.input(LiveSetting.LEARNING_RATE), rate)
            .addTo(this)
            .and(attackSteps.addTo(this));
    List.of(rho, rate, steps).forEach(field -> field.setOnAction(event -> model.apply()));
    Label text = new Label();
    text.setId("live-text");
    text.getStyleClass().add("muted");
    Lines.show(text, model.textProperty());
    getChildren().add(text);
    visibleProperty().bind(model.activeProperty());
    managedProperty().bind(visibleProperty());
  }

  /** Ends what the model knows of the fields. */
  void close() {
    listening.unsubscribe();
  }
}
