package org.rhobust.workbench.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.stage.Stage;
import org.rhobust.data.DataSets;
import org.rhobust.service.EngineStatus;
import org.rhobust.service.Inspection;
import org.rhobust.service.ModelShelf;
import org.rhobust.service.QueueTrainer;
import org.rhobust.service.RunQueue;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingService;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.service.TrainingSpeeds;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.workbench.Command;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.prediction.PredictionModel;
import org.rhobust.workbench.training.DeviceOffers;
import org.rhobust.workbench.training.TrainingCommands;
import org.rhobust.workbench.training.TrainingModel;
import org.rhobust.workbench.transition.TransitionModel;

/**
 * The window with all that is behind it. Made, and all its methods called, on the JavaFX thread.
 */
public final class WorkbenchWindow {

  private static final String TRAINING = "training";
  private static final String STEPS = "steps";

  /** A few pulses, in which the views see that a run has ended. */
  private static final int AFTER_A_RUN_MILLIS = 300;

  private final SettingsStore store;
  private final Stage stage;
  private final Looks looks;
  private final SessionMemory memory;
  private final Notices notices = new Notices();
  private final EngineState engine = new EngineState(Platform::runLater);
  private final ReadOnlyStringWrapper view = new ReadOnlyStringWrapper();
  private final DeviceChoice device;
  private final ComputeThread compute;
  private final SnapshotPulse pulse;
  private final WorkbenchContext context;
  private final ModelChoice models;
  private final RunQueue queue;
  private final TransitionModel transition = new TransitionModel();
  private final TrainingModel training;
  private final PredictionModel prediction;
  private final Opening opening;
  private final Loading loading;
  private final WindowView windowView;
  private final ViewRequests requests;
  private final Closing closing;

  /**
   * @param store the settings, which the window changes
   * @param runs the folder that new runs are made in
   * @param stage not yet shown
   */
  public WorkbenchWindow(SettingsStore store, Path runs, Stage stage) {
    this.store = store;
    this.stage = stage;
    memory = new SessionMemory(store, this::show);
    looks = new Looks(store);
    compute = ComputeThread.prepare(engine::unpacking);
    device = new DeviceChoice(store.settings().device());
    ModelShelf shelf = new ModelShelf(compute);
    TrainingService service = new TrainingService(compute, shelf);
    Selection selection = new Selection();
    queue =
        new RunQueue(
            QueueTrainer.of(service),
            store.beside("queue.json"),
            new TrainingSpeeds(),
            ForkJoinPool.commonPool(),
            CompletableFuture.delayedExecutor(AFTER_A_RUN_MILLIS, TimeUnit.MILLISECONDS));
    pulse = new SnapshotPulse(service::snapshot);
    context =
        new WorkbenchContext(
            service,
            shelf,
            new Inspection(compute, shelf),
            selection,
            pulse.latest(),
            looks.theme().plots(),
            looks.textScaleProperty(),
            device.chosenProperty(),
            memory,
            FXCollections.observableArrayList(),
            this::show,
            notices::tell,
            notices::warn,
            Platform::runLater);
    models =
        new ModelChoice(
            shelf::open,
            new ImageChoice(
                selection,
                name -> DataSets.get(name).test(),
                DataSets::all,
                ForkJoinPool.commonPool(),
                line -> Platform.runLater(() -> notices.tell(line))),
            selection,
            ForkJoinPool.commonPool(),
            Platform::runLater,
            notices::warn,
            notices::tell);
    training =
        new TrainingModel(
            TrainingCommands.of(service),
            pulse.latest(),
            device.chosenProperty(),
            runs.toAbsolutePath().normalize(),
            selection.shownRuns(),
            context.memory(),
            ForkJoinPool.commonPool(),
            Platform::runLater);
    prediction =
        new PredictionModel(
            selection,
            context.inspection()::predict,
            ForkJoinPool.commonPool(),
            Platform::runLater,
            () -> STEPS.equals(view.get()),
            notices::tell,
            notices::warn);
    opening = new Opening(this, new RecentFiles(store));
    loading = new Loading(this, compute, new Session(this, store, memory));
    windowView = new WindowView(this);
    requests = new ViewRequests(this, store, memory, windowView);
    closing = new Closing(this, compute, windowView::close, this::shut);
    selection.imageProperty().addListener((o, a, index) -> service.probeImage(index.intValue()));
    memory.keepAsItIs(
        WindowSettings.RUNS, "folder of the runs", training.runsProperty(), new FolderText());
    device.chosenProperty().subscribe(shelf::openOn);
    device.chosenProperty().subscribe(engine::choose);
    device.chosenProperty().addListener((o, before, name) -> store.change(s -> s.withDevice(name)));
    engine.statusProperty().addListener((o, before, status) -> offerDevices(status));
    pulse.latest().addListener((o, before, now) -> follow(before, now));
    pulse.latest().addListener((o, before, now) -> queue.advance());
    context.commands().add(new Command("Save the model as…", "", () -> ModelSaver.ask(this)));
  }

