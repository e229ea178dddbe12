package org.rhobust.service;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.rhobust.run.TimeEstimate;
import org.rhobust.run.TimeTrial;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.training.TrainingSettings;

/** Measures how long trainings would take; a newer question ends the trial before it. */
final class Estimates {

  /** What nobody has waited for by then is better told as "more than". */
  private static final double PATIENCE_SECONDS = 15;

  private final ComputeThread compute;
  private final AtomicLong newest = new AtomicLong();

  Estimates(ComputeThread compute) {
    this.compute = compute;
  }

  CompletableFuture<TimeEstimate> ask(TrainingSettings settings, String device) {
    long number = newest.incrementAndGet();
    TimeTrial trial =
        new TimeTrial(
            settings,
            PATIENCE_SECONDS,
            () -> newest.get() != number,
            compute::letInteractiveJobsRun);
    return compute.submit(
        () -> {
          if (newest.get() != number) {
            throw new CancellationException("a newer question was asked");
          }
          return trial.measure(device, 0);
        });
  }

  /** Ends a trial that is under way, and lets those that wait fail. */
  void cancel() {
    newest.incrementAndGet();
  }
}
