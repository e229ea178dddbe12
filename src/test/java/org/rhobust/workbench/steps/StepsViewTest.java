package org.rhobust.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.plot.Plot;
import org.rhobust.workbench.ViewFixture;

class StepsViewTest {

  @TempDir Path folder;
  private ViewFixture window;

  @BeforeEach
  void open() throws Exception {
    window = new ViewFixture(StepsView::new);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void attack() throws Exception {
    window.selectModel(folder.resolve("model"));
    window.await(() -> window.text("position").equals("step 40 of 40"));
  }

  @Test
  void theArrowKeysChangeThePicturesAndTheWords() throws Exception {
    attack();
    window.act(() -> window.find("slider").requestFocus());
    Plot end = window.plot("Adversarial").getPlot();

    window.robot.type(KeyCode.LEFT);
    assertThat(window.text("position")).isEqualTo("step 39 of 40");
    assertThat(window.text("stepWords")).startsWith("Step 39 of 40");

    window.robot.type(KeyCode.HOME);
    assertThat(window.text("stepWords")).startsWith("Start (zero): ‖δ‖ = 0");
    assertThat(window.plot("Adversarial").getPlot()).isNotEqualTo(end);

    window.robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
    assertThat(window.text("stepWords")).startsWith("Step 2 of 40");
    assertThat(window.<Slider>find("slider").getValue()).isEqualTo(2);
    assertThat(window.plot("Objective").getPlot().handle()).hasValue(2);

    window.robot.type(KeyCode.END);
    assertThat(window.text("position")).isEqualTo("step 40 of 40");
  }

  @Test
  void theThresholdDecidesWhetherTheImageIsRejected() throws Exception {
    attack();
    assertThat(window.text("imageWords")).contains("without a threshold");

    window.act(() -> window.selection.thresholdProperty().set(1));
    assertThat(window.text("imageWords")).contains("would be rejected");
    window.act(() -> window.selection.thresholdProperty().set(0));
    assertThat(window.text("imageWords")).contains("passes");
  }

  @Test
  void aBadValueMarksItsFieldAndTheArrowKeysStayInIt() throws Exception {
    attack();
    window.act(() -> window.<TitledPane>find("settings").setExpanded(true));
    TextField steps = window.robot.lookup(".text-field").nth(1).queryAs(TextField.class);
    window.robot.clickOn(steps).type(KeyCode.END).type(KeyCode.LEFT).write("x");

    assertThat(steps.getText()).isEqualTo("4x0");
    assertThat(steps.getPseudoClassStates()).extracting(Object::toString).contains("danger");
    assertThat(window.text("position")).isEqualTo("step 40 of 40");

    window.robot.type(KeyCode.BACK_SPACE).type(KeyCode.BACK_SPACE).write("2");
    window.await(() -> window.text("position").equals("step 20 of 20"));
    assertThat(steps.getPseudoClassStates()).extracting(Object::toString).doesNotContain("danger");
  }

  @Test
  void playRunsFromTheStartToTheEnd() throws Exception {
    attack();
    window.act(() -> window.<ToggleButton>find("play").fire());
    window.await(() -> !window.text("position").equals("step 40 of 40"));
    window.await(() -> window.text("position").startsWith("step 2 of"));
    window.act(() -> window.<ToggleButton>find("play").fire());
    String paused = window.text("position");
    assertThat(paused).isNotEqualTo("step 40 of 40");
    assertThat(window.text("position")).isEqualTo(paused);
  }

  @Test
  void withoutAModelItSaysWhatToDo() {
    assertThat(window.text("problem")).contains("Open a model");
    assertThat(window.find("transportRow").isDisabled()).isTrue();
    assertThat(window.text("stepWords")).isEmpty();
  }
}
