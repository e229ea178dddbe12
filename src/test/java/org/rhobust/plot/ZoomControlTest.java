package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZoomControlTest {

  private static final double[] XS = {0, 25, 50, 75, 100};

  private PlotView view;
  private Stage stage;
  private Box area;

  @BeforeEach
  void open() {
    act(
        () -> {
          view = new PlotView(plot(1));
          stage = new Stage();
          stage.setScene(new Scene(new StackPane(view), 400, 300));
          stage.show();
        });
    area = view.painted().area();
  }

  @AfterEach
  void close() {
    act(stage::close);
  }

  private static LinePlot.Builder curve(double height) {
    return LinePlot.builder("curve")
        .x(Axis.linear("step"))
        .y(Axis.linear("loss").range(0, 1))
        .series(
            Series.of("", ColorRole.CLEAN, XS, new double[] {height, height, 0, height, height}));
  }

  private static LinePlot plot(double height) {
    return curve(height).build();
  }

  /** Acts, and paints what came of it. */
  private void act(Runnable action) {
    Toolkit.call(
        () -> {
          action.run();
          view.getScene().getRoot().applyCss();
          view.getScene().getRoot().layout();
          view.paintIfNeeded();
          return null;
        });
  }

  private Domain x() {
    return view.painted().x().orElseThrow().domain();
  }

  private Domain y() {
    return view.painted().y().orElseThrow().domain();
  }

  private static Offset<Double> near(double by) {
    return Offset.offset(by);
  }

  private void dragAcross() {
    act(
        () ->
            Mouse.at(view, area.x() + area.width() / 4, area.middleY())
                .dragTo(area.middleX(), area.middleY() + 3));
  }

  private void press(KeyCode code) {
    act(
        () ->
            Event.fireEvent(
                view,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  @Test
  void aFlatDragZoomsXAlone() {
    dragAcross();

    assertThat(x().low()).isCloseTo(25, near(1e-6));
    assertThat(x().high()).isCloseTo(50, near(1e-6));
    assertThat(y()).isEqualTo(new Domain(0, 1, false));
  }

  @Test
  void aDragAcrossAndDownZoomsBothAxesWhicheverWayItGoes() {
    act(() -> Mouse.at(view, area.right(), area.middleY()).dragTo(area.middleX(), area.y()));

    assertThat(x().low()).isCloseTo(50, near(1e-6));
    assertThat(x().high()).isCloseTo(100, near(1e-6));
    assertThat(y().low()).isCloseTo(0.5, near(1e-6));
    assertThat(y().high()).isCloseTo(1, near(1e-6));
  }

  @Test
  void theZoomOutlivesNewDataUntilADoubleClick() {
    dragAcross();
    act(() -> view.setPlot(plot(0.5)));
    assertThat(x().low()).isCloseTo(25, near(1e-6));

    act(() -> Mouse.at(view, area.middleX(), area.middleY()).doubleClick());
    assertThat(x()).isEqualTo(new Domain(0, 100, false));
  }

  @Test
  void anotherAxisEndsTheZoom() {
    dragAcross();
    act(() -> view.setPlot(curve(1).x(Axis.linear("epoch")).build()));

    assertThat(x()).isEqualTo(new Domain(0, 100, false));
  }

  @Test
  void twoViewsThatZoomTogetherShowTheSamePart() {
    PlotView other = Toolkit.call(() -> new PlotView(plot(0.5)));
    act(() -> other.zoomWith(view));
    dragAcross();
    assertThat(((LinePlot) other.shown()).x()).isEqualTo(((LinePlot) view.shown()).x());
    assertThat(other.zoomed()).isTrue();
    assertThat(view.shownXProperty().get()).isEqualTo(x());

    act(other::fit);
    assertThat(x()).isEqualTo(new Domain(0, 100, false));
  }

  @Test
  void aShortDragIsNone() {
    act(() -> Mouse.at(view, area.middleX(), area.middleY()).dragTo(area.middleX() + 3, area.y()));

    assertThat(x()).isEqualTo(new Domain(0, 100, false));
  }

  @Test
  void besideAMarkerADragMovesItAndWithShiftItZooms() {
    List<Double> moves = new ArrayList<>();
    act(
        () -> {
          view.setPlot(curve(1).marker(Marker.draggable(10, "", ColorRole.THRESHOLD)).build());
          view.setOnDragX(moves::add);
        });
    area = view.painted().area();

    dragAcross();
    assertThat(moves).last().satisfies(x -> assertThat(x).isCloseTo(50, near(1e-6)));
    assertThat(x()).isEqualTo(new Domain(0, 100, false));

    moves.clear();
    act(
        () ->
            Mouse.at(view, area.middleX(), area.middleY())
                .withShift()
                .dragTo(area.right(), area.middleY()));
    assertThat(moves).isEmpty();
    assertThat(x().low()).isCloseTo(50, near(1e-6));
  }

  @Test
  void theKeysZoomMoveAndFit() {
    press(KeyCode.PLUS);
    assertThat(x()).isEqualTo(new Domain(25, 75, false));
    press(KeyCode.RIGHT);
    assertThat(x().low()).isCloseTo(35, near(1e-6));
    press(KeyCode.RIGHT);
    press(KeyCode.RIGHT);
    assertThat(x().high()).as("held at the end").isCloseTo(100, near(1e-6));
    press(KeyCode.MINUS);
    assertThat(x()).isEqualTo(new Domain(0, 100, false));

    press(KeyCode.PLUS);
    press(KeyCode.DIGIT0);
    assertThat(x()).isEqualTo(new Domain(0, 100, false));
  }

  @Test
  void picturesShowThePartAndDataAreWhole() {
    dragAcross();

    assertThat(((LinePlot) view.shown()).x().low()).isCloseTo(25, near(1e-6));
    assertThat(PlotCsv.of(view.getPlot())).contains("line,,100.0,1.0");
  }

  @Test
  void aHistogramDoesNotZoom() {
    act(() -> view.setPlot(SamplePlots.histogram(true)));
    Domain before = x();
    dragAcross();
    press(KeyCode.PLUS);

    assertThat(x()).isEqualTo(before);
  }
}
