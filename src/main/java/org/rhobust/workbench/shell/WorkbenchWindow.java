package org.rhobust.workbench.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.stage.Stage;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.run.RunSummary;
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
import org.rhobust.workbench.data.DataView;
import org.rhobust.workbench.prediction.PredictionModel;
import org.rhobust.workbench.training.DeviceOffers;
import org.rhobust.workbench.training.TrainingCommands;
import org.rhobust.workbench.training.TrainingModel;
import org.rhobust.workbench.transition.TransitionModel;

/**
 * The window with all that is behind it. Made, and all its methods called, on the JavaFX thread.
 */
public final class WorkbenchWindow {

  private static final String FIRST_DATA_SET = "mnist";
  private static final String FIRST_MODEL = "mnist-ccat";
  private static final String TRAINING = "training";
  private static final String DATA = "data";

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
  private final Session session;
  private final WindowView windowView;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private boolean closing;

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
            runs.resolveSibling("queue.json"),
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
            device.chosenProperty(),
            memory,
            FXCollections.observableArrayList(),
            this::show,
            notices::tell,
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
            runs,
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
            notices::warn);
    opening = new Opening(this, new RecentFiles(store));
    session = new Session(this, store, memory);
    windowView = new WindowView(this);
    selection.imageProperty().addListener((o, a, index) -> service.probeImage(index.intValue()));
    training
        .runsProperty()
        .addListener((o, a, folder) -> store.change(s -> s.withRuns(folder.toString())));
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
    afterFirstFrame(this::load);
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

  /** Opens the training form with this data. */
  void trainOn(String dataset) {
    training.form().datasetProperty().set(dataset);
    show(TRAINING);
  }

  /** Opens the training form to start from the weights of this run's final model. */
  void trainFrom(RunSummary run) {
    training.form().datasetProperty().set(run.dataset());
    training.form().networkProperty().set(run.network());
    training.form().weightsProperty().set(run.finalModel().toString());
    show(TRAINING);
  }

  /** Selects the model of this directory in all views. */
  void openModel(Path folder) {
    models.choose(new ModelOffer(folder.toString(), folder.getFileName().toString(), null));
  }

  /** The trainings to come. */
  RunQueue queue() {
    return queue;
  }

  /** Shows data of the user's own in the Data view. */
  void openData(Path path) {
    show(DATA);
    if (windowView.views().show(DATA) instanceof DataView data) {
      data.open(path);
    }
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
    queue.close();
    boolean active = context.training().snapshot().state().active();
    if (closing || !active && !compute.loaded().isDone()) {
      closeNow();
    } else if (active) {
      notices.tell("The training ends with a checkpoint, then the window closes.");
      context.training().stop();
    } else {
      closeWhenIdle();
    }
    closing = true;
    return closed;
  }

  /** The names of the user's own data sets. */
  List<String> ownData() {
    List<String> names = store.settings().data();
    return names == null ? List.of() : names.stream().filter(Objects::nonNull).toList();
  }

  void rememberData(List<String> names) {
    store.change(settings -> settings.withData(names));
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

  /** The pulse after the next begins when the window is painted. */
  private static void afterFirstFrame(Runnable action) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (++pulses == 2) {
          stop();
          action.run();
        }
      }
    }.start();
  }

  private void load() {
    stage.getIcons().setAll(Icons.application());
    looks.followSystem(stage);
    compute.begin();
    queue.load();
    engine.load(EngineStatus.of(compute), notices::warn);
    CompletableFuture.supplyAsync(() -> DataSets.get(FIRST_DATA_SET).test())
        .whenCompleteAsync(this::offerImages, Platform::runLater)
        .thenApplyAsync(images -> session.look(ModelShelf.samples()))
        .whenCompleteAsync(
            (found, problem) -> {
              if (problem == null) {
                session.resume(found, FIRST_MODEL);
                training.time().begin();
              } else {
                notices.warn(problem);
              }
            },
            Platform::runLater);
  }

  /** Where a driver is, a GPU is expected: that none is used is worth more than a tooltip. */
  private void offerDevices(EngineStatus status) {
    device.offer(status, notices::tell);
    if (!status.driver().isEmpty() && !status.remark().isEmpty()) {
      notices.tell(status.remark());
    }
  }

  private void offerImages(ImageSet images, Throwable problem) {
    if (problem == null) {
      context.selection().imagesProperty().set(images);
    }
  }

  private void follow(TrainingSnapshot before, TrainingSnapshot now) {
    models.follow(before, now);
    engine.follow(now);
    if (now.state() == RunState.FAILED && before.state() != RunState.FAILED) {
      notices.warn(now.message());
    }
    if (closing && !now.state().active()) {
      closeWhenIdle();
    }
  }

  /** Questions under way are let finish, so that the JVM does not end inside native code. */
  private void closeWhenIdle() {
    compute
        .submitLatest("close", () -> null)
        .whenCompleteAsync((done, problem) -> closeNow(), Platform::runLater);
  }

  private void closeNow() {
    pulse.stop();
    store.change(s -> s.withPlace(WindowView.place(s.place(), stage)));
    stage.close();
    windowView.close();
    store.written().thenRun(() -> closed.complete(null));
  }
}
