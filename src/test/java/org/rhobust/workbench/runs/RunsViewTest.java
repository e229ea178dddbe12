package org.rhobust.workbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.run.QuickSettings;
import org.rhobust.run.RunGroup;
import org.rhobust.run.RunSample;
import org.rhobust.run.RunSummary;
import org.rhobust.run.RunTable;
import org.rhobust.service.QueueTrainer;
import org.rhobust.service.QueuedRun;
import org.rhobust.service.RunQueue;
import org.rhobust.service.TrainingSpeeds;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.ViewFixture;

class RunsViewTest {

  @TempDir private Path folder;

  private final List<String> asked = new ArrayList<>();
  private final ObjectProperty<TrainingSettings> form =
      new SimpleObjectProperty<>(QuickSettings.of(TrainingMethod.NORMAL));
  private ObjectProperty<Path> runs;
  private RunQueue queue;
  private RunsView view;
  private ViewFixture window;

  @BeforeEach
  void open() throws Exception {
    runs = new SimpleObjectProperty<>(folder.resolve("none"));
    RunUses uses =
        new RunUses(
            runs,
            form,
            run -> asked.add("train from " + run.name()),
            model -> asked.add("open " + model.getFileName()));
    window =
        new ViewFixture(
            context -> {
              queue =
                  new RunQueue(
                      QueueTrainer.of(context.training()),
                      folder.resolve("queue.json"),
                      new TrainingSpeeds(),
                      Runnable::run,
                      Runnable::run);
              queue.pause();
              view = new RunsView(context, queue, uses);
              return view;
            });
  }

  @AfterEach
  void close() {
    window.act(view::close);
    window.close();
  }

  @Test
  void anEmptyFolderTeaches() {
    assertThat(window.find("runs-empty").isVisible()).isTrue();
    assertThat(window.find("run-actions").isVisible()).isFalse();
    assertThat(window.text("queue-words")).isEqualTo("empty");
  }

  @Test
  void runsThatAreCopiedInAppearAndAreUsed() throws Exception {
    TableView<RunSummary> table = table(0);
    finished("one", 12, 0, 0.02);
    window.await(() -> table.getItems().size() == 1);
    window.act(() -> table.getSelectionModel().select(0));

    assertThat(window.selection.runProperty().get().getFileName()).hasToString("one");
    window.act(() -> window.<Button>find("run-open").fire());
    window.act(() -> window.<Button>find("run-train-from").fire());
    assertThat(asked).containsExactly("open final", "train from one");
    assertThat(window.find("run-resume").isDisabled()).isTrue();

    window.act(() -> window.<Button>find("run-curves").fire());
    assertThat(window.selection.shownRuns()).hasSize(1);
  }

  @Test
  void aRunIsNamedInPlaceDeletedAndBroughtBack() throws Exception {
    finished("one", 12, 0, 0.02);
    TableView<RunSummary> table = table(1);
    window.act(
        () -> {
          table.getSelectionModel().select(0);
          table.requestFocus();
        });

    window.robot.type(KeyCode.F2);
    window.robot.eraseText(3);
    window.robot.write("best");
    window.robot.type(KeyCode.ENTER);
    window.await(() -> Files.exists(folder.resolve("runs/best")));
    window.await(() -> table.getItems().get(0).name().equals("best"));

    window.robot.type(KeyCode.DELETE);
    window.await(() -> table.getItems().isEmpty());
    window.act(() -> window.<Button>find("undo-delete").fire());
    window.await(() -> table.getItems().size() == 1);
  }

  @Test
  void enterOpensTheModelOfAFinishedRun() throws Exception {
    finished("one", 12, 0, 0.02);
    Files.createDirectories(folder.resolve("runs/half"));
    Files.writeString(folder.resolve("runs/half/config.json"), "{");
    TableView<RunSummary> table = table(2);
    for (RunSummary run : List.copyOf(table.getItems())) {
      window.act(
          () -> {
            table.getSelectionModel().select(run);
            table.requestFocus();
          });
      window.robot.type(KeyCode.ENTER);
      assertThat(table.getEditingCell()).isNull();
    }
    assertThat(asked).containsExactly("open final");
  }

