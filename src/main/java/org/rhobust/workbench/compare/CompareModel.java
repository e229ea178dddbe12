package org.rhobust.workbench.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.DirectionSettings;
import org.rhobust.service.DirectionRequest;
import org.rhobust.service.QueueSnapshot;
import org.rhobust.service.QueuedRun;
import org.rhobust.service.RunQueue;
import org.rhobust.threat.ThreatModel;
import org.rhobust.training.Preset;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.NumberInput;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.Latest;
import org.rhobust.workbench.controls.LongWork;
import org.rhobust.workbench.controls.ModelTests.Measured;
import org.rhobust.workbench.controls.ModelTests.Subject;

/**
 * The three methods, trained one after the other by the queue, or as they are shipped. Each is
 * attacked as soon as it is there, while the next one trains, and only while somebody looks.
 * Belongs to the JavaFX thread.
 */
final class CompareModel {

  /** The shipped models are of MNIST. */
  private static final String SHIPPED = "mnist-";

  private static final int DIRECTION_STEPS = 40;

  private final RunQueue queue;
  private final CompareServices services;
  private final Selection selection;
  private final ObservableValue<Path> folder;
  private final ObservableValue<String> device;
  private final Executor ui;
  private final ObjectProperty<Preset> preset =
      new SimpleObjectProperty<>(this, "preset", Presets.all().get(0));
  private final NumberInput seed = NumberInput.whole("seed", 0, 0, Integer.MAX_VALUE);
  private final BooleanProperty looked = new SimpleBooleanProperty(this, "looked");
  private final ReadOnlyObjectWrapper<List<Column>> columns =
      new ReadOnlyObjectWrapper<>(this, "columns", List.of());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final Map<TrainingMethod, Long> lined = new EnumMap<>(TrainingMethod.class);
  private final LongWork<Measured> attack;
  private final Latest<DirectionCurve> direction;
  private final Subscription listening;
  private ThreatModel threat;
  private int comparison;
  private TrainingMethod measuring;

  /**
   * @param folder that runs are made in
   * @param device where they compute
   * @param ui runs on the JavaFX thread
   */
  CompareModel(
      RunQueue queue,
      CompareServices services,
      Selection selection,
      ObservableValue<Path> folder,
      ObservableValue<String> device,
      Executor ui) {
    this.queue = queue;
    this.services = services;
    this.selection = selection;
    this.folder = folder;
    this.device = device;
    this.ui = ui;
    attack = new LongWork<>(ui, () -> System.nanoTime() / 1e9);
    direction = new Latest<>(ui);
    Runnable queueListening = queue.listen(now -> ui.execute(() -> follow(queue.snapshot())));
    listening =
        selection
            .imageProperty()
            .subscribe((before, after) -> forgetCurves())
            .and(looked.subscribe((before, after) -> goOn()))
            .and(attack.statusProperty().subscribe((before, words) -> tellAttack()))
            .and(attack.progressProperty().subscribe((before, share) -> tellAttack()))
            .and(attack.problemProperty().subscribe((before, why) -> attackFailed(why)))
            .and(queueListening::run);
  }

  /** The settings of all three. */
  ObjectProperty<Preset> presetProperty() {
    return preset;
  }

  /** The seed of all three. */
  NumberInput seed() {
    return seed;
  }

  /** Whether somebody looks: else nothing is attacked. */
  BooleanProperty lookedProperty() {
    return looked;
  }

  /** The three methods; empty before anything was asked for. */
  ReadOnlyObjectProperty<List<Column>> columnsProperty() {
    return columns.getReadOnlyProperty();
  }

  /** Why nothing could be begun; empty where it could. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether something of the comparison trains, waits or is attacked. */
  BooleanBinding busyProperty() {
    return Bindings.createBooleanBinding(
        () ->
            columns.get().stream()
                .anyMatch(column -> !column.failed() && !column.status().isEmpty()),
        columns);
  }

  /** What the button trains. */
  List<TrainingSettings> settings() {
    List<TrainingSettings> all = new ArrayList<>();
    for (TrainingMethod method : TrainingMethod.values()) {
      all.add(preset.get().of(method).toBuilder().seed(seed.intValue()).build());
    }
    return all;
  }

  /** Lines up the three methods of the article with the same seed. */
  void reproduce() {
    if (!seed.valid()) {
      return;
    }
    cancel();
    List<TrainingSettings> all = settings();
    PgdSettings calibrated = all.get(all.size() - 1).attack();
    begin(new ThreatModel(calibrated.norm(), calibrated.epsilon()), "Lined up");
    try {
      List<Long> ids = queue.add(all, folder.getValue(), device.getValue());
      for (int i = 0; i < ids.size(); i++) {
        lined.put(all.get(i).method(), ids.get(i));
      }
      follow(queue.snapshot());
    } catch (IllegalArgumentException e) {
      columns.set(List.of());
      problem.set(e.getMessage());
    }
  }

  /** Shows the models that come with the program. */
  void showShipped() {
    cancel();
    begin(ThreatModel.reference(1), "Opens");
    for (TrainingMethod method : TrainingMethod.values()) {
      open(method, SHIPPED + method.id());
    }
  }

