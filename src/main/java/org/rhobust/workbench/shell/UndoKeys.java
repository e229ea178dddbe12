package org.rhobust.workbench.shell;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys of undo and redo. In a field whose text is a setting they are the window's, so that
 * typed numbers and dragged sliders are one history; any other field keeps its own.
 */
final class UndoKeys {

  static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination REDO_TOO =
      new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

  private final Scene scene;
  private final History history;
  private final Set<Node> settingFields = Collections.newSetFromMap(new WeakHashMap<>());

  private UndoKeys(Scene scene, History history) {
    this.scene = scene;
    this.history = history;
  }

  /** Lets the keys of a window undo and redo what a person changes in it. */
  static void install(Scene scene, Hands hands, SessionMemory memory) {
    UndoKeys keys = new UndoKeys(scene, memory.history());
    memory.watch(hands, keys::noted);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
  }

  private void noted() {
    Node focused = scene.getFocusOwner();
    if (focused instanceof TextInputControl) {
      settingFields.add(focused);
    }
  }

  private void pressed(KeyEvent event) {
    boolean undo = UNDO.match(event);
    boolean redo = REDO.match(event) || REDO_TOO.match(event);
    if (!undo && !redo || scene.getFocusOwner() instanceof TextInputControl field && owns(field)) {
      return;
    }
    event.consume();
    if (undo) {
      history.undo();
    } else {
      history.redo();
    }
  }

  private boolean owns(TextInputControl field) {
    return !settingFields.contains(field);
  }
}
