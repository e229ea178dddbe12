package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.run.RunTable;
import org.rhobust.workbench.Selection;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A real window: what a person does in it, undone, found again and restored. */
class SessionTest {

  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();
  private WorkbenchWindow window;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @BeforeEach
  void open() throws Exception {
    open(folder.resolve("settings.json"));
  }

  @AfterEach
  void close() throws Exception {
    CompletableFuture<Void> closed = fx(() -> window.close());
    closed.get(60, TimeUnit.SECONDS);
  }

  @Test
  void thePaletteDoesWhatIsTyped() {
    chord(KeyCode.K);
    assertThat(isShown("#palette")).isTrue();
    robot.write("show transition");
    robot.type(KeyCode.ENTER);
    assertThat(isShown("#palette")).isFalse();
    assertThat(window.viewProperty().get()).isEqualTo("transition");

    chord(KeyCode.K);
    robot.type(KeyCode.DOWN, KeyCode.ESCAPE);
    assertThat(isShown("#palette")).isFalse();
    assertThat(window.viewProperty().get()).isEqualTo("transition");

    robot.type(KeyCode.F1);
    assertThat(isShown("#help-sheet")).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(isShown("#help-sheet")).isFalse();
  }

  @Test
  void whatAPersonTypesIsUndoneAndWhatTheProgramDoesIsNot() throws Exception {
    StringProperty setting = new SimpleStringProperty("12");
    TextField field =
        fx(
            () -> {
              window.context().memory().keepText("test.setting", "the setting", setting);
              TextField made = new TextField();
              made.textProperty().bindBidirectional(setting);
              window.closeView();
              this.<StackPane>lookup("#centre").getChildren().setAll(made);
              return made;
            });
    // The view that was closed may still be giving up the focus.
    WaitForAsyncUtils.waitForFxEvents();
    fx(
        () -> {
          setting.set("13");
          field.requestFocus();
          field.end();
          return null;
        });
    assertThat(window.history().undoWordsProperty().get()).isEmpty();

    robot.write("5");
    until(() -> field.getLength() == 3);
    assertThat(setting.get()).isEqualTo("135");
    assertThat(window.history().undoWordsProperty().get()).isEqualTo("the setting");

    chord(KeyCode.Z);
    assertThat(field.getText()).isEqualTo("13");
    chord(KeyCode.Y);
    assertThat(field.getText()).isEqualTo("135");
  }

  @Test
  void theSelectionIsThereAgain() throws Exception {
    until(() -> "mnist-ccat".equals(model()));
    fx(
        () -> {
          window
              .models()
              .choose(
                  window.models().offers().stream()
                      .filter(offer -> offer.id().equals("mnist-normal"))
                      .findFirst()
                      .orElseThrow());
          return null;
        });
    until(() -> "mnist-normal".equals(model()));
    fx(
        () -> {
          selection().imageProperty().set(17);
          selection().thresholdProperty().set(0.625);
          window.looks().resizeText(true);
          return null;
        });
    close();

    open(folder.resolve("settings.json"));
    until(() -> "mnist-normal".equals(model()));

    assertThat(selection().imageProperty().get()).isEqualTo(17);
    assertThat(selection().thresholdProperty().get()).isEqualTo(0.625);
    assertThat(window.looks().textScaleProperty().get()).isGreaterThan(1);
    assertThat(window.notices().latest().get().line()).isEmpty();
  }