  /** Takes what waits out of the queue, stops its training and gives the attack up. */
  void cancel() {
    comparison++;
    attack.cancel();
    direction.forget();
    QueueSnapshot now = queue.snapshot();
    List<QueuedRun> mine = lined.values().stream().flatMap(id -> now.find(id).stream()).toList();
    lined.clear();
    mine.forEach(run -> queue.remove(run.id()));
    if (mine.stream().anyMatch(run -> run.state() == QueuedRun.State.RUNNING)) {
      services.stop().run();
    }
    changeAll(
        column ->
            column.status().isEmpty() || column.failed() ? column : column.failed("Cancelled"));
  }

  /** Lets a paused queue go on. */
  void goOnWithQueue() {
    queue.unpause();
  }

  /** Whether the queue would train, but is paused. */
  boolean queueIsPaused() {
    QueueSnapshot now = queue.snapshot();
    return now.paused() && lined.values().stream().anyMatch(id -> waits(now, id));
  }

  void close() {
    listening.unsubscribe();
    comparison++;
    attack.cancel();
    direction.forget();
  }

  private static boolean waits(QueueSnapshot now, long id) {
    return now.find(id).filter(run -> run.state() == QueuedRun.State.WAITING).isPresent();
  }

  private void begin(ThreatModel within, String status) {
    comparison++;
    threat = within;
    problem.set("");
    lined.clear();
    List<Column> fresh = new ArrayList<>();
    for (TrainingMethod method : TrainingMethod.values()) {
      fresh.add(Column.empty(method).waiting(status, Double.NaN));
    }
    columns.set(List.copyOf(fresh));
  }

  private void follow(QueueSnapshot now) {
    for (TrainingMethod method : List.copyOf(lined.keySet())) {
      QueuedRun run = now.find(lined.get(method)).orElse(null);
      if (run == null) {
        lined.remove(method);
        change(method, column -> column.failed("It was taken out of the queue"));
      } else if (run.state() == QueuedRun.State.FINISHED) {
        lined.remove(method);
        change(method, column -> column.waiting("Trained; its model opens", Double.NaN));
        open(method, run.request().folder().resolve("final").toString());
      } else {
        change(method, column -> column.waiting(QueueWords.of(run, now), QueueWords.progress(run)));
      }
    }
  }

  private void open(TrainingMethod method, String model) {
    int asked = comparison;
    services
        .open()
        .apply(model, threat)
        .whenCompleteAsync(
            (subject, failure) -> {
              if (asked != comparison) {
                return;
              }
              if (failure == null) {
                change(method, column -> column.with(subject));
                goOn();
              } else {
                change(method, column -> column.failed(line(failure)));
              }
            },
            ui);
  }

  /** One question after the other, so that none crowds out the training or another view. */
  private void goOn() {
    if (!looked.get()) {
      return;
    }
    if (!attack.runningProperty().get()) {
      columns.get().stream()
          .filter(column -> column.subject() != null && column.measured() == null)
          .filter(column -> !column.failed())
          .findFirst()
          .ifPresent(this::measure);
    }
    if (!direction.busyProperty().get()) {
      columns.get().stream()
          .filter(column -> column.subject() != null && column.curve() == null)
          .findFirst()
          .ifPresent(this::askDirection);
    }
  }

  private void measure(Column column) {
    Subject subject = column.subject();
    measuring = column.method();
    attack.start(
        "Under attack",
        progress -> services.measure().apply(subject, progress),
        result -> {
          change(column.method(), now -> now.with(result));
          goOn();
        });
  }

  private void tellAttack() {
    if (measuring != null && attack.runningProperty().get()) {
      change(
          measuring,
          column ->
              column.measured() == null && !column.failed()
                  ? column.waiting(attack.statusProperty().get(), attack.progressProperty().get())
                  : column);
    }
  }

  private void attackFailed(String why) {
    if (!why.isEmpty() && measuring != null) {
      change(measuring, column -> column.failed(why));
      goOn();
    }
  }

  private void forgetCurves() {
    direction.forget();
    changeAll(column -> column.with((DirectionCurve) null));
    goOn();
  }

  private void askDirection(Column column) {
    Subject subject = column.subject();
    ImageSet images = subject.test().test();
    int image = Math.max(0, Math.min(images.size() - 1, selection.imageProperty().get()));
    String id = subject.model().id();
    DirectionRequest request =
        new DirectionRequest(
            id, id, images, image, DirectionSettings.adversarial(directionAttack(threat), 0));
    direction.ask(
        () -> services.direction().apply(request),
        curve -> {
          change(column.method(), now -> now.with(curve));
          goOn();
        },
        why -> problem.set("Figure 1: " + why));
  }

  /** Small steps from zero are strongest against a calibrated model. */
  static PgdSettings directionAttack(ThreatModel threat) {
    return new PgdSettings(
        threat.norm(),
        threat.epsilon(),
        DIRECTION_STEPS,
        threat.epsilon() / 30,
        0.9,
        1.5,
        "confidence",
        null,
        "zero",
        1);
  }

  private void change(TrainingMethod method, UnaryOperator<Column> change) {
    changeAll(column -> column.method() == method ? change.apply(column) : column);
  }

  private void changeAll(UnaryOperator<Column> change) {
    List<Column> changed = columns.get().stream().map(change).toList();
    if (!changed.equals(columns.get())) {
      columns.set(changed);
    }
  }

  private static String line(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
