package org.rhobust.service;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Trains one run at a time for a {@link RunQueue}. */
public interface QueueTrainer {

  /**
   * Starts a run; the answer comes when it has come to rest.
   *
   * @throws IllegalStateException when a run is under way
   */
  CompletableFuture<TrainingSnapshot> start(TrainingRequest request);

  /** Goes on with a run on disk, as {@link #start}. */
  CompletableFuture<TrainingSnapshot> resume(Path folder);

  /** Ends the run under way, with a checkpoint to resume from. */
  void stop();

  /** The training as it stands. */
  TrainingSnapshot snapshot();

  /** The background service. */
  static QueueTrainer of(TrainingService service) {
    return new QueueTrainer() {
      @Override
      public CompletableFuture<TrainingSnapshot> start(TrainingRequest request) {
        return service.start(request);
      }

      @Override
      public CompletableFuture<TrainingSnapshot> resume(Path folder) {
        return service.resume(folder);
      }

      @Override
      public void stop() {
        service.stop();
      }

      @Override
      public TrainingSnapshot snapshot() {
        return service.snapshot();
      }
    };
  }
}