  /** Shows the window, then loads the engine, the test images and the last model behind it. */
  public void open() {
    Place place = store.settings().place();
    stage.setTitle("Rhobust");
    stage.setScene(windowView.scene(place));
    stage.setMinWidth(760);
    stage.setMinHeight(520);
    place.putBack(stage);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          close();
        });
    windowView.watch(stage, memory);
    String last = store.settings().view();
    show(last != null && Views.has(last) ? last : Views.FIRST);
    stage.show();
    windowView.focus();
    pulse.start();
    loading.afterFirstFrame();
  }

  /** Opens files and folders, each as what it is, as those that are dropped on the window. */
  public void open(List<Path> files) {
    opening.dropped(files);
  }

  /**
   * Brings a view to the front.
   *
   * @param name of {@link #views}
   * @throws IllegalArgumentException when there is none of this name
   */
  public void show(String name) {
    view.set(Views.of(name).name());
    if (name.equals(TRAINING)) {
      // Files may have come since it was last looked at.
      training.data().refresh();
    }
    store.change(settings -> settings.withView(name));
  }

  /** The names of all views, in their order. */
  public List<String> views() {
    return Views.ALL.stream().map(Views.Entry::name).toList();
  }

  /** The name of the view in front; empty where none is open. */
  public ReadOnlyStringProperty viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** Ends the view in front; the one that was shown before it comes forward. */
  void closeView() {
    String name = view.get();
    if (!name.isEmpty()) {
      windowView.closeView(name);
      windowView.views().last().ifPresentOrElse(this::show, () -> view.set(""));
    }
  }

  /** Dark or light, from now on and at the next start. */
  public void setDark(boolean dark) {
    looks.choose(dark ? Theme.Choice.DARK : Theme.Choice.LIGHT);
  }

  /** Whether the window is dark. */
  public boolean isDark() {
    return looks.theme().isDark();
  }

  /** Theme and size of the text. */
  Looks looks() {
    return looks;
  }

  /** The trainings to come. */
  RunQueue queue() {
    return queue;
  }

  /** What the views ask of the window. */
  ViewRequests requests() {
    return requests;
  }

  /** What the views are given. */
  public WorkbenchContext context() {
    return context;
  }

  /** The state of the transition view. */
  public TransitionModel transition() {
    return transition;
  }

  /** The state of the training view. */
  public TrainingModel training() {
    return training;
  }

  /** The pictures that were given to be predicted. */
  PredictionModel prediction() {
    return prediction;
  }

  /** The window itself. */
  public Stage stage() {
    return stage;
  }

  /**
   * Ends a training that is under way with a checkpoint, then closes the window. A second call
   * closes it at once.
   *
   * @return done when the window is closed and its settings are kept
   */
  public CompletableFuture<Void> close() {
    return closing.begin();
  }

  Notices notices() {
    return notices;
  }

  EngineState engine() {
    return engine;
  }

  DeviceChoice device() {
    return device;
  }

  /** The choice of a device as the training form offers it. */
  DeviceOffers devices() {
    return new DeviceOffers(
        device.offers(), device.chosenProperty(), engine::title, device::choose);
  }

  ModelChoice models() {
    return models;
  }

  Opening opening() {
    return opening;
  }

  History history() {
    return memory.history();
  }

  /** Where a driver is, a GPU is expected: that none is used is worth more than a tooltip. */
  private void offerDevices(EngineStatus status) {
    device.offer(status, notices::tell);
    if (!status.driver().isEmpty() && !status.remark().isEmpty()) {
      notices.tell(status.remark());
    }
  }

  private void follow(TrainingSnapshot before, TrainingSnapshot now) {
    models.follow(before, now);
    engine.follow(now);
    if (now.state() == RunState.FAILED && before.state() != RunState.FAILED) {
      notices.warn(now.details().failure());
    }
    closing.follow(now);
  }

  /** Done when the settings are kept. */
  private CompletableFuture<Void> shut() {
    pulse.stop();
    store.change(s -> s.withPlace(WindowView.place(s.place(), stage)));
    stage.close();
    return store.written();
  }
}
