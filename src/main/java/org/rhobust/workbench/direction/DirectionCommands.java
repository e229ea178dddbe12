package org.rhobust.workbench.direction;

import java.util.List;
import org.rhobust.evaluation.DirectionKind;
import org.rhobust.workbench.Command;

/** What the view adds to the command palette. */
final class DirectionCommands {

  private DirectionCommands() {}

  /** The commands. */
  static List<Command> of(DirectionModel model, ComparedModel compare) {
    return List.of(
        show("Show the direction of one image", model, Mode.IMAGE),
        show("Show the directions of many images", model, Mode.MANY),
        show("Show the plane of the direction", model, Mode.PLANE),
        new Command("Pin this model to compare others with it", "", compare::pin),
        new Command(
            "Compare with no other model",
            "",
            () -> compare.chosenProperty().set(ComparedModel.NOTHING)),
        new Command(
            "Draw the line to the next image of another class",
            "",
            () -> {
              model.fields().kindProperty().set(DirectionKind.BETWEEN);
              model.nextOther();
            }));
  }

  private static Command show(String title, DirectionModel model, Mode mode) {
    return new Command(title, "", () -> model.fields().modeProperty().set(mode));
  }
}
