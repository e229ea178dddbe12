package org.rhobust.service;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.rhobust.tensor.ComputeThread;

/**
 * Long work on the compute thread, a part at a time, so that questions and a training go on in
 * between.
 *
 * @param <R> what comes of it
 */
final class PartByPart<R> {

  /** As often as a person can follow. */
  private static final long REPORT_INTERVAL_NANOS = 100_000_000;

  private final ComputeThread compute;
  private final Work<R> work;
  private final DoubleConsumer progress;
  private final CompletableFuture<R> result;
  private long reported = System.nanoTime() - REPORT_INTERVAL_NANOS;

  /**
   * Work in parts; all of it is called on the compute thread.
   *
   * @param finished whether only the result is left
   * @param progress the share done in [0, 1]
   * @param runNext runs the next part; calls its argument between two points, which may throw
   * @param result gathers what was found; calls its argument between two batches, which may throw
   * @param close frees what the work holds, also after a failure
   */
  record Work<R>(
      BooleanSupplier finished,
      DoubleSupplier progress,
      Consumer<Runnable> runNext,
      Function<Runnable, R> result,
      Runnable close) {

    /** The same, which frees something more at its end. */
    Work<R> thenClose(Runnable more) {
      return new Work<>(
          finished,
          progress,
          runNext,
          result,
          () -> {
            close.run();
            more.run();
          });
    }
  }

  private PartByPart(
      ComputeThread compute, Work<R> work, DoubleConsumer progress, CompletableFuture<R> result) {
    this.compute = compute;
    this.work = work;
    this.progress = progress;
    this.result = result;
  }

  /**
   * Opens the work and runs it to its end.
   *
   * @param progress told the share done between points, ten times a second at most, on the compute
   *     thread
   * @return cancelling it ends the work at the next point
   */
  static <R> CompletableFuture<R> run(
      ComputeThread compute, Callable<Work<R>> opening, DoubleConsumer progress) {
    CompletableFuture<R> result = new CompletableFuture<>();
    compute
        .submit(
            () -> {
              if (result.isDone()) {
                return null;
              }
              Work<R> work = opening.call();
              result.whenComplete((value, problem) -> compute.submit(() -> close(work)));
              new PartByPart<>(compute, work, progress, result).queueNext();
              return null;
            })
        .exceptionally(problem -> fail(result, problem));
    return result;
  }

  private void queueNext() {
    compute.submit(this::next).exceptionally(problem -> fail(result, problem));
  }

  private Void next() {
    if (result.isDone()) {
      return null;
    }
    if (work.finished().getAsBoolean()) {
      result.complete(work.result().apply(this::betweenPoints));
    } else {
      work.runNext().accept(this::betweenPoints);
      queueNext();
    }
    return null;
  }

  private void betweenPoints() {
    if (result.isDone()) {
      throw new CancellationException("cancelled");
    }
    if (System.nanoTime() - reported >= REPORT_INTERVAL_NANOS) {
      reported = System.nanoTime();
      progress.accept(work.progress().getAsDouble());
    }
    compute.letInteractiveJobsRun();
  }

  private static Void close(Work<?> work) {
    work.close().run();
    return null;
  }

  private static Void fail(CompletableFuture<?> result, Throwable problem) {
    result.completeExceptionally(problem);
    return null;
  }
}
