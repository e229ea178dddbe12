package org.rhobust.workbench.steps;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.layout.FlowPane;

/** Every restart at the step that is looked at, side by side. */
final class RestartStrip {

  private final FlowPane row;
  private final IntConsumer choose;
  private List<RestartButton> buttons = List.of();

  /**
   * @param row is filled with buttons, and vanishes where there is one start only
   * @param choose told the restart that is pressed
   */
  RestartStrip(FlowPane row, IntConsumer choose) {
    this.row = row;
    this.choose = choose;
    row.managedProperty().bind(row.visibleProperty());
    row.setVisible(false);
  }

  /** Shows the restarts, also of an attack that is under way. */
  void show(ShownStep shown) {
    int count = shown.isEmpty() ? 0 : shown.restarts().restarts().size();
    row.setVisible(count > 1);
    if (count < 2) {
      return;
    }
    if (count != buttons.size()) {
      buttons = IntStream.range(0, count).mapToObj(i -> new RestartButton(i, choose)).toList();
      row.getChildren().setAll(buttons.stream().map(RestartButton::node).toList());
    }
    buttons.forEach(button -> button.show(shown));
  }
}
