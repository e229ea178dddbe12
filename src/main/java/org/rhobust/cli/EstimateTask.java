package org.rhobust.cli;

import org.rhobust.data.DataSets;
import org.rhobust.run.Durations;
import org.rhobust.run.TimeEstimate;
import org.rhobust.run.TimeTrial;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.training.TrainingSettings;

/** Measures how long a training would take, and trains nothing. */
final class EstimateTask {

  /** A step of the largest networks takes minutes on a CPU. */
  private static final double PATIENCE_SECONDS = 120;

  private final Console console;

  EstimateTask(Console console) {
    this.console = console;
  }

  Table measure(TrainingSettings settings, String device, int threads) {
    console.note("measuring steps of this training; Ctrl-C ends it");
    if (!DataSets.get(settings.dataset()).available()) {
      console.note(settings.dataset() + " is not on this computer: measured on noise of its shape");
    }
    TimeTrial trial = new TimeTrial(settings, PATIENCE_SECONDS, console.stop(), () -> {});
    TimeEstimate estimate = ComputeThread.get().call(() -> trial.measure(device, threads));
    console.note(words(estimate));
    return new Table(
            "device",
            "threads",
            "steps",
            "seconds_per_step",
            "measured_steps",
            "seconds",
            "at_least")
        .add(
            estimate.device(),
            estimate.threads(),
            estimate.steps(),
            estimate.secondsPerStep(),
            estimate.measured(),
            estimate.seconds(),
            estimate.bound());
  }

  private static String words(TimeEstimate estimate) {
    String time = Durations.words(estimate.seconds()) + " on " + estimate.device();
    return estimate.bound()
        ? "more than " + time + ": no step came to its end within the trial"
        : "about " + time;
  }
}
