package org.rhobust.workbench.training;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.rhobust.run.RunFolders;
import org.rhobust.run.TimeEstimate;
import org.rhobust.service.RunCurves;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingRequest;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.Memory;

/** Starts, pauses and stops a training, and says how it stands. */
public final class TrainingModel {

  private final TrainingCommands commands;
  private final ObservableValue<TrainingSnapshot> snapshot;
  private final ObjectProperty<Path> runs;
  private final TrainingForm form = new TrainingForm();
  private final TrainingPlots plots;
  private final ShownRuns shown;
  private final LiveModel live;
  private final DataCheck data;
  private final TimeModel time;
  private final ObservableValue<String> device;
  private final ObservableValue<RunState> state;
  private final StringBinding startProblem;

  /**
   * @param snapshot the latest of the training
   * @param device where the next run computes: {@code auto}, {@code cpu} or {@code gpu:n}
   * @param runs the folder that new runs are made in
   * @param shownRuns the folders of the runs to lay over the training
   * @param memory keeps the form and how the plots are drawn
   * @param background reads runs
   * @param ui runs on the JavaFX thread
   */
  public TrainingModel(
      TrainingCommands commands,
      ObservableValue<TrainingSnapshot> snapshot,
      ObservableValue<String> device,
      Path runs,
      ObservableList<Path> shownRuns,
      Memory memory,
      Executor background,
      Executor ui) {
    this.commands = commands;
    this.snapshot = snapshot;
    this.device = device;
    this.runs = new SimpleObjectProperty<>(this, "runs", runs);
    shown = new ShownRuns(shownRuns, RunCurves::read, background, ui);
    plots = new TrainingPlots(snapshot, shown.curvesProperty());
    live = new LiveModel(snapshot, commands.change());
    state = snapshot.map(TrainingSnapshot::state);
    data = new DataCheck(form, commands.lookUp(), ui);
    time = new TimeModel(commands, form.settingsProperty(), state, device, ui);
    startProblem =
        Bindings.createStringBinding(
            this::whyNoStart, form.problemProperty(), data.problemProperty(), state);
    form.keep(memory);
    plots.options().keep(memory);
  }

  /** The settings of the next run. */
  public TrainingForm form() {
    return form;
  }

  /** Whether the form's data can be trained on. */
  public DataCheck data() {
    return data;
  }

  /** How long the next run would take. */
  public TimeModel time() {
    return time;
  }

  /** The live pictures. */
  public TrainingPlots plots() {
    return plots;
  }

  /** The runs laid over the training. */
  public ShownRuns shown() {
    return shown;
  }

  /** What is changed in the training under way. */
  public LiveModel live() {
    return live;
  }

  /** The folder that new runs are made in. */
  public ObjectProperty<Path> runsProperty() {
    return runs;
  }

  /** Where the training stands. */
  public ObservableValue<RunState> stateProperty() {
    return state;
  }

  /** The latest of the training. */
  public ObservableValue<TrainingSnapshot> snapshotProperty() {
    return snapshot;
  }

  /** Why no training can be started now, in one line; empty when one can. */
  public StringBinding startProblemProperty() {
    return startProblem;
  }

  /** What the start button will do. */
  public StringBinding startTextProperty() {
    return Bindings.createStringBinding(
        () -> {
          String method = TrainingTexts.shortName(form.methodProperty().get());
          TrainingSettings settings = form.settingsProperty().get();
          String what =
              settings == null || form.isPreset()
                  ? form.presetProperty().get().name()
                  : TrainingTexts.format(
                      "%,d × %,d images", settings.epochs(), settings.examples());
          TimeEstimate estimate = time.estimateProperty().get();
          return estimate == null
              ? TrainingTexts.format("Train %s (%s)", method, what)
              : TrainingTexts.format("Train %s (%s, %s)", method, what, TimeModel.words(estimate));
        },
        form.methodProperty(),
        form.settingsProperty(),
        time.estimateProperty());
  }

  /** What to know about the attack of the next run; empty when there is nothing. */
  public StringBinding remarkProperty() {
    return Bindings.createStringBinding(
        () -> TrainingTexts.remark(form.settingsProperty().get()), form.settingsProperty());
  }

  /** Whether the remark warns of a result that would flatter the network. */
  public boolean remarkWarns() {
    return form.methodProperty().get() == TrainingMethod.ADVERSARIAL;
  }

  /** Starts a run with the form's settings; does nothing while {@link #startProblemProperty}. */
  public void start() {
    if (!startProblem.get().isEmpty()) {
      return;
    }
    TrainingSettings typed = form.settingsProperty().get();
    TrainingSettings settings = typed.toBuilder().dataset(data.key(typed.dataset())).build();
    Path folder = runs.get().resolve(RunFolders.name(LocalDateTime.now(), settings));
    commands
        .start()
        .accept(
            new TrainingRequest(
                settings,
                folder,
                device.getValue(),
                0,
                RunFolders.command(settings, device.getValue(), folder)));
  }

  /** Pauses a running training, lets a paused one go on, or resumes a stopped one. */
  public void pauseOrResume() {
    if (state.getValue() == RunState.RUNNING) {
      commands.pause().run();
    } else if (state.getValue() == RunState.PAUSED) {
      commands.unpause().run();
    } else if (state.getValue() == RunState.STOPPED) {
      commands.resume().accept(snapshot.getValue().folder());
    }
  }

  /** Ends a training that is under way, with a checkpoint. */
  public void stop() {
    if (state.getValue().active()) {
      commands.stop().run();
    }
  }

  /** Whether the training under way will end at the end of its epoch; can be taken back. */
  public void stopAfterEpoch(boolean wanted) {
    if (state.getValue().active()) {
      commands.stopAfterEpoch().accept(wanted);
    }
  }

  /** Lets the training under way end at the end of its epoch, or takes that back. */
  public void toggleStopAfterEpoch() {
    stopAfterEpoch(!snapshot.getValue().details().stopsAfterEpoch());
  }

  private String whyNoStart() {
    if (state.getValue().active()) {
      return "A training is under way: stop it before you start another.";
    }
    return form.problemProperty().get().isEmpty() && data.problemProperty().get().isEmpty()
        ? ""
        : "Correct what is marked below first.";
  }
}
