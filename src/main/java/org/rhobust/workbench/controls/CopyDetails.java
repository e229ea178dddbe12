package org.rhobust.workbench.controls;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Puts a button beside a line about a failure that copies its details. */
public final class CopyDetails {

  private CopyDetails() {}

  /** Offers it while the label's text is the line of one of the {@link Failures}. */
  public static void offer(Label label) {
    label.textProperty().subscribe(line -> show(label, line));
  }

  private static void show(Label label, String line) {
    if (Failures.details(line).isEmpty()) {
      label.setGraphic(null);
    } else {
      Button copy = new Button("Copy details");
      copy.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
      copy.setMinWidth(Button.USE_PREF_SIZE);
      copy.setOnAction(e -> Failures.details(line).ifPresent(CopyDetails::copy));
      label.setContentDisplay(ContentDisplay.RIGHT);
      label.setGraphic(copy);
    }
  }

  /** Puts a text on the system's clipboard. */
  public static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
