package org.rhobust.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.attack.PgdSettings;
import org.rhobust.plot.Plot;
import org.rhobust.service.AttackRestarts;
import org.rhobust.service.StepsRequest;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.ViewFixture;
import org.rhobust.workbench.controls.Failures;

class StepsViewTest {

  @TempDir Path folder;
  private ViewFixture window;
  private Path answer;

  @BeforeEach
  void open() throws Exception {
    window =
        new ViewFixture(
            context ->
                new StepsView(
                    context,
                    (owner, name, extension) ->
                        Optional.of(
                            answer == null ? folder.resolve("saved." + extension) : answer)));
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
    List<String> positions = new CopyOnWriteArrayList<>();
    ToggleButton play = window.find("play");
    window.act(
        () -> {
          window.<Label>find("position").textProperty().subscribe(text -> positions.add(text));
          play.fire();
        });
    window.await(() -> !play.isSelected());

    assertThat(positions).hasSize(1 + 41).endsWith("step 40 of 40");
    assertThat(positions.subList(1, 4))
        .containsExactly("step 0 of 40", "step 1 of 40", "step 2 of 40");
  }

  @Test
  void withoutAModelItTeachesAndOffersATraining() throws Exception {
    assertThat(window.find("empty").isVisible()).isTrue();
    assertThat(window.find("body").isVisible()).isFalse();
    assertThat(window.find("foot").isVisible()).isFalse();

    attack();
    assertThat(window.find("empty").isVisible()).isFalse();
    assertThat(window.find("body").isVisible()).isTrue();
  }

  @Test
  void theStepStaysWhenAnotherImageIsChosen() throws Exception {
    attack();
    window.act(() -> window.<Slider>find("slider").setValue(12));
    window.act(() -> window.<Button>find("nextImage").fire());
    window.await(() -> caption().contains("image 1 of") && !busy());

    assertThat(window.text("position")).isEqualTo("step 12 of 40");
  }

  @Test
  void theSpaceBarPlaysAndAHiddenViewRests() throws Exception {
    attack();
    window.act(() -> window.find("slider").requestFocus());
    window.robot.type(KeyCode.SPACE);
    assertThat(window.<ToggleButton>find("play").isSelected()).isTrue();
    window.robot.type(KeyCode.SPACE);
    assertThat(window.<ToggleButton>find("play").isSelected()).isFalse();

    window.robot.type(KeyCode.SPACE);
    ToggleButton play = window.find("play");
    Scene scene = play.getScene();
    Parent root = scene.getRoot();
    window.act(() -> scene.setRoot(new Pane()));
    assertThat(play.isSelected()).isFalse();
    window.act(() -> window.selection.imageProperty().set(2));
    assertThat(busy(root)).isFalse();
    window.act(() -> scene.setRoot(root));
    window.await(() -> caption().contains("image 2 of"));
  }

  @Test
  void restartsStandSideBySideAndOneIsChosen() throws Exception {
    attack();
    window.act(() -> window.<TitledPane>find("settings").setExpanded(true));
    window.act(
        () ->
            window.<TitledPane>find("settings").lookupAll(".text-field").stream()
                .map(TextField.class::cast)
                .filter(field -> field.getPrefColumnCount() == 3)
                .forEach(field -> field.setText("3")));
    window.await(() -> window.<FlowPane>find("restartRow").getChildren().size() == 3);

    ToggleButton last = (ToggleButton) window.<FlowPane>find("restartRow").getChildren().get(2);
    window.act(last::fire);
    assertThat(caption()).contains("restart 2");
    assertThat(last.isSelected()).isTrue();
  }

  @Test
  void everyRestartIsShownAtTheStepThatIsLookedAt() throws Exception {
    FlowPane row = ViewFixture.fx(FlowPane::new);
    RestartStrip strip = ViewFixture.fx(() -> new RestartStrip(row, restart -> {}));
    PgdSettings three =
        new PgdSettings("linf", 0.3, 4, 0.1, 0.9, 1.25, "confidence", null, "uniform", 3);
    AttackRestarts started =
        Samples.restarts(new StepsRequest("net", Samples.images(9), 0, three, 0), 4, false);

    window.act(() -> strip.show(new ShownStep(started, started.restarts().get(0), 1, 0.5)));
    List<String> first = texts(row);
    assertThat(row.isVisible()).as("while the attack is under way").isTrue();
    assertThat(first).hasSize(3).allSatisfy(text -> assertThat(text).contains("step 1\n"));
    assertThat(first.get(0)).contains("F = −0.25");
    assertThat(first.get(1)).contains("F = −0.125");
    Image before = picture(row);

    window.act(() -> strip.show(new ShownStep(started, started.restarts().get(1), 4, 0.5)));
    assertThat(texts(row).get(0)).contains("step 4", "F = −1, best path");
    assertThat(texts(row).get(1)).contains("step 4", "F = −0.5").doesNotContain("best");
    assertThat(picture(row)).isNotSameAs(before);
    assertThat(((ToggleButton) row.getChildren().get(1)).isSelected()).isTrue();
  }

  private static List<String> texts(FlowPane row) {
    return row.getChildren().stream().map(node -> ((ToggleButton) node).getText()).toList();
  }

  private static Image picture(FlowPane row) {
    return ((ImageView) ((ToggleButton) row.getChildren().get(0)).getGraphic()).getImage();
  }

  @Test
  void savesWhatTheCommandLineWouldAndSaysSo() throws Exception {
    attack();
    for (String extension : List.of("png", "npz", "csv")) {
      window.act(
          () ->
              window.<MenuButton>find("save").getItems().stream()
                  .filter(item -> item.getId().equals("save-" + extension))
                  .forEach(MenuItem::fire));
      Path file = folder.resolve("saved." + extension);
      window.await(() -> window.notices.contains("Saved " + file));
      assertThat(file).isNotEmptyFile();
    }
    assertThat(Files.readAllLines(folder.resolve("saved.csv"))).hasSize(42);

    Path blocked = Files.createDirectory(folder.resolve("other.png"));
    answer = blocked;
    window.act(() -> window.<MenuButton>find("save").getItems().get(0).fire());
    window.await(() -> !window.problems.isEmpty());
    assertThat(Failures.line(window.problems.get(0))).contains("not a regular");
    assertThat(window.notices).hasSize(3);
  }

  private String caption() {
    return window.plot("Original").getPlot().caption();
  }

  private boolean busy() {
    return window.find("busy").isVisible();
  }

  private static boolean busy(Parent root) {
    return root.lookup("#busy").isVisible();
  }
}
