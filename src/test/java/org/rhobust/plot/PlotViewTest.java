package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.data.DataException;

class PlotViewTest {

  private PlotView view;
  private StackPane root;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    Toolkit.call(
        () -> {
          view = new PlotView(SamplePlots.histogram(false));
          root = new StackPane(view);
          stage = new Stage();
          stage.setScene(new Scene(root, 400, 300));
          stage.show();
          return null;
        });
    pulses();
  }

  @AfterEach
  void close() throws Exception {
    Toolkit.call(
        () -> {
          stage.close();
          return null;
        });
  }

  private void act(Runnable action) {
    Toolkit.call(
        () -> {
          action.run();
          return null;
        });
  }

  /** Waits until two pulses have come and gone. */
  private void pulses() throws Exception {
    for (int i = 0; i < 2; i++) {
      CompletableFuture<Void> pulse = new CompletableFuture<>();
      AtomicReference<Runnable> listener = new AtomicReference<>();
      Scene scene = stage.getScene();
      act(
          () -> {
            listener.set(() -> pulse.complete(null));
            scene.addPostLayoutPulseListener(listener.get());
            Platform.requestNextPulse();
          });
      pulse.get(20, TimeUnit.SECONDS);
      act(() -> scene.removePostLayoutPulseListener(listener.get()));
    }
  }

  @Test
  void manyPlotsBetweenTwoPulsesArePaintedOnce() throws Exception {
    long before = view.paintings();
    act(
        () -> {
          for (int i = 0; i < 100; i++) {
            view.setPlot(SamplePlots.bars());
          }
          assertThat(view.paintings()).isEqualTo(before);
        });
    pulses();
    assertThat(view.paintings()).isEqualTo(before + 1);
    pulses();
    assertThat(view.paintings()).isEqualTo(before + 1);
  }

  @Test
  void tellsWhereTheDataLieAndWhichXThePointerIsOver() throws Exception {
    List<Double> heard = new ArrayList<>();
    act(
        () -> {
          view.setPlot(
              LinePlot.builder("line")
                  .x(Axis.linear("x").range(0, 4))
                  .series(Series.of("s", ColorRole.OTHER, new double[] {0, 4}, new double[] {0, 1}))
                  .build());
          view.setOnHoverX(heard::add);
        });
    pulses();
    Bounds area = view.dataAreaProperty().get();
    assertThat(area.getWidth()).isBetween(200.0, 400.0);
    act(
        () -> {
          move(MouseEvent.MOUSE_MOVED, area.getMinX() + area.getWidth() / 4, area.getCenterY());
          move(MouseEvent.MOUSE_EXITED, 0, 0);
        });

    assertThat(heard.get(0)).isCloseTo(1, Offset.offset(0.01));
    assertThat(heard.get(1)).isNaN();
  }

  private void move(EventType<MouseEvent> type, double x, double y) {
    view.fireEvent(
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.NONE,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            null));
  }

  @Test
  void paintsOnlyWhenItCanBeSeen() throws Exception {
    act(() -> root.setVisible(false));
    pulses();
    long before = view.paintings();
    act(() -> view.setPlot(SamplePlots.bars()));
    pulses();
    assertThat(view.paintings()).isEqualTo(before);
    act(() -> root.setVisible(true));
    pulses();
    assertThat(view.paintings()).isEqualTo(before + 1);
  }

  @Test
  void followsSizeAndTheme() throws Exception {
    long before = view.paintings();
    act(() -> view.setTheme(PlotTheme.DARK));
    pulses();
    assertThat(view.paintings()).isEqualTo(before + 1);
    double right = view.painted().area().right();
    act(() -> root.resize(300, 200));
    pulses();
    assertThat(view.painted().area().right()).isLessThan(right);
  }

  @Test
  void thePointerAndTheArrowKeysMoveTheThreshold() throws Exception {
    List<Double> moves = new ArrayList<>();
    act(() -> view.setOnDragX(moves::add));
    Box area = view.painted().area();
    act(
        () -> {
          mouse(MouseEvent.MOUSE_PRESSED, area.middleX(), area.middleY());
          mouse(MouseEvent.MOUSE_DRAGGED, area.right() + 50, area.middleY());
          mouse(MouseEvent.MOUSE_RELEASED, area.right() + 50, area.middleY());
          mouse(MouseEvent.MOUSE_DRAGGED, area.x(), area.middleY());
          key(KeyCode.LEFT, false);
          key(KeyCode.LEFT, true);
          key(KeyCode.RIGHT, true);
        });

    assertThat(moves).hasSize(5);
    assertThat(moves.get(0)).isCloseTo(0.5, within());
    assertThat(moves.get(1)).isEqualTo(1);
    assertThat(moves.get(2)).isCloseTo(0.96, within());
    assertThat(moves.get(3)).isCloseTo(0.87, within());
    assertThat(moves.get(4)).isEqualTo(1);
  }

  @Test
  void withLargeTextItIsAPlotOfFewerPixelsMadeLarger() throws Exception {
    act(() -> root.resize(200, 150));
    pulses();
    Bounds usual = view.dataAreaProperty().get();
    List<Double> moves = new ArrayList<>();
    List<Double> picks = new ArrayList<>();
    List<Double> hovers = new ArrayList<>();
    act(
        () -> {
          view.textScaleProperty().set(2);
          root.resize(400, 300);
          view.setOnDragX(moves::add);
          view.setOnPickX(picks::add);
          view.setOnHoverX(hovers::add);
        });
    pulses();
    Bounds large = view.dataAreaProperty().get();

    assertThat(large)
        .isEqualTo(
            new BoundingBox(
                2 * usual.getMinX(),
                2 * usual.getMinY(),
                2 * usual.getWidth(),
                2 * usual.getHeight()));
    act(
        () -> {
          Mouse.at(view, large.getCenterX(), large.getCenterY()).click();
          Mouse.at(view, large.getMinX() + 20, large.getCenterY())
              .dragTo(large.getMinX() + large.getWidth() / 4, large.getCenterY());
        });
    assertThat(picks).singleElement().satisfies(x -> assertThat(x).isCloseTo(0.5, within()));
    assertThat(moves.get(0)).isCloseTo(0.25, within());
    assertThat(hovers.get(0)).isNaN();
    act(() -> move(MouseEvent.MOUSE_MOVED, large.getCenterX(), large.getCenterY()));
    assertThat(hovers.get(hovers.size() - 1)).isCloseTo(0.5, within());
  }

  private MenuItem item(String text) {
    return ExportMenu.install(view).getItems().stream()
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-9);
  }

  private void mouse(EventType<MouseEvent> type, double x, double y) {
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    Event.fireEvent(
        view,
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            false,
            null));
  }

  private void key(KeyCode code, boolean shift) {
    Event.fireEvent(
        view, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
  }

  @Test
  void tellsWhatIsUnderThePointer() {
    Scale x = view.painted().x().orElseThrow();

    Readout readout = view.painted().hover().at(x.pixel(0.99), 50).orElseThrow();

    assertThat(readout.heading()).isEqualTo("0.9 to 1");
    assertThat(readout.rows())
        .extracting(Readout.Row::text)
        .containsExactly("clean  3 (75 %)", "attacked  0 (0 %)");
  }

  @Test
  void keepsItsTextForScreenReadersUpToDate() {
    act(() -> view.setPlot(SamplePlots.bars()));

    assertThat(view.getAccessibleText()).isEqualTo(SamplePlots.bars().accessibleText());
  }

  @Test
  void savesFromItsMenu(@TempDir Path directory) throws Exception {
    for (String extension : List.of("png", "svg", "csv")) {
      CompletableFuture<String> notice = new CompletableFuture<>();
      act(
          () -> {
            view.setSaveDialog((owner, name, kind) -> Optional.of(directory.resolve(name)));
            view.setOnNotice(notice::complete);
            ExportMenu.install(view).getItems().stream()
                .filter(item -> item.getText() != null)
                .filter(item -> item.getText().toLowerCase(Locale.ROOT).contains(extension))
                .limit(1)
                .forEach(item -> item.fire());
          });
      Path file = directory.resolve("confidence." + extension);
      assertThat(notice.get(20, TimeUnit.SECONDS)).isEqualTo("Saved " + file);
      assertThat(Files.size(file)).isPositive();
    }
  }

  @Test
  void saysWhyAFileCouldNotBeSaved(@TempDir Path directory) throws Exception {
    Path noFolder = Files.writeString(directory.resolve("file"), "in the way");
    Path file = noFolder.resolve("plot.csv");
    CompletableFuture<Throwable> problem = new CompletableFuture<>();
    act(
        () -> {
          view.setSaveDialog((owner, name, kind) -> Optional.of(file));
          view.setOnProblem(problem::complete);
          item("Save CSV…").fire();
        });
    assertThat(problem.get(20, TimeUnit.SECONDS))
        .hasMessageStartingWith("Could not save " + file)
        .hasCauseInstanceOf(DataException.class);
  }

  @Test
  void aClickPicksAndADragBesideTheMarkerStillMovesIt() {
    List<Double> moves = new ArrayList<>();
    List<Double> picks = new ArrayList<>();
    Box area = view.painted().area();
    act(
        () -> {
          view.setOnDragX(moves::add);
          view.setOnPickX(picks::add);
          Mouse.at(view, area.middleX(), area.middleY()).click();
        });
    assertThat(picks).hasSize(1).first().satisfies(x -> assertThat(x).isCloseTo(0.5, within()));
    assertThat(moves).isEmpty();

    act(() -> Mouse.at(view, area.middleX(), area.middleY()).dragTo(area.right(), area.middleY()));
    assertThat(picks).hasSize(1);
    assertThat(moves).isNotEmpty().last().satisfies(x -> assertThat(x).isCloseTo(1, within()));
  }

  @Test
  void aClickOnTheMarkerPicksWhatLiesThereAndADragMovesIt() {
    List<Double> moves = new ArrayList<>();
    List<Double> picks = new ArrayList<>();
    Scale x = view.painted().x().orElseThrow();
    double marker = x.pixel(view.getPlot().handle().orElseThrow());
    double y = view.painted().area().middleY();
    act(
        () -> {
          view.setOnDragX(moves::add);
          view.setOnPickX(picks::add);
          Mouse.at(view, marker + 4, y).click();
        });
    assertThat(moves).isEmpty();
    assertThat(picks)
        .singleElement()
        .satisfies(picked -> assertThat(picked).isCloseTo(x.value(marker + 4), within()));

    act(() -> Mouse.at(view, marker + 4, y).dragTo(x.pixel(0.5), y));
    assertThat(moves).last().satisfies(moved -> assertThat(moved).isCloseTo(0.5, within()));
  }

  @Test
  void theUpAndDownKeysGoOnFromWhatWasPicked() {
    List<Integer> steps = new ArrayList<>();
    act(
        () -> {
          view.setOnPickStep(steps::add);
          key(KeyCode.UP, false);
          view.setOnPickX(x -> {});
          key(KeyCode.UP, false);
          key(KeyCode.DOWN, false);
        });
    assertThat(steps).as("none where nothing can be picked").containsExactly(1, -1);
  }

  @Test
  void everyPlotCanBeReachedWithTheKeyboard() {
    assertThat(view.isFocusTraversable()).isTrue();
  }

  @Test
  void copiesItsDataAsText() {
    act(() -> item("Copy data as text").fire());

    assertThat(Toolkit.<String>call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(PlotCsv.of(view.getPlot()));
  }

  @Test
  void aViewTakenOutOfTheWindowIsCollected() throws Exception {
    WeakReference<PlotView> reference = new WeakReference<>(view);
    act(() -> root.getChildren().clear());
    view = null;
    pulses();
    for (int i = 0; i < 50 && reference.get() != null; i++) {
      System.gc();
      pulses();
    }
    assertThat(reference.get()).isNull();
  }
}
