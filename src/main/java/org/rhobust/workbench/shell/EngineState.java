package org.rhobust.workbench.shell;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.service.EngineStatus;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.tensor.ComputeThread;

/** How the engine stands, in words for the status bar. */
final class EngineState {

  private final Executor ui;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("Loading PyTorch");
  private final ReadOnlyDoubleWrapper unpacked = new ReadOnlyDoubleWrapper(1);
  private String version = "";

  EngineState(Executor ui) {
    this.ui = ui;
  }

  /** Such as "PyTorch 2.0.1 on cpu, 2 threads". */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** The share in [0, 1] of the engine unpacked, which only the first start on a machine does. */
  ReadOnlyDoubleProperty unpackedProperty() {
    return unpacked.getReadOnlyProperty();
  }

  /** Told on any thread. */
  void unpacking(double share) {
    ui.execute(
        () -> {
          unpacked.set(share);
          if (version.isEmpty() && share < 1) {
            text.set("Unpacking PyTorch, once on this machine: " + Math.round(100 * share) + " %");
          } else if (version.isEmpty()) {
            text.set("Loading PyTorch");
          }
        });
  }

  void load(ComputeThread compute, Consumer<Throwable> onProblem) {
    EngineStatus.of(compute)
        .whenCompleteAsync(
            (status, problem) -> {
              unpacked.set(1);
              if (problem == null) {
                version = status.version();
                describe(status.device(), status.threads());
              } else {
                version = "none";
                text.set("PyTorch is not loaded");
                onProblem.accept(problem);
              }
            },
            ui);
  }

  /** A run may compute elsewhere, with other threads. */
  void follow(TrainingSnapshot snapshot) {
    if (snapshot.config() != null) {
      describe(snapshot.config().device(), snapshot.config().threads());
    }
  }

  private void describe(String device, int threads) {
    text.set(
        "PyTorch %s on %s, %d %s"
            .formatted(
                version,
                device.startsWith("gpu") ? "GPU " + device.substring(4) : "CPU",
                threads,
                threads == 1 ? "thread" : "threads"));
  }
}
