package org.rhobust.workbench.steps;

import atlantafx.base.theme.Styles;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import org.rhobust.attack.PgdStep;
import org.rhobust.data.ImageSet;
import org.rhobust.service.AttackSteps;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Thumbnail;

/** One restart at the step that is looked at; a press walks through it. */
final class RestartButton {

  private static final double SIDE = 56;

  private final int restart;
  private final ImageView picture = Thumbnail.view(null, SIDE);
  private final ToggleButton button = new ToggleButton(null, picture);
  private PgdStep shown;

  /**
   * @param restart which start, from 0
   * @param choose told it when it is pressed
   */
  RestartButton(int restart, IntConsumer choose) {
    this.restart = restart;
    button.setContentDisplay(ContentDisplay.LEFT);
    button.setAlignment(Pos.CENTER_LEFT);
    button.getStyleClass().addAll(Styles.SMALL, "restart");
    button.setTooltip(new Tooltip("Walk through restart " + restart));
    button.setOnAction(
        e -> {
          button.setSelected(true);
          choose.accept(restart);
        });
  }

  ToggleButton node() {
    return button;
  }

  /** Shows the step; where this restart has fewer, its last. */
  void show(ShownStep looked) {
    AttackSteps walk = looked.restarts().restarts().get(restart);
    int index = Math.min(looked.index(), walk.steps().size() - 1);
    PgdStep step = walk.steps().get(index);
    button.setSelected(restart == looked.attack().restart());
    if (step != shown) {
      shown = step;
      ImageSet images = looked.images();
      picture.setImage(
          Thumbnail.of(walk.rounded(index), images.channels(), images.height(), images.width(), 2));
    }
    boolean best = restart == looked.restarts().best();
    button.setText(
        "Restart %d, step %d\npredicted %s, %s\nF = %s%s"
            .formatted(
                restart,
                index,
                looked.name(step.prediction()),
                Format.confidence(step.confidence()),
                Format.number(step.objective()),
                best ? ", best path" : ""));
    String words = button.getText().replace("\n", ", ");
    button.setAccessibleText("Walk through " + words);
    picture.setAccessibleText(words);
    // Numbers of another length move no other button.
    button.setMinWidth(Math.max(button.getMinWidth(), button.prefWidth(-1)));
  }
}
