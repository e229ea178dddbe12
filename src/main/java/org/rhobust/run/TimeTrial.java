package org.rhobust.run;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdState;
import org.rhobust.tensor.Devices;
import org.rhobust.tensor.ThreadCount;
import org.rhobust.tensor.Torch;
import org.rhobust.training.TrainingSettings;

/** Measures how long a training would take by real steps of it, on the compute thread. */
public final class TimeTrial {

  private static final int STEPS = 3;

  /** Java compiles what runs often: short steps are repeated for this long before they count. */
  private static final double WARM_UP_SECONDS = 2;

  /** Enough of an attack to tell how many threads suit it. */
  private static final int SHORT_ATTACK = 2;

  /** From here on two images gain from every core, and to try whole batches would take minutes. */
  private static final double LONG_SECONDS_OF_TWO_IMAGES = 0.1;

  private final TrainingSettings settings;
  private final double patience;
  private final BooleanSupplier cancelled;
  private final Runnable betweenIterations;
  private final List<Double> measured = new ArrayList<>();
  private long start;
  private long stepStart;

  /** Spent on other work during the step, which is none of the training's. */
  private long pausedNanos;

  private int iterations;

  /**
   * @param patience seconds after which the trial ends at the attack's next iteration
   * @param cancelled asked at each iteration
   * @param betweenIterations called at each iteration
   */
  public TimeTrial(
      TrainingSettings settings,
      double patience,
      BooleanSupplier cancelled,
      Runnable betweenIterations) {
    this.settings = settings;
    this.patience = patience;
    this.cancelled = cancelled;
    this.betweenIterations = betweenIterations;
  }

  /**
   * Runs three steps, more where they are short, or what fits into the patience.
   *
   * @param device {@code auto}, {@code cpu} or {@code gpu:n}
   * @param threads inside one operation; 0 chooses the fastest
   * @throws IllegalArgumentException when the settings do not fit the data or the device
   * @throws CancellationException when cancelled
   */
  public TimeEstimate measure(String device, int threads) {
    start = System.nanoTime();
    Device where = Devices.of(device);
    int before = Torch.threads();
    int count = before;
    try {
      count = threads > 0 ? threads : fastestThreadCount(settings, where, this::stopIfCancelled);
      Torch.setThreads(count);
      measureSteps(where);
    } finally {
      Torch.setThreads(before);
    }
    return new TimeEstimate(
        Devices.name(where),
        count,
        settings.totalSteps(),
        secondsPerStep(),
        Math.min(STEPS, measured.size()));
  }

  private void measureSteps(Device device) {
    try (StepTrial trial = new StepTrial(oneBatch(settings), device, this::afterIteration)) {
      while (measured.size() < STEPS || seconds(start) < WARM_UP_SECONDS) {
        runStep(trial);
        stopIfAsked();
      }
    } catch (OutOfPatienceException e) {
      // What was measured until now is told.
    }
  }

  /**
   * The thread count that short steps of this training are fastest with, which is then set. On a
   * GPU it matters little: it stays.
   */
  static int fastestThreadCount(
      TrainingSettings settings, Device device, PgdObserver betweenIterations) {
    if (device.isGpu()) {
      return Torch.threads();
    }
    int cores = Runtime.getRuntime().availableProcessors();
    Torch.setThreads(cores);
    TrainingSettings twoImages = settings.toBuilder().batch(2).examples(2).steps(1).build();
    if (secondsOfSecondRun(twoImages, device, betweenIterations) > LONG_SECONDS_OF_TWO_IMAGES) {
      return cores;
    }
    TrainingSettings shortened = oneBatch(settings).toBuilder().steps(SHORT_ATTACK).build();
    try (StepTrial trial = new StepTrial(shortened, device, betweenIterations)) {
      return ThreadCount.chooseFastest(device, trial::run);
    }
  }

  private static double secondsOfSecondRun(
      TrainingSettings settings, Device device, PgdObserver betweenIterations) {
    try (StepTrial trial = new StepTrial(settings, device, betweenIterations)) {
      trial.run();
      long second = System.nanoTime();
      trial.run();
      return seconds(second);
    }
  }

  private static TrainingSettings oneBatch(TrainingSettings settings) {
    return settings.toBuilder()
        .examples(Math.min(settings.examples(), settings.batch()))
        .weights(null)
        .build();
  }

  private void runStep(StepTrial trial) {
    iterations = 0;
    pausedNanos = 0;
    stepStart = System.nanoTime();
    trial.run();
    measured.add(stepSeconds());
  }

  private void afterIteration(PgdState state) {
    iterations++;
    long pause = System.nanoTime();
    stopIfCancelled(state);
    pausedNanos += System.nanoTime() - pause;
    stopIfAsked();
  }

  private void stopIfCancelled(PgdState state) {
    betweenIterations.run();
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("the trial was cancelled");
    }
  }

  private void stopIfAsked() {
    if (seconds(start) > patience) {
      throw new OutOfPatienceException();
    }
  }

  /** The median of the last steps; before the first is done, its attack's part. */
  private double secondsPerStep() {
    if (measured.isEmpty()) {
      return stepSeconds() / iterations * settings.attack().steps();
    }
    List<Double> last =
        measured.subList(Math.max(0, measured.size() - STEPS), measured.size()).stream()
            .sorted()
            .toList();
    return last.get(last.size() / 2);
  }

  private double stepSeconds() {
    return seconds(stepStart) - pausedNanos / 1e9;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static final class OutOfPatienceException extends RuntimeException {}
}
