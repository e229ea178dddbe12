package org.rhobust.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.rhobust.workbench.Command;

/** All that the window itself can do: its shortcuts, and what the palette and the sheet offer. */
final class WindowCommands {

  private final WorkbenchWindow window;
  private final Palette palette;
  private final HelpSheet help;
  private final List<WindowCommand> fixed = new ArrayList<>();

  /**
   * @param layer lies over the window's content
   */
  WindowCommands(WorkbenchWindow window, Layer layer) {
    this.window = window;
    palette = new Palette(this::now, layer);
    help = new HelpSheet(this::now, layer);
    addViews();
    addTraining();
    addFiles();
    addLooks();
  }

  /** Gives a window its shortcuts. */
  void install(Scene scene) {
    for (WindowCommand command : fixed) {
      if (command.keys() != null) {
        scene.getAccelerators().put(command.keys(), command.action());
      }
    }
    // The key of + needs Shift on some keyboards and has a name of its own on others.
    for (KeyCode plus : List.of(KeyCode.PLUS, KeyCode.ADD)) {
      put(scene, plus, () -> window.looks().resizeText(true));
    }
    put(scene, KeyCode.SUBTRACT, () -> window.looks().resizeText(false));
    put(scene, KeyCode.NUMPAD0, window.looks()::resetText);
  }

  /** The sheet of keys, gestures and terms. */
  HelpSheet help() {
    return help;
  }

  /** What can be done now, with what the views offer and what was opened before. */
  List<Command> now() {
    List<Command> all = new ArrayList<>();
    addHistory(all);
    fixed.forEach(command -> all.add(command.command()));
    all.addAll(window.context().commands());
    for (RecentFile file : window.opening().recent().files()) {
      all.add(new Command("Open again: " + file.title(), "", () -> window.opening().again(file)));
    }
    for (String device : window.device().offers()) {
      String title =
          "Compute on: " + DeviceChoice.title(device, window.engine().statusProperty().get());
      all.add(new Command(title, "", () -> window.device().choose(device)));
    }
    for (Glossary.Term term : Glossary.TERMS) {
      all.add(new Command("What is: " + term.name(), "", () -> help.show(term)));
    }
    return all;
  }

  private void addHistory(List<Command> all) {
    History history = window.history();
    String undo = history.undoWordsProperty().get();
    String redo = history.redoWordsProperty().get();
    all.add(
        new Command(
            undo.isEmpty() ? "Undo (nothing yet)" : "Undo " + undo,
            WindowCommand.words(UndoKeys.UNDO),
            history::undo));
    all.add(
        new Command(
            redo.isEmpty() ? "Redo (nothing yet)" : "Redo " + redo,
            WindowCommand.words(UndoKeys.REDO),
            history::redo));
  }

  private void addViews() {
    for (int i = 0; i < Views.ALL.size(); i++) {
      Views.Entry entry = Views.ALL.get(i);
      KeyCode digit = KeyCode.valueOf("DIGIT" + (i + 1));
      add("Show " + entry.title(), digit, () -> window.show(entry.name()));
    }
    add("Close this view", KeyCode.W, window::closeView);
    add("Find a command", KeyCode.K, palette::toggle);
    fixed.add(
        new WindowCommand(
            "Show keys, gestures and terms", new KeyCodeCombination(KeyCode.F1), help::show));
  }

  private void addTraining() {
    add("Start a training", KeyCode.ENTER, () -> window.training().start());
    add("Pause or resume the training", KeyCode.P, () -> window.training().pauseOrResume());
    add("Stop the training", KeyCode.PERIOD, () -> window.training().stop());
  }

  private void addFiles() {
    add("Predict pictures…", KeyCode.O, () -> window.opening().choosePictures());
    fixed.add(
        new WindowCommand(
            "Open a model directory…",
            new KeyCodeCombination(
                KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
            () -> window.opening().chooseModel()));
    fixed.add(
        WindowCommand.of("Open a TorchScript model…", () -> window.opening().chooseTorchScript()));
    fixed.add(WindowCommand.of("Open a run…", () -> window.opening().chooseRun()));
    fixed.add(WindowCommand.of("Clear the recent files", () -> window.opening().recent().clear()));
  }

  private void addLooks() {
    add("Larger text", KeyCode.EQUALS, () -> window.looks().resizeText(true));
    add("Smaller text", KeyCode.MINUS, () -> window.looks().resizeText(false));
    add("Text of the usual size", KeyCode.DIGIT0, window.looks()::resetText);
    for (Theme.Choice choice : Theme.Choice.values()) {
      fixed.add(WindowCommand.of("Theme: " + choice.title(), () -> window.looks().choose(choice)));
    }
    add("Close the window", KeyCode.Q, window::close);
  }

  private void add(String title, KeyCode key, Runnable action) {
    fixed.add(WindowCommand.of(title, key, action));
  }

  private static void put(Scene scene, KeyCode key, Runnable action) {
    scene
        .getAccelerators()
        .put(
            new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
            action);
  }
}
