package org.rhobust.workbench.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class CopyDetailsTest {

  private final StringProperty text = new SimpleStringProperty("");
  private final Label label = new Label();

  @Test
  void aLineAboutAFailureHasAButtonThatCopiesItsDetails() {
    Lines.show(label, text);
    text.set("epsilon is no number");
    assertThat(label.getGraphic()).as("nothing failed").isNull();

    text.set(Failures.line(new IllegalStateException("the file is damaged; copy it again")));
    assertThat(label.getText()).isEqualTo("the file is damaged; copy it again");
    assertThat(((Button) label.getGraphic()).getText()).isEqualTo("Copy details");
    assertThat(Failures.details(label.getText()).orElseThrow()).contains("CopyDetailsTest");

    text.set("");
    assertThat(label.getGraphic()).isNull();
  }
}
