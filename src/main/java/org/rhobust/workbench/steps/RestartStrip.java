package org.rhobust.workbench.steps;

import atlantafx.base.theme.Styles;
import java.util.function.IntConsumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import org.rhobust.attack.PgdStep;
import org.rhobust.data.ImageSet;
import org.rhobust.service.AttackRestarts;
import org.rhobust.service.AttackSteps;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Thumbnail;

/** The end of every restart side by side, each a button that walks through it. */
final class RestartStrip {

  private static final double SIDE = 56;

  private final FlowPane row;
  private final IntConsumer choose;
  private AttackRestarts shown;

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

  /** Shows the restarts of a finished attack; those of one under way change too fast. */
  void show(ShownStep step) {
    boolean several =
        !step.isEmpty() && step.restarts().finished() && step.restarts().restarts().size() > 1;
    row.setVisible(several);
    if (!several) {
      shown = null;
      row.getChildren().clear();
      return;
    }
    if (step.restarts() != shown) {
      shown = step.restarts();
      row.getChildren().setAll(shown.restarts().stream().map(walk -> button(step, walk)).toList());
    }
    for (int i = 0; i < row.getChildren().size(); i++) {
      ((ToggleButton) row.getChildren().get(i)).setSelected(i == step.attack().restart());
    }
  }

  private ToggleButton button(ShownStep shownStep, AttackSteps walk) {
    int end = walk.best();
    PgdStep step = walk.steps().get(end);
    ImageSet images = shownStep.images();
    ImageView picture =
        new ImageView(
            Thumbnail.of(walk.rounded(end), images.channels(), images.height(), images.width(), 2));
    picture.setFitHeight(SIDE);
    picture.setPreserveRatio(true);
    picture.setSmooth(false);
    boolean best = walk.restart() == shown.best();
    String outcome =
        "predicted %s, %s\nF = %s%s"
            .formatted(
                shownStep.name(step.prediction()),
                Format.confidence(step.confidence()),
                Format.number(step.objective()),
                best ? ", the lowest" : "");
    ToggleButton button =
        new ToggleButton("Restart %d\n%s".formatted(walk.restart(), outcome), picture);
    button.setContentDisplay(ContentDisplay.LEFT);
    button.getStyleClass().addAll(Styles.SMALL, "restart");
    button.setTooltip(new Tooltip("Walk through restart " + walk.restart()));
    button.setAccessibleText(
        "Walk through restart %d, %s".formatted(walk.restart(), outcome.replace('\n', ' ')));
    button.setOnAction(
        e -> {
          button.setSelected(true);
          choose.accept(walk.restart());
        });
    return button;
  }
}
