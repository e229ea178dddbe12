package org.rhobust.workbench.transition;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rhobust.plot.PlotView;
import org.rhobust.workbench.ViewFixture;

class TransitionViewTest {

  private final TransitionModel model = new TransitionModel();
  private ViewFixture window;

  @BeforeEach
  void open() throws Exception {
    window = new ViewFixture(context -> new TransitionView(model, context));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Bounds bounds(PlotView plot) {
    return ViewFixture.fx(() -> plot.localToScreen(plot.getBoundsInLocal()));
  }

  @Test
  void draggingTheMarkerMovesTheTarget() {
    Bounds area = bounds(window.plot("λ(δ)"));
    Point2D middle = new Point2D(area.getCenterX(), area.getCenterY());

    window.robot.drag(middle).dropTo(middle.add(60, 0));

    double distance = ViewFixture.fx(() -> model.distance().value());
    assertThat(distance).isGreaterThan(0.15);
    assertThat(window.plot("Target distribution").getPlot().title())
        .isEqualTo("Target distribution at ‖δ‖ = " + Figures.of(distance));
    assertThat(window.text("equation")).contains(Figures.of(distance) + "/0.3");
  }

  @Test
  void withShiftADragZoomsAndTheMarkerStays() {
    PlotView plot = window.plot("λ(δ)");
    Bounds area = bounds(plot);
    Point2D middle = new Point2D(area.getCenterX(), area.getCenterY());

    window.robot.press(KeyCode.SHIFT);
    window.robot.drag(middle).dropTo(middle.add(60, 0));
    window.robot.release(KeyCode.SHIFT);
    assertThat(ViewFixture.fx(() -> model.distance().value())).isEqualTo(0.03);

    // In the part that is looked at, the same place is another ‖δ‖.
    window.robot.clickOn(middle);
    double zoomed = ViewFixture.fx(() -> model.distance().value());
    window.robot.doubleClickOn(middle);
    window.robot.clickOn(middle);
    assertThat(zoomed).isNotEqualTo(ViewFixture.fx(() -> model.distance().value()));
  }

  @Test
  void theWheelAndTheKeysTurnRho() {
    window.robot.moveTo(window.plot("λ(δ)"));
    window.robot.scroll(2, VerticalDirection.UP);
    double turned = ViewFixture.fx(() -> model.rho().value());
    assertThat(turned).isNotEqualTo(12);

    window.robot.clickOn("#rho-slider .thumb").press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertThat(ViewFixture.fx(() -> model.rho().value())).isGreaterThan(turned);
  }

  @Test
  void aPinnedCurveIsListedWithItsLambdaAndCanBeRemoved() {
    window.robot.clickOn("#pin");
    window.act(() -> model.rho().setValue(1));
    VBox pins = window.find("pins");

    assertThat(pins.getChildren()).hasSize(1);
    assertThat(window.robot.lookup("power ρ 12, ε 0.3").tryQuery()).isPresent();
    assertThat(window.robot.lookup("λ = 0.282").tryQuery()).isPresent();

    Button remove = window.robot.lookup(".pin-remove").queryButton();
    window.act(remove::fire);
    assertThat(pins.getChildren()).isEmpty();
    assertThat(model.pinsProperty().get()).isEmpty();
  }

  @Test
  void closedItHearsNothingMore() {
    TransitionView[] view = new TransitionView[1];
    try (ViewFixture other = open(view)) {
      other.act(view[0]::close);
      String before = other.text("equation");
      other.act(() -> model.rho().setValue(3));
      assertThat(other.text("equation")).isEqualTo(before);
    }
  }

  private ViewFixture open(TransitionView[] view) {
    try {
      return new ViewFixture(
          context -> {
            view[0] = new TransitionView(model, context);
            return view[0];
          });
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
