package org.rhobust.workbench.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.rhobust.workbench.Command;

/**
 * Something that the window itself can do.
 *
 * @param title in the imperative
 * @param keys its shortcut; null for none
 */
record WindowCommand(String title, KeyCodeCombination keys, Runnable action) {

  /** With Ctrl, or Cmd on a Mac. */
  static WindowCommand of(String title, KeyCode key, Runnable action) {
    return new WindowCommand(
        title, new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
  }

  /** Without a shortcut. */
  static WindowCommand of(String title, Runnable action) {
    return new WindowCommand(title, null, action);
  }

  /** As the palette shows it. */
  Command command() {
    return new Command(title, keys == null ? "" : words(keys), action);
  }

  /** Such as "Ctrl/Cmd + Shift + Z". */
  static String words(KeyCombination keys) {
    KeyCodeCombination combination = (KeyCodeCombination) keys;
    StringBuilder words = new StringBuilder();
    if (keys.getShortcut() == KeyCombination.ModifierValue.DOWN) {
      words.append("Ctrl/Cmd + ");
    }
    if (keys.getShift() == KeyCombination.ModifierValue.DOWN) {
      words.append("Shift + ");
    }
    return words
        .append(
            switch (combination.getCode()) {
              case PERIOD -> ".";
              case EQUALS, PLUS -> "+";
              case MINUS -> "−";
              default -> combination.getCode().getName();
            })
        .toString();
  }
}
