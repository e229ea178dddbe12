package org.rhobust.workbench.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.plot.Domain;
import org.rhobust.plot.HeatMapPlot;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.PlotView;
import org.rhobust.plot.Series;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.RunState;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.ViewFixture;

class DirectionViewTest {

  @TempDir Path folder;
  private ViewFixture window;

  @BeforeEach
  void open() throws Exception {
    window = new ViewFixture(DirectionView::new);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private PlotView view() {
    return window.plot("Confidence");
  }

  private LinePlot plot() {
    return (LinePlot) view().getPlot();
  }

  private String caption() {
    return window.robot.lookup(".direction-caption").queryAs(Label.class).getText();
  }

  private TextField epsilon() {
    return (TextField)
        window.<Node>find("settings").lookupAll(".text-field").stream().findFirst().orElseThrow();
  }

  @Test
  void drawsTheDirectionOfARealModelAndFollowsImageAndEpsilon() throws Exception {
    window.selectModel(folder.resolve("model"));
    window.await(() -> !plot().isEmpty());
    assertThat(plot().series().get(0).name()).isEqualTo("true class ant");
    assertThat(plot().intervals().get(0).to()).isEqualTo(0.3);
    assertThat(plot().x().high()).isEqualTo(1.2);
    assertThat(caption()).contains("beyond ε");

    window.act(() -> window.selection.imageProperty().set(1));
    window.await(() -> plot().series().get(0).name().equals("true class bee"));

    window.act(() -> epsilon().setText("0"));
    window.await(() -> caption().startsWith("The attack did not move: ε is 0"));
    assertThat(plot().isEmpty()).isTrue();
  }

  @Test
  void itsPlotTellsThePersonWhatItCopied() throws Exception {
    window.selectModel(folder.resolve("model"));
    window.await(() -> !plot().isEmpty());
    window.act(
        () ->
            view()
                .fireEvent(
                    new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        "",
                        "",
                        KeyCode.CONTEXT_MENU,
                        false,
                        false,
                        false,
                        false)));
    window.act(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> "Copy data as text".equals(item.getText()))
                .toList()
                .forEach(MenuItem::fire));

