package org.rhobust.workbench.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.rhobust.attack.PgdSettings;
import org.rhobust.service.RunQueue;
import org.rhobust.threat.ThreatModel;
import org.rhobust.training.Preset;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.NumberInput;
import org.rhobust.workbench.Selection;

/**
 * The three methods, trained one after the other by the queue, or as they are shipped. Each is
 * attacked as soon as it is there, while the next one trains, and only while somebody looks.
 * Belongs to the JavaFX thread.
 */
final class CompareModel {

  private final CompareServices services;
  private final ObservableValue<Path> folder;
  private final ObservableValue<String> device;
  private final Executor ui;
  private final ObjectProperty<Preset> preset =
      new SimpleObjectProperty<>(this, "preset", Presets.all().get(0));
  private final NumberInput seed = NumberInput.whole("seed", 0, 0, Integer.MAX_VALUE);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final Columns columns = new Columns();
  private final ComparisonTests tests;
  private final ComparisonRuns runs;
  private final ObjectProperty<Comparison> comparison =
      new SimpleObjectProperty<>(this, "comparison");
  private int asked;

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
    this.services = services;
    this.folder = folder;
    this.device = device;
    this.ui = ui;
    tests = new ComparisonTests(columns, services, selection, problem::set, ui);
    runs = new ComparisonRuns(queue, columns, this::open, ui);
    comparison.subscribe((before, after) -> begin());
  }

  /** The settings of all three. */
  ObjectProperty<Preset> presetProperty() {
    return preset;
  }

  /** The seed of all three. */
  NumberInput seed() {
    return seed;
  }

  /**
   * What is compared: setting it shows its models, and follows those of its runs that the queue
   * still trains. Null before anything was asked for.
   */
  ObjectProperty<Comparison> comparisonProperty() {
    return comparison;
  }

  /** Whether somebody looks: else nothing is attacked. */
  BooleanProperty lookedProperty() {
    return tests.lookedProperty();
  }

  /** The three methods; empty before anything was asked for. */
  ReadOnlyObjectProperty<List<Column>> columnsProperty() {
    return columns.allProperty();
  }

  /** Why nothing could be begun; empty where it could. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether something of the comparison trains, waits or is attacked. */
  BooleanBinding busyProperty() {
    return columns.busyProperty();
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
    try {
      compare(
          new Comparison(
              new ThreatModel(calibrated.norm(), calibrated.epsilon()),
              runs.add(all, folder.getValue(), device.getValue())));
    } catch (IllegalArgumentException e) {
      comparison.set(null);
      problem.set(e.getMessage());
    }
  }

  /** Shows the models that come with the program. */
  void showShipped() {
    cancel();
    compare(Comparison.SHIPPED);
  }

  /** Takes what waits out of the queue, stops its training and gives the attack up. */
  void cancel() {
    asked++;
    tests.cancel();
    runs.cancel();
    columns.changeAll(
        column ->
            column.status().isEmpty() || column.failed() ? column : column.failed("Cancelled"));
  }

  /** Lets a paused queue go on. */
  void goOnWithQueue() {
    runs.unpause();
  }

  /** Whether the queue would train, but is paused. */
  boolean queueIsPaused() {
    return runs.paused();
  }

  void close() {
    runs.close();
    asked++;
    tests.close();
  }

  /** The same once more is begun anew. */
  private void compare(Comparison wanted) {
    if (wanted.equals(comparison.get())) {
      begin();
    } else {
      comparison.set(wanted);
    }
  }

  private void begin() {
    asked++;
    tests.cancel();
    problem.set("");
    Comparison now = comparison.get();
    if (now == null) {
      runs.follow(Map.of());
      columns.clear();
      return;
    }
    columns.begin("Opens");
    runs.follow(now.runs());
    for (TrainingMethod method : TrainingMethod.values()) {
      if (!runs.inQueue(method)) {
        open(method);
      }
    }
  }

  private void open(TrainingMethod method) {
    int now = asked;
    services
        .open()
        .apply(comparison.get().model(method), comparison.get().threat())
        .whenCompleteAsync(
            (subject, failure) -> {
              if (now != asked || runs.inQueue(method)) {
                return;
              }
              if (failure == null) {
                columns.change(method, column -> column.with(subject));
                tests.goOn();
              } else {
                columns.change(method, column -> column.failed(line(failure)));
              }
            },
            ui);
  }

  private static String line(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
