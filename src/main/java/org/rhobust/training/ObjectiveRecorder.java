package org.rhobust.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdState;
import org.rhobust.tensor.Scope;

/**
 * Remembers the objective of a batch's attack at each iteration. Nothing is read from the device
 * before the attack is over, and at most ten attacks a second are recorded: nobody sees more.
 */
public final class ObjectiveRecorder implements PgdObserver, AutoCloseable {

  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final double LOW = 0.1;
  private static final double MEDIAN = 0.5;
  private static final double HIGH = 0.9;

  private final NDList objectives = new NDList();
  private long next = System.nanoTime();
  private boolean recording;

  @Override
  public void observe(PgdState state) {
    if (state.iteration() == 0) {
      close();
      recording = System.nanoTime() - next >= 0;
    }
    if (recording) {
      objectives.add(Scope.persist(state.objective().duplicate()));
    }
  }

  /** The attack since the last call; empty where none was recorded. */
  public Optional<AttackProgress> take() {
    if (objectives.isEmpty()) {
      return Optional.empty();
    }
    next = System.nanoTime() + INTERVAL_NANOS;
    try (Scope scope = Scope.open()) {
      return Optional.of(progress(NDArrays.stack(objectives).toFloatArray(), objectives.size()));
    } finally {
      close();
    }
  }

  /** Forgets what was not taken. */
  @Override
  public void close() {
    objectives.forEach(NDArray::close);
    objectives.clear();
  }

  private static AttackProgress progress(float[] values, int iterations) {
    int images = values.length / iterations;
    AttackProgress progress =
        new AttackProgress(new double[iterations], new double[iterations], new double[iterations]);
    for (int i = 0; i < iterations; i++) {
      float[] sorted = Arrays.copyOfRange(values, i * images, (i + 1) * images);
      Arrays.sort(sorted);
      progress.lows()[i] = quantile(sorted, LOW);
      progress.medians()[i] = quantile(sorted, MEDIAN);
      progress.highs()[i] = quantile(sorted, HIGH);
    }
    return progress;
  }

  private static double quantile(float[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
