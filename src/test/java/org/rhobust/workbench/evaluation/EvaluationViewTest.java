package org.rhobust.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.workbench.ViewFixture;

class EvaluationViewTest {

  private static final String SMALL_BATTERY =
      """
      [[attack]]
      attack = "pgd"
      steps = 3

      [[attack]]
      attack = "noise"
      norm = "linf"
      kind = "uniform"
      draws = 3
      """;

  @TempDir private Path folder;
  private ViewFixture window;

  @BeforeEach
  void open() throws Exception {
    window =
        new ViewFixture(
            context ->
                new EvaluationView(
                    context, () -> folder.resolve("evaluations"), () -> new Label("!")));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void evaluateSmallBattery() throws Exception {
    Path file = Files.writeString(folder.resolve("small.toml"), SMALL_BATTERY);
    window.selectModel(folder.resolve("model"));
    ComboBox<String> battery = window.find("battery");
    window.act(
        () -> {
          battery.getItems().add(file.toString());
          battery.setValue(file.toString());
        });
    window.await(() -> !window.find("evaluate").isDisabled());
    window.robot.clickOn("#evaluate");
    window.await(() -> window.find("evaluation-result").isVisible());
  }

  @Test
  void theEmptyViewHasTheButtonThatFillsIt() throws Exception {
    Button fill = window.find("fill-evaluation");
    assertThat(fill.getText()).isEqualTo("Train a model");
    window.act(fill::fire);
    assertThat(window.shown).containsExactly("training");

    window.selectModel(folder.resolve("model"));
    assertThat(fill.getText()).isEqualTo("Evaluate");
    window.await(() -> !fill.isDisabled());
    window.act(fill::fire);
    window.await(() -> window.find("cancel-evaluation").isVisible());
    window.act(window.<Button>find("cancel-evaluation")::fire);
  }

  @Test
  void showsVerdictFiguresAndTable() throws Exception {
    evaluateSmallBattery();

    assertThat(window.text("verdict-sentence")).startsWith("Not yet, because");
    assertThat(ViewFixture.fx(() -> ((Label) window.find("verdict-sentence")).getGraphic()))
        .as("the raised verdict carries its icon")
        .isNotNull();
    ComboBox<?> battery = window.find("battery");
    assertThat(battery.lookupAll(".list-cell"))
        .extracting(cell -> ((ListCell<?>) cell).getText())
        .contains("small.toml");
    assertThat(window.text("evaluation-origin")).contains("small", "15 images", "15 held-out");
    assertThat(window.text("figure-3")).as("RErr").endsWith("%");
    List<AttackRow> rows = rows();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).worst()).isTrue();
    assertThat(rows).extracting(AttackRow::family).containsExactly("", "iterative", "noise");
    assertThat(folder.resolve("evaluations/model-small/parts")).isNotEmptyDirectory();
  }

  @Test
  void theRateSetsTheThresholdOfAllViews() throws Exception {
    evaluateSmallBattery();
    String before = window.text("figure-0");
    ToggleButton most = window.find("rate-99-5");
    ToggleButton usual = window.find("rate-99");
    assertThat(usual.isSelected()).isTrue();

    window.act(() -> window.selection.thresholdProperty().set(Double.NaN));
    window.act(most::fire);
    window.await(() -> most.isSelected());

    assertThat(usual.isSelected()).isFalse();
    assertThat(window.selection.thresholdProperty().get()).isBetween(0.0, 1.0);
    assertThat(window.text("figure-0")).isEqualTo(before);
    window.act(most::fire);
    assertThat(most.isSelected()).as("pressed again").isTrue();
  }

  @Test
  void aWorstImageCanBeSelected() throws Exception {
    evaluateSmallBattery();
    HBox strip = window.find("worst");
    assertThat(strip.getChildren()).isNotEmpty();
    Button first = (Button) strip.getChildren().get(0);
    int index = Integer.parseInt(first.getAccessibleText().split(" ")[1]);

    window.act(() -> window.selection.imageProperty().set(-1));
    window.act(first::fire);

    assertThat(window.selection.imageProperty().get()).isEqualTo(index);
  }

  @Test
  void withoutAModelItTeachesAndTheButtonIsOff() {
    assertThat(window.find("evaluate").isDisabled()).isTrue();
    assertThat(window.find("evaluation-result").isVisible()).isFalse();
    assertThat(window.robot.lookup("Open a model, or start a training").tryQuery()).isPresent();
  }

  @Test
  void aBadNumberIsMarkedAndTheButtonIsOff() throws Exception {
    window.selectModel(folder.resolve("model"));
    TextField count = window.find("attacked-images");

    window.act(() -> count.setText("30"));

    assertThat(window.text("field-problem")).contains("images is 30", "1 to 15");
    assertThat(window.find("evaluate").isDisabled()).isTrue();
    assertThat(count.getPseudoClassStates()).extracting(Object::toString).contains("danger");
  }

  private List<AttackRow> rows() {
    return ViewFixture.fx(
        () -> {
          TableView<AttackRow> table =
              window
                  .robot
                  .lookup(".figure-table")
                  .<TableView<AttackRow>>queryAll()
                  .iterator()
                  .next();
          return List.copyOf(table.getItems());
        });
  }
}