  @Test
  void whatTheRunsViewShowsIsThereAgain() throws Exception {
    Path kept = run("kept");
    Path lost = run("lost");
    fx(
        () -> {
          window.show("runs");
          selection().shownRuns().setAll(kept, lost);
          ComboBox<Object> grouping = lookup("#run-grouping");
          grouping.setValue(Optional.of(RunTable.Grouping.RHO));
          TableView<?> table = lookup("#runs");
          sortBy(table, "Seed");
          CheckBox normal = lookup("#sweep-normal");
          normal.setSelected(true);
          return null;
        });
    close();
    Files.delete(lost.resolve("metrics.csv"));
    Files.delete(lost);

    open(folder.resolve("settings.json"));
    until(() -> "mnist-ccat".equals(model()));

    assertThat(selection().shownRuns()).containsExactly(kept);
    ComboBox<?> grouping = lookup("#run-grouping");
    assertThat(grouping.getValue()).isEqualTo(Optional.of(RunTable.Grouping.RHO));
    TableView<?> table = lookup("#runs");
    assertThat(table.getSortOrder()).hasSize(1);
    assertThat(table.getSortOrder().get(0).getText()).isEqualTo("Seed");
    assertThat(table.getSortOrder().get(0).getSortType()).isEqualTo(SortType.DESCENDING);
    CheckBox normal = lookup("#sweep-normal");
    CheckBox adversarial = lookup("#sweep-adversarial");
    assertThat(normal.isSelected()).isTrue();
    assertThat(adversarial.isSelected()).isFalse();
    assertThat(window.notices().latest().get().line()).isEmpty();
  }

  private static <T> void sortBy(TableView<T> table, String title) {
    for (TableColumn<T, ?> column : table.getColumns()) {
      if (column.getText().equals(title)) {
        column.setSortType(SortType.DESCENDING);
        table.getSortOrder().add(column);
      }
    }
  }

  private Path run(String name) throws IOException {
    Path run = Files.createDirectories(folder.resolve("runs").resolve(name));
    Files.writeString(run.resolve("metrics.csv"), "");
    return run;
  }

  @Test
  void aHostileFileGivesAUsableWindowAndOneLine() throws Exception {
    close();
    Path gone = folder.resolve("gone");
    Path file =
        Files.writeString(
            folder.resolve("hostile.json"),
            """
            {"place": {"x": 99999, "y": -99999, "width": 3, "height": 90000},
             "recent": ["MODEL||%1$s", "RUN||", "|"],
             "values": {"window.view": "nothing", "window.text-scale": "-3",
               "window.theme": "plaid", "session.model": "MODEL||%1$s",
               "session.compared": "MODEL||/nothing/there", "selection.image": "987654321",
               "selection.threshold": "high", "evaluation.norm": "l7",
               "evaluation.battery": "\\u0000", "data.set": "none"}}
            """
                .formatted(gone));

    open(file);
    until(() -> "mnist-ccat".equals(model()));

    assertThat(window.viewProperty().get()).isEqualTo("training");
    assertThat(window.notices().latest().get().line()).contains(gone.toString(), "mnist-ccat");
    assertThat(selection().imageProperty().get()).isBetween(0, 9_999);
    assertThat(selection().thresholdProperty().get()).isBetween(0.0, 1.0);
    assertThat(window.looks().textScaleProperty().get()).isEqualTo(FontScale.SMALLEST);
    fx(
        () -> {
          window.show("evaluation");
          window.show("data");
          return null;
        });
    assertThat(isShown("#centre")).isTrue();
  }

  private void open(Path settings) throws Exception {
    window =
        fx(
            () -> {
              WorkbenchWindow made =
                  new WorkbenchWindow(
                      SettingsStore.open(settings), folder.resolve("runs"), new Stage());
              made.open();
              return made;
            });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void chord(KeyCode key) {
    robot.press(KeyCode.SHORTCUT, key).release(key, KeyCode.SHORTCUT);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String model() {
    var model = selection().modelProperty().get();
    return model == null ? null : model.id();
  }

  private Selection selection() {
    return window.context().selection();
  }

  private boolean isShown(String id) {
    Node node = fx(() -> lookup(id));
    return node != null && node.isVisible();
  }

  @SuppressWarnings("unchecked")
  private <T extends Node> T lookup(String id) {
    return (T) window.stage().getScene().lookup(id);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(condition));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static <T> T fx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
  }
}
