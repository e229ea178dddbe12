package org.rhobust.workbench.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.PlotView;
import org.rhobust.service.RunState;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.ViewFixture;

class HistogramViewTest {

  @TempDir Path folder;
  private ViewFixture window;

  @BeforeEach
  void open() throws Exception {
    window = new ViewFixture(HistogramView::new);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void evaluate() throws Exception {
    window.selectModel(folder.resolve("model"));
    TextField count = window.robot.lookup(".text-field").nth(0).queryAs(TextField.class);
    TextField iterations = window.robot.lookup(".text-field").nth(1).queryAs(TextField.class);
    window.act(
        () -> {
          count.setText("20");
          iterations.setText("5");
        });
    window.robot.clickOn("#evaluate");
    window.await(() -> window.text("origin").contains("held-out"));
  }

  @Test
  void draggingTheThresholdChangesTheFigures() throws Exception {
    evaluate();
    assertThat(window.text("origin"))
        .contains("20 test images", "6 attacks of up to 28 points", "10 held-out");
    PlotView plot = window.plot("Test confidences");
    Bounds bounds = ViewFixture.fx(() -> plot.localToScreen(plot.getBoundsInLocal()));
    Point2D middle = new Point2D(bounds.getCenterX(), bounds.getCenterY());

    window.robot.drag(middle).dropTo(new Point2D(bounds.getMaxX() - 14, bounds.getCenterY()));
    double high = ViewFixture.fx(() -> window.selection.thresholdProperty().get());
    assertThat(high).isGreaterThan(0.9);
    assertThat(window.text("figure-1")).isEqualTo("0.0 %");
    assertThat(window.text("figure-3")).isEqualTo("0.0 %");
    assertThat(window.text("examplesTitle")).startsWith("None of the 20");

    window.robot.drag(middle).dropTo(new Point2D(bounds.getMinX() + 60, bounds.getCenterY()));
    assertThat(ViewFixture.fx(() -> window.selection.thresholdProperty().get())).isLessThan(0.3);
    assertThat(window.text("figure-1")).isEqualTo("100.0 %");
    assertThat(window.text("figure-3")).isNotEqualTo("0.0 %");
  }

  @Test
  void anImageThatGetsThroughCanBeSelectedAndWalkedThrough() throws Exception {
    evaluate();
    window.act(() -> window.selection.thresholdProperty().set(0));
    window.act(() -> window.selection.imageProperty().set(-1));
    Node tile = window.robot.lookup("#gridArea .image-tile").query();
    Node picture = tile.lookup("ImageView");
    assertThat(picture.getAccessibleRole()).isEqualTo(AccessibleRole.IMAGE_VIEW);
    int index = Integer.parseInt(picture.getAccessibleText().split(" ")[1]);

    window.robot.doubleClickOn(tile);
    assertThat(window.selection.imageProperty().get()).isEqualTo(index);
    assertThat(window.shown).containsExactly("steps");

    window.robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertThat(window.selection.imageProperty().get()).isNotEqualTo(index);
    window.robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    assertThat(window.shown).hasSize(2);
  }

  @Test
  void aTileOfTheSelectedImageLeavesADroppedPicture() {
    train();
    Node tile = window.robot.lookup("#gridArea .image-tile").query();
    int index = Integer.parseInt(tile.lookup("ImageView").getAccessibleText().split(" ")[1]);
    window.act(() -> window.selection.imageProperty().set(index));
    window.act(() -> window.selection.pictureProperty().set(Samples.images(1)));

    window.robot.clickOn(window.robot.lookup("#gridArea .image-tile").<Node>query());

    assertThat(window.selection.imageProperty().get()).isEqualTo(index);
    assertThat(window.selection.pictureProperty().get()).isNull();
  }

  @Test
  void whatTheFocusedSliderShowsIsNoChoiceOfThePersons() {
    train();
    window.act(() -> window.selection.thresholdProperty().set(0.99));
    window.act(() -> window.find("slider").requestFocus());

    window.act(() -> window.selection.thresholdProperty().set(Double.NaN));
    assertThat(window.selection.thresholdProperty().get()).isNaN();

    window.robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertThat(window.selection.thresholdProperty().get()).isNotNaN();
  }

  @Test
  void theUpKeyShowsTheImagesOfTheLastBin() {
    train();
    window.act(() -> window.plot("Test confidences").requestFocus());
    window.robot.press(KeyCode.UP).release(KeyCode.UP);

    assertThat(window.text("examplesTitle")).startsWith("Confidence 0.975 to 1:");
    assertThat(window.selection.thresholdProperty().get()).isNaN();
  }

  @Test
  void aClickOnABarShowsItsImagesAndLeavesTheThreshold() throws Exception {
    evaluate();
    window.act(() -> window.selection.thresholdProperty().set(0.9));
    PlotView plot = window.plot("Test confidences");

    window.robot.clickOn(plot);

    assertThat(window.text("examplesTitle")).startsWith("Confidence 0.").contains("clean and");
    assertThat(ViewFixture.fx(() -> window.selection.thresholdProperty().get())).isEqualTo(0.9);
  }

  @Test
  void theRocCurveHasThePointOfTheThreshold() {
    train();
    window.act(() -> window.selection.thresholdProperty().set(0.75));

    LinePlot roc = (LinePlot) window.plot("ROC").getPlot();
    assertThat(roc.points()).hasSize(2);
    assertThat(roc.points().get(0).ys().get(0)).as("of all four clean").isEqualTo(0.75);
    assertThat(roc.points().get(0).xs().get(0)).as("of the one success").isEqualTo(0);
  }

  private void train() {
    window.act(
        () -> {
          window.selection.imagesProperty().set(Samples.images(9));
          window.selection.modelProperty().set(Samples.model("live", true));
          window.snapshot.set(Samples.training(RunState.RUNNING, 5, 0));
        });
  }

  @Test
  void withoutAModelItTeachesAndTheButtonIsOff() {
    assertThat(window.text("emptyText")).contains("before and after attacks", "Open a model");
    window.robot.clickOn("#fill");
    assertThat(window.shown).containsExactly("training");
    assertThat(window.find("evaluate").isDisabled()).isTrue();
    assertThat(window.find("results").isVisible()).isFalse();
  }

  @Test
  void theTrainingsGlimpseSaysThatItFlatters() {
    train();

    assertThat(window.text("origin")).contains("flatters the model; press Evaluate");
    assertThat(window.text("figure-0")).isEqualTo("0.50");
    assertThat(window.text("examplesTitle")).startsWith("2 of 4");
  }

  @Test
  void theTextOfItsPlotsGrowsWithTheWindows() {
    train();
    window.act(() -> window.textScale.set(1.5));

    assertThat(window.plot("Test confidences").textScaleProperty().get()).isEqualTo(1.5);
    assertThat(window.plot("ROC").textScaleProperty().get()).isEqualTo(1.5);
  }

  @Test
  void aBadBudgetIsMarkedAndTheButtonIsOff() throws Exception {
    window.selectModel(folder.resolve("model"));
    TextField count = window.robot.lookup(".text-field").nth(0).queryAs(TextField.class);

    window.act(() -> count.setText("30"));
    assertThat(window.text("fieldProblem")).contains("images is 30", "1 to 29");
    assertThat(window.find("evaluate").isDisabled()).isTrue();
    assertThat(count.getPseudoClassStates()).extracting(Object::toString).contains("danger");
  }
}
