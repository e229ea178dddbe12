package org.rhobust.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.plot.LinePlot;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingService;
import org.rhobust.workbench.Command;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewFixture;
import org.rhobust.workbench.WorkbenchContext;

class TrainingViewTest {

  @TempDir private Path folder;

  private final SimpleStringProperty device = new SimpleStringProperty("cpu");
  private final List<String> chosen = new ArrayList<>();
  private ViewFixture view;
  private WorkbenchContext context;
  private TrainingModel model;
  private TrainingService service;

  @BeforeEach
  void open() throws Exception {
    view = new ViewFixture(this::make);
  }

  @AfterEach
  void close() throws Exception {
    service.stop();
    view.await(() -> !service.snapshot().state().active());
    view.close();
  }

  @Test
  void aTrainingIsChangedWhileItRunsAndStopsAtTheEndOfItsEpoch() throws Exception {
    view.act(
        () -> {
          model.form().examples().setValue(200);
          model.form().epochs().setValue(1000);
          model.form().attack().steps().setValue(2);
        });
    view.act(model::start);
    follow(() -> service.snapshot().step() > 5);

    TextField rho = view.find("live-rho");
    view.act(
        () -> {
          rho.requestFocus();
          rho.setText("6");
        });
    view.robot.type(KeyCode.ENTER);
    follow(() -> !service.snapshot().details().changes().isEmpty());

    LinePlot loss = (LinePlot) view.plot("Loss").getPlot();
    assertThat(loss.markers()).extracting(marker -> marker.label()).containsExactly("ρ 12 → 6");
    assertThat(view.text("live-text")).contains("Changed: ρ 12 → 6 at step");
    LinePlot attack = (LinePlot) view.plot("Last batch’s attack").getPlot();
    assertThat(attack.series().get(0).size()).isEqualTo(3);

    CheckBox stop = view.find("stop-after-epoch");
    view.act(stop::fire);
    follow(() -> service.snapshot().state() == RunState.STOPPED);
    assertThat(service.snapshot().step() % 4).isZero();
    assertThat(view.text("state")).isEqualTo("Stopped");
    assertThat(stop.isVisible()).isFalse();
  }

  @Test
  void whatIsWrongWhereNobodyLooksIsShown() {
    TitledPane more = view.find("more-settings");
    assertThat(more.isExpanded()).isFalse();

    view.act(() -> model.form().fraction().textProperty().set("1"));

    assertThat(more.isExpanded()).isTrue();
    assertThat(model.startProblemProperty().get()).isNotEmpty();
  }

  @Test
  void theDeviceIsThatOfTheStatusBar() {
    ComboBox<String> box = view.find("training-device");
    view.act(() -> device.set("auto"));
    assertThat(box.getValue()).isEqualTo("auto");

    view.act(() -> box.setValue("cpu"));

    assertThat(chosen).contains("cpu");
  }

  @Test
  void aClosedViewIsLetGo() throws Exception {
    List<Command> before = List.copyOf(context.commands());
    WeakReference<View> closed =
        ViewFixture.fx(
            () -> {
              View another = new TrainingView(model, context, offers());
              another.root();
              another.close();
              return new WeakReference<>(another);
            });
    assertThat(context.commands()).isEqualTo(before);

    for (int i = 0; i < 50 && closed.get() != null; i++) {
      System.gc();
      view.act(() -> {});
    }

    assertThat(closed.get()).isNull();
  }

  private View make(WorkbenchContext given) {
    context = given;
    service = given.training();
    model =
        new TrainingModel(
            TrainingCommands.of(service),
            given.snapshot(),
            device,
            folder,
            given.selection().shownRuns(),
            given.memory(),
            Runnable::run,
            Platform::runLater);
    return new TrainingView(model, given, offers());
  }

  private DeviceOffers offers() {
    return new DeviceOffers(
        FXCollections.observableArrayList("auto", "cpu"), device, name -> name, chosen::add);
  }

  /** Waits with the window following the training, as it does on the pulse. */
  private void follow(Callable<Boolean> condition) throws Exception {
    view.await(
        () -> {
          boolean holds = condition.call();
          view.snapshot.set(service.snapshot());
          return holds;
        });
  }
}
