package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotTheme;
import org.rhobust.plot.PlotView;
import org.rhobust.service.MetricColumns;
import org.rhobust.service.ModelShelf;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class WorkbenchWindowTest {

  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();
  private WorkbenchWindow window;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @BeforeEach
  void open() {
    window = fx(this::newWindow);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() throws Exception {
    closeWindow();
  }

  @Test
  void opensWithEmptySettings() throws Exception {
    assertThat(window.stage().isShowing()).isTrue();
    assertThat(window.viewProperty().get()).isEqualTo("training");

    until(() -> window.stage().getIcons().size() == 7);
    until(() -> window.context().selection().imagesProperty().get() != null);
    until(() -> text("#device").startsWith("CPU · ") || text("#device").startsWith("GPU "));
    assertThat(window.context().selection().imageProperty().get()).isZero();
    assertThat(shows("#notice")).isFalse();
  }

  @Test
  void draggingRhoMovesTheCurveAndTheBars() {
    robot.clickOn("#show-transition");
    Plot curve = plot("#curve");
    Plot bars = plot("#bars");

    robot.drag("#rho-slider .thumb").moveBy(-60, 0).drop();

    assertThat(window.transition().rho().value()).isLessThan(10);
    assertThat(plot("#curve")).isNotEqualTo(curve);
    assertThat(plot("#bars")).isNotEqualTo(bars);
    assertThat(plot("#bars")).isEqualTo(window.transition().barsProperty().get());
  }

  @Test
  void keysChooseTheView() {
    robot.press(KeyCode.SHORTCUT, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.SHORTCUT);
    assertThat(window.viewProperty().get()).isEqualTo("transition");
    robot.press(KeyCode.SHORTCUT, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.SHORTCUT);
    assertThat(window.viewProperty().get()).isEqualTo("training");
  }

  @Test
  void withNoViewOpenOneButtonOpensOne() {
    fx(
        () -> {
          window.closeView();
          return null;
        });
    assertThat(window.viewProperty().get()).isEmpty();
    robot.clickOn("#open-training");
    assertThat(window.viewProperty().get()).isEqualTo("training");
    assertThat(shows("#no-view")).isFalse();
  }

  @Test
  void settingsSurviveARestart() throws Exception {
    fx(
        () -> {
          window.setDark(true);
          window.show("transition");
          window.stage().setWidth(950);
          window.stage().setHeight(640);
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents();
    double width = fx(() -> window.stage().getScene().getWidth());
    closeWindow();

    window = fx(this::newWindow);

    assertThat(window.isDark()).isTrue();
    assertThat(window.context().plotTheme().getValue()).isEqualTo(PlotTheme.DARK);
    assertThat(window.viewProperty().get()).isEqualTo("transition");
    assertThat(fx(() -> window.stage().getScene().getWidth())).isCloseTo(width, Offset.offset(1.0));
  }

  @Test
  void aRunThatCannotBeWrittenSaysSoInOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    fx(
        () -> {
          window.training().runsProperty().set(file);
          return null;
        });

    robot.clickOn("#start");
    until(() -> shows("#notice"));

    assertThat(text("#notice .label")).contains(file.toString()).contains("cannot be written");
    assertThat(text("#notice .label").lines()).hasSize(1);
    assertThat(text("#state")).isEqualTo("Failed");
    assertThat(robot.lookup("#start").query().isDisabled()).isFalse();
  }

  @Test
  void oneButtonTrainsCcatAndItLearns() throws Exception {
    fx(
        () -> {
          window.training().form().examples().setValue(2000);
          window.training().form().epochs().setValue(10);
          return null;
        });

    robot.clickOn("#start");
    until(() -> snapshot().step() > 20);
    assertThat(window.context().selection().modelProperty().get().live()).isTrue();
    assertThat(robot.lookup("#start").query().isDisabled()).isTrue();
    until(() -> text("#threshold-origin").contains("follows the probe"));
    until(() -> snapshot().state() == RunState.FINISHED);
    until(() -> text("#threshold-origin").contains("stored with the model"));
    assertThat(window.context().selection().modelProperty().get().live()).isTrue();
    assertThat(window.history().undoWordsProperty().get())
        .as("no person's doing")
        .doesNotContain("τ");

    MetricColumns metrics = snapshot().metrics();
    assertThat(metrics.size()).isEqualTo(400);
    double atFirst = meanCleanError(metrics, 0, 20);
    double atLast = meanCleanError(metrics, 360, 400);
    assertThat(atFirst).isGreaterThan(0.5);
    assertThat(atLast).isLessThan(0.3);
    assertThat(window.training().plots().errorProperty().get().isEmpty()).isFalse();

    Path result = snapshot().folder().resolve("final");
    fx(
        () -> {
          window.models().choose(new ModelOffer(result.toString(), "final", null));
          return null;
        });
    until(() -> !window.context().selection().modelProperty().get().live());
    assertThat(window.context().selection().thresholdProperty().get()).isBetween(0.1, 1.0);
    ComboBox<?> box = robot.lookup("#model").queryComboBox();
    assertThat(box.getValue()).isEqualTo(window.models().chosenProperty().get());
    assertThat(window.models().offers())
        .extracting(ModelOffer::id)
        .contains(ModelShelf.LIVE, result.toString());
  }

  @Test
  void closingEndsATrainingWithACheckpoint() throws Exception {
    robot.clickOn("#start");
    until(() -> snapshot().step() > 5);

    closeWindow();

    TrainingSnapshot last = window.context().training().snapshot();
    assertThat(last.state()).isEqualTo(RunState.STOPPED);
    assertThat(last.folder().resolve("checkpoints").resolve("step-%08d".formatted(last.step())))
        .isDirectory();
    assertThat(window.stage().isShowing()).isFalse();
  }

  private WorkbenchWindow newWindow() {
    SettingsStore store = SettingsStore.open(folder.resolve("settings.json"));
    WorkbenchWindow made = new WorkbenchWindow(store, folder.resolve("runs"), new Stage());
    made.open();
    return made;
  }

  private void closeWindow() throws Exception {
    CompletableFuture<Void> closed = fx(() -> window.close());
    closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private TrainingSnapshot snapshot() {
    return window.context().snapshot().getValue();
  }

  private static double meanCleanError(MetricColumns metrics, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += metrics.column("clean_error")[i];
    }
    return sum / (to - from);
  }

  private Plot plot(String pane) {
    StackPane holder = robot.lookup(pane).queryAs(StackPane.class);
    return ((PlotView) holder.getChildren().get(0)).getPlot();
  }

  private String text(String query) {
    return robot.lookup(query).queryAs(Labeled.class).getText();
  }

  private boolean shows(String query) {
    return robot.lookup(query).tryQuery().map(Node::isVisible).orElse(false);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static <T> T fx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
  }
}
