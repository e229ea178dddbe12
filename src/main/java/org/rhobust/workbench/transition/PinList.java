package org.rhobust.workbench.transition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rhobust.plot.PlotTheme;
import org.rhobust.threat.Norm;

/** The pinned curves in their colours, each with its λ at the marker and a button to remove it. */
final class PinList {

  private final VBox box;
  private final Consumer<Pin> remove;

  /** The labels of those that are drawn; only they change while the marker is dragged. */
  private final Map<Pin, Label> lambdas = new LinkedHashMap<>();

  /**
   * @param box is filled with a row a pin
   * @param remove told the pin to take away
   */
  PinList(VBox box, Consumer<Pin> remove) {
    this.box = box;
    this.remove = remove;
  }

  void show(List<Pin> pins, Norm shown, PlotTheme theme) {
    lambdas.clear();
    box.getChildren().setAll(pins.stream().map(pin -> row(pin, shown, theme)).toList());
    box.setVisible(!pins.isEmpty());
    box.setManaged(!pins.isEmpty());
  }

  /** Shows each curve's λ at ‖δ‖. */
  void tell(double distance) {
    lambdas.forEach(
        (pin, label) -> label.setText("λ = " + Figures.of(pin.transition().lambda(distance))));
  }

  private HBox row(Pin pin, Norm shown, PlotTheme theme) {
    Region swatch = new Region();
    swatch.getStyleClass().add("pin-swatch");
    swatch.setStyle("-fx-background-color: " + theme.color(pin.role()).hex());
    boolean drawn = pin.norm().equals(shown);
    Label name = new Label(drawn ? pin.name() : pin.name() + " in " + pin.norm().symbol());
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label value = new Label("not drawn");
    value.setMinWidth(Region.USE_PREF_SIZE);
    if (drawn) {
      lambdas.put(pin, value);
    }
    Button button = new Button("×");
    button.getStyleClass().addAll("flat", "pin-remove");
    button.setAccessibleText("Remove the pinned curve " + pin.name());
    button.setOnAction(e -> remove.accept(pin));
    HBox row = new HBox(6, swatch, name, value, button);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
