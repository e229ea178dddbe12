package org.rhobust.workbench.direction;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.CopyDetails;

/** What stands in the place of a plot that there is none of, with the button that makes it. */
final class EmptyDirection {

  private static final double WIDTH = 520;

  private final DirectionModel model;
  private final WorkbenchContext context;
  private final Label teaches = new Label();
  private final Label why = new Label();
  private final Button fill = new Button();
  private final VBox root = new VBox(10, teaches, why, fill);

  EmptyDirection(DirectionModel model, WorkbenchContext context) {
    this.model = model;
    this.context = context;
    root.setAlignment(Pos.CENTER);
    root.getStyleClass().add("direction-empty");
    for (Label label : new Label[] {teaches, why}) {
      label.setWrapText(true);
      label.setMaxWidth(WIDTH);
      label.setMinHeight(Label.USE_PREF_SIZE);
    }
    CopyDetails.offer(why);
    fill.setId("fill-direction");
    fill.getStyleClass().add(Styles.ACCENT);
    fill.managedProperty().bind(fill.visibleProperty());
  }

  Node root() {
    return root;
  }

  /**
   * Says what would stand here.
   *
   * @param problem why it does not, with the cure; empty where it is on its way
   */
  void show(String problem) {
    root.setVisible(!problem.isEmpty());
    teaches.setText(model.fields().modeProperty().get().teaches());
    why.setText(problem);
    boolean none = context.selection().modelProperty().get() == null;
    fill.setText(none ? "Train a model" : "Compute");
    fill.setOnAction(
        e -> {
          if (none) {
            context.show().accept("training");
          } else {
            model.compute();
          }
        });
    fill.setVisible(none || model.canCompute());
  }
}
