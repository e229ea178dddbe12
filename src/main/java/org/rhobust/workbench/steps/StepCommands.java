package org.rhobust.workbench.steps;

import java.util.List;
import java.util.function.Consumer;
import org.rhobust.workbench.Command;

/** What the command palette offers of the view; each brings it to the front first. */
record StepCommands(StepsModel model, BrowseModel browse, Playback playback, Runnable show) {

  List<Command> all(Consumer<StepFile> save) {
    return List.of(
        command("Next PGD step", "→", () -> model.goTo(model.stepProperty().get() + 1)),
        command("Previous PGD step", "←", () -> model.goTo(model.stepProperty().get() - 1)),
        command("First PGD step", "Home", () -> model.goTo(0)),
        command("Last PGD step", "End", () -> model.goTo(model.last())),
        command("Play or pause the PGD steps", "Space", this::playOrPause),
        command("Attack from a new random start", "", model::startAnew),
        command("Attack the next image of the filter", "", browse::next),
        command("Attack the previous image of the filter", "", browse::previous),
        command("Attack a random image of the filter", "", browse::random),
        command("Save the pictures of this PGD step", "", () -> save.accept(StepFile.PICTURES)),
        command(
            "Save the perturbation of this PGD step", "", () -> save.accept(StepFile.PERTURBATION)),
        command("Save the trace of this attack", "", () -> save.accept(StepFile.TRACE)));
  }

  void playOrPause() {
    playback.playingProperty().set(!playback.playingProperty().get());
  }

  private Command command(String title, String keys, Runnable action) {
    return new Command(
        title,
        keys,
        () -> {
          show.run();
          action.run();
        });
  }
}