    assertThat(window.notices).singleElement().asString().startsWith("Copied the data of");
  }

  @Test
  void whereThereIsNothingOneButtonFillsIt() throws Exception {
    Button fill = window.find("fill-direction");
    assertThat(fill.getText()).isEqualTo("Train a model");
    window.act(fill::fire);
    assertThat(window.shown).containsExactly("training");

    window.selectModel(folder.resolve("model"));
    window.await(() -> !plot().isEmpty());
    assertThat(fill.getParent().isVisible()).isFalse();

    ToggleButton many =
        window
            .robot
            .lookup(n -> n instanceof ToggleButton b && b.getText().equals("Many images"))
            .queryAs(ToggleButton.class);
    window.act(many::fire);
    window.await(() -> fill.getParent().isVisible());
    assertThat(fill.getText()).isEqualTo("Compute");
    window.act(fill::fire);
    window.await(() -> !fill.getParent().isVisible());
  }

  @Test
  void theImagesStandUnderTheirDistancesAndShowLargeUnderThePointer() throws Exception {
    window.selectModel(folder.resolve("model"));
    window.await(() -> !plot().isEmpty());
    window.await(() -> view().dataAreaProperty().get().getWidth() > 100);
    ImageRow row = window.robot.lookup(".direction-images").queryAs(ImageRow.class);
    window.await(() -> row.getChildrenUnmodifiable().size() > 4);

    var area = view().dataAreaProperty().get();
    Node atEpsilon =
        row.getChildrenUnmodifiable().stream()
            .filter(item -> Math.abs((double) item.getUserData() - 0.3) < 1e-9)
            .findFirst()
            .orElseThrow();
    double middle = atEpsilon.getBoundsInParent().getCenterX();
    assertThat(middle)
        .isBetween(
            area.getMinX() + area.getWidth() / 4 - 3, area.getMinX() + area.getWidth() / 4 + 3);
    Node picture = atEpsilon.lookup("ImageView");
    assertThat(picture.getAccessibleRole()).isEqualTo(AccessibleRole.IMAGE_VIEW);
    assertThat(picture.getAccessibleText()).contains("‖δ‖ = 0.3", "confidence");

    window.robot.moveTo(view());
    Node card = window.robot.lookup(".popup-card").query();
    window.await(card::isVisible);
    assertThat(((Label) card.lookup(".label")).getText()).contains("class", "confidence");
  }

  @Test
  void twoPanelsZoomAsOneAndTheImagesFollow() throws Exception {
    window.selectModel(folder.resolve("left"));
    ModelInfo first = window.selection.modelProperty().get();
    window.selectModel(folder.resolve("right"));
    window.act(() -> window.selection.comparedProperty().set(first));
    window.await(() -> views().size() == 2);
    window.await(() -> views().stream().noneMatch(view -> view.getPlot().isEmpty()));
    window.await(() -> views().get(1).shownXProperty().get().high() > 1.1);
    PlotView left = views().get(0);
    Bounds area = ViewFixture.fx(() -> left.localToScreen(left.dataAreaProperty().get()));

    window
        .robot
        .drag(new Point2D(area.getCenterX(), area.getCenterY()))
        .dropTo(new Point2D(area.getMaxX() - 2, area.getCenterY()));
    window.await(() -> views().stream().allMatch(v -> v.shownXProperty().get().low() > 0.5));

    Domain range = left.shownXProperty().get();
    assertThat(views().get(1).shownXProperty().get()).isEqualTo(range);
    ImageRow row = window.robot.lookup(".direction-images").queryAs(ImageRow.class);
    Bounds data = left.dataAreaProperty().get();
    assertThat(row.getChildrenUnmodifiable())
        .isNotEmpty()
        .allSatisfy(
            item -> {
              double share = range.share((double) item.getUserData());
              assertThat(share).isBetween(0.0, 1.0);
              assertThat(item.getBoundsInParent().getCenterX())
                  .isCloseTo(data.getMinX() + share * data.getWidth(), within(2.0));
            });
  }

  private List<PlotView> views() {
    return window.robot.lookup(".plot-view").queryAllAs(PlotView.class).stream().toList();
  }

  @Test
  void aPlaneIsDrawnWithThePathOfTheAttack() throws Exception {
    window.selectModel(folder.resolve("model"));
    window.await(() -> !plot().isEmpty());

    window.robot.clickOn(
        window
            .robot
            .lookup(n -> n instanceof ToggleButton b && b.getText().equals("Plane"))
            .<Node>query());
    window.await(() -> view().getPlot() instanceof HeatMapPlot map && !map.isEmpty());

    HeatMapPlot map = (HeatMapPlot) view().getPlot();
    assertThat(map.curves()).extracting(Series::name).contains("PGD path");
    assertThat(caption()).contains("In this plane");
  }

  @Test
  void manyImagesAreComputedOnRequest() throws Exception {
    window.selectModel(folder.resolve("model"));
    window.await(() -> !plot().isEmpty());
    window.robot.clickOn(
        window
            .robot
            .lookup(n -> n instanceof ToggleButton b && b.getText().equals("Many images"))
            .<Node>query());
    window.act(() -> ((TextField) window.find("count")).setText("7"));
    window.act(() -> ((Button) window.find("compute")).fire());
    window.await(() -> plot().bands().size() == 2);
    assertThat(caption()).contains("first 7 test images");
  }

  @Test
  void anErrorStandsInThePlotsPlace() throws Exception {
    window.act(
        () -> {
          window.selection.imagesProperty().set(Samples.images(9));
          window.selection.modelProperty().set(Samples.model("gone", false));
        });
    window.await(() -> plot().accessibleText().contains("'gone' is not open"));
  }

  @Test
  void whileTheNetworkTrainsTheProbesAttackIsNamedAndTheFieldsRest() {
    assertThat(plot().accessibleText()).contains("Open a model");
    window.act(
        () -> {
          window.selection.imagesProperty().set(Samples.images(9));
          window.selection.modelProperty().set(Samples.model("live", true));
          window.snapshot.set(Samples.training(RunState.RUNNING, 5, 0));
        });

    assertThat(window.text("liveNote")).contains("Live", "20 steps");
    assertThat(plot().series()).hasSize(2);
    assertThat(epsilon().isDisabled()).isTrue();
  }
}
