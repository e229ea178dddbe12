package org.rhobust.workbench.shell;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rhobust.service.TrainingSnapshot;

/**
 * Brings the latest snapshot of the training to the JavaFX thread, at most 15 times a second: what
 * changed in between is never queued.
 */
final class SnapshotPulse {

  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1) / 15;

  private final ReadOnlyObjectWrapper<TrainingSnapshot> latest;
  private final AnimationTimer timer;

  SnapshotPulse(Supplier<TrainingSnapshot> source) {
    latest = new ReadOnlyObjectWrapper<>(source.get());
    timer =
        new AnimationTimer() {
          private long next;

          @Override
          public void handle(long now) {
            if (now >= next) {
              next = now + INTERVAL_NANOS;
              latest.set(source.get());
            }
          }
        };
  }

  ReadOnlyObjectProperty<TrainingSnapshot> latest() {
    return latest.getReadOnlyProperty();
  }

  void start() {
    timer.start();
  }

  void stop() {
    timer.stop();
  }
}
