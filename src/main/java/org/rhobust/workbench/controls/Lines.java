package org.rhobust.workbench.controls;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Lines of text that take no room while they say nothing. */
public final class Lines {

  private Lines() {}

  /**
   * Lets a label show a text, wrapped, and vanish while the text is empty. The details of a failure
   * can be copied.
   */
  public static void show(Label label, ObservableValue<String> text) {
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    CopyDetails.offer(label);
    label.textProperty().bind(text);
    label.visibleProperty().bind(Bindings.isNotEmpty(label.textProperty()));
    label.managedProperty().bind(label.visibleProperty());
  }
}