  @Test
  void aFilterThatNothingPassesIsClearedByAButton() throws Exception {
    finished("one", 12, 0, 0.02);
    TableView<RunSummary> table = table(1);
    window.act(
        () -> {
          window.<TextField>find("run-words").setText("nothing like it");
          window.<ComboBox<String>>find("run-method").setValue("normal");
        });
    assertThat(table.getItems()).isEmpty();

    window.robot.clickOn("Clear the filter");
    assertThat(table.getItems()).hasSize(1);
    assertThat(window.<TextField>find("run-words").getText()).isEmpty();
  }

  @Test
  void groupsShowMeansOverSeeds() throws Exception {
    finished("a", 12, 0, 0.02);
    finished("b", 12, 1, 0.04);
    table(2);
    window.act(
        () ->
            window
                .<ComboBox<Optional<RunTable.Grouping>>>find("run-grouping")
                .setValue(Optional.of(RunTable.Grouping.METHOD_AND_RHO)));

    TableView<RunGroup> groups = window.find("run-groups");
    assertThat(groups.getItems()).hasSize(1);
    assertThat(RunWords.percent(groups.getItems().get(0).error()))
        .isEqualTo("3.00 ± 1.41 % (n = 2)");
    assertThat(window.find("runs").isVisible()).isFalse();
  }

  @Test
  void aDamagedRunSaysWhatIsMissing() throws Exception {
    Files.createDirectories(folder.resolve("runs/half"));
    Files.writeString(folder.resolve("runs/half/config.json"), "{");
    TableView<RunSummary> table = table(1);
    window.act(() -> table.getSelectionModel().select(0));

    assertThat(window.text("run-facts"))
        .contains("config.json is damaged", "metrics.csv is missing");
    assertThat(window.find("run-open").isDisabled()).isTrue();
  }

  @Test
  void aSweepIsLinedUpAndReordered() throws Exception {
    window.act(() -> window.<Button>find("queue-form").fire());
    window.act(() -> window.<ToggleButton>find("queue-several").fire());
    assertThat(window.<Button>find("add-sweep").getText()).isEqualTo("Line up 6 runs");
    window.act(() -> window.<Button>find("add-sweep").fire());

    ListView<QueuedRun> list = window.find("queue");
    window.await(() -> list.getItems().size() == 7);
    assertThat(window.text("queue-words")).isEqualTo("7 waiting, paused");
    window.act(() -> queue.move(queue.snapshot().runs().get(0).id(), 1));
    window.await(() -> list.getItems().get(1).settings().method() == TrainingMethod.NORMAL);
  }

  @Test
  void whatTrainsIsStoppedInItsLine() throws Exception {
    TrainingSettings endless = form.get().toBuilder().epochs(10_000).build();
    window.act(() -> queue.add(List.of(endless, endless), folder.resolve("queued"), "cpu"));
    assertThat(window.find("queue-stop").isVisible()).isFalse();

    window.act(queue::unpause);
    window.await(() -> window.find("queue-stop").isVisible());
    window.act(() -> window.<Button>find("queue-stop").fire());
    window.await(() -> queue.snapshot().runs().get(0).state() == QueuedRun.State.STOPPED);
    assertThat(queue.snapshot().paused()).isTrue();
    window.await(() -> window.text("queue-words").equals("1 waiting, paused"));
  }

  @Test
  void aClosedViewListensNoMore() {
    window.act(view::close);
    window.act(() -> queue.add(List.of(form.get()), folder, "cpu"));
    ListView<QueuedRun> list = window.find("queue");
    assertThat(list.getItems()).isEmpty();
  }

  private void finished(String name, double rho, long seed, double error) throws IOException {
    RunSample.begin(
            folder.resolve("runs").resolve(name), TrainingMethod.CONFIDENCE_CALIBRATED, rho, seed)
        .steps(4)
        .finish(error);
  }

  private TableView<RunSummary> table(int rows) throws Exception {
    TableView<RunSummary> table = window.find("runs");
    window.act(() -> runs.set(folder.resolve("runs")));
    window.await(() -> table.getItems().size() == rows);
    return table;
  }
}
