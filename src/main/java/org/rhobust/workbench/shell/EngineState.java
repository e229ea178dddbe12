package org.rhobust.workbench.shell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.run.RunConfig;
import org.rhobust.service.EngineStatus;
import org.rhobust.service.TrainingSnapshot;

/** How the engine stands, in words for the status bar. */
final class EngineState {

  private final Executor ui;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("Loading PyTorch");
  private final ReadOnlyDoubleWrapper unpacked = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyObjectWrapper<EngineStatus> status = new ReadOnlyObjectWrapper<>();
  private boolean failed;
  private String chosen = DeviceChoice.AUTO;
  private RunConfig training;
  private int threads;

  EngineState(Executor ui) {
    this.ui = ui;
  }

  /** Such as "CPU · 2 threads", or "GPU 0": where the training runs, else the chosen device. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** The share in [0, 1] of the engine unpacked, which only the first start on a machine does. */
  ReadOnlyDoubleProperty unpackedProperty() {
    return unpacked.getReadOnlyProperty();
  }

  /** What was loaded; null before, and when nothing could be. */
  ReadOnlyObjectProperty<EngineStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Told on any thread. */
  void unpacking(double share) {
    ui.execute(
        () -> {
          unpacked.set(share);
          if (status.get() == null && !failed) {
            text.set(
                share < 1
                    ? "Unpacking PyTorch, once on this machine: " + Math.round(100 * share) + " %"
                    : "Loading PyTorch");
          }
        });
  }

  void load(CompletableFuture<EngineStatus> loading, Consumer<Throwable> onProblem) {
    loading.whenCompleteAsync(
        (loaded, problem) -> {
          unpacked.set(1);
          if (problem == null) {
            threads = loaded.threads();
            status.set(loaded);
            describe();
          } else {
            failed = true;
            text.set("PyTorch is not loaded");
            onProblem.accept(problem);
          }
        },
        ui);
  }

  /** Another device was chosen for what comes. */
  void choose(String device) {
    chosen = device;
    describe();
  }

  /** A run may compute elsewhere, with other threads. */
  void follow(TrainingSnapshot snapshot) {
    training = snapshot.state().active() ? snapshot.config() : null;
    if (training != null) {
      threads = training.threads();
    }
    describe();
  }

  /** A device to choose, in words. */
  String title(String name) {
    EngineStatus loaded = status.get();
    return loaded == null ? name : DeviceChoice.title(name, loaded);
  }

  /** All that the text has no room for. */
  String details() {
    EngineStatus loaded = status.get();
    return Stream.of(
            "PyTorch %s on %s.".formatted(loaded.version(), DeviceChoice.title(device(loaded))),
            loaded.remark(),
            "Another choice holds for models opened and trainings started from then on; a running"
                + " training keeps its device.")
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private void describe() {
    EngineStatus loaded = status.get();
    if (loaded != null) {
      String device = device(loaded);
      text.set(
          device.equals("cpu")
              ? "CPU · %d %s".formatted(threads, threads == 1 ? "thread" : "threads")
              : DeviceChoice.title(device));
    }
  }

  private String device(EngineStatus loaded) {
    return training == null ? DeviceChoice.resolve(chosen, loaded) : training.device();
  }
}
