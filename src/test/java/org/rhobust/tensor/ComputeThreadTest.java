package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queues, order and failures. Latches hold the thread, so nothing here depends on timing. */
@Timeout(30)
class ComputeThreadTest {

  private final ComputeThread compute = ComputeThread.get();
  private final List<String> order = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aNewerJobReplacesAWaitingOneOfItsKey() throws InterruptedException {
    CountDownLatch gate = occupy();
    CompletableFuture<String> first = compute.submitLatest("slider", () -> note("first"));
    CompletableFuture<String> other = compute.submitLatest("image", () -> note("other"));
    CompletableFuture<String> last = compute.submitLatest("slider", () -> note("last"));
    gate.countDown();

    assertThat(last.join()).isEqualTo("last");
    assertThat(other.join()).isEqualTo("other");
    assertThat(first).isCancelled();
    assertThat(order).containsExactly("last", "other");
  }

  @Test
  void interactiveJobsRunBeforeTheNextLongJob() throws InterruptedException {
    CountDownLatch gate = occupy();
    CompletableFuture<String> longJob = compute.submit(() -> note("long"));
    compute.submitLatest("key", () -> note("interactive"));
    gate.countDown();
    longJob.join();

    assertThat(order).containsExactly("interactive", "long");
  }

  @Test
  void longJobsRunInTheirOrder() {
    CompletableFuture<String> last = null;
    for (int i = 0; i < 5; i++) {
      String name = "job " + i;
      last = compute.submit(() -> note(name));
    }
    last.join();

    assertThat(order).containsExactly("job 0", "job 1", "job 2", "job 3", "job 4");
  }

  @Test
  void interactiveJobsRunInsideALongJobWhereItLetsThemAndNeverInsideEachOther()
      throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<String> longJob =
        compute.submit(
            () -> {
              begun.countDown();
              waiting.await();
              note("long begins");
              compute.letInteractiveJobsRun();
              return note("long ends");
            });
    begun.await();
    compute.submitLatest(
        "a",
        () -> {
          note("a begins");
          compute.letInteractiveJobsRun();
          return note("a ends");
        });
    compute.submitLatest("b", () -> note("b"));
    waiting.countDown();
    longJob.join();

    assertThat(order).containsExactly("long begins", "a begins", "a ends", "b", "long ends");
  }

  @Test
  void nothingRunsOnAnotherThread() throws InterruptedException {
    CountDownLatch gate = occupy();
    CompletableFuture<String> job = compute.submitLatest("key", () -> note("interactive"));

    compute.letInteractiveJobsRun();

    assertThat(order).isEmpty();
    gate.countDown();
    job.join();
  }

  @Test
  void aCallFromTheThreadItselfRunsAtOnce() {
    String inner = compute.call(() -> compute.call(() -> Thread.currentThread().getName()));

    assertThat(inner).isEqualTo("compute");
  }

  @Test
  void problemsReachTheCallerAsTheyAreAndTheThreadGoesOn() {
    for (Throwable problem :
        List.of(
            new IllegalStateException("model"),
            new EngineException("no", null),
            new StackOverflowError())) {
      Throwable caught = catchThrowable(() -> compute.call(() -> fail(problem)));

      assertThat(caught).isSameAs(problem);
      assertThat(compute.call(() -> "alive")).isEqualTo("alive");
    }
  }

  @Test
  void aFailedInteractiveJobEndsNeitherTheLongJobNorTheNext() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<String> longJob =
        compute.submit(
            () -> {
              begun.countDown();
              waiting.await();
              compute.letInteractiveJobsRun();
              return note("long");
            });
    begun.await();
    CompletableFuture<Object> bad =
        compute.submitLatest("bad", () -> fail(new IllegalStateException("bad")));
    CompletableFuture<String> good = compute.submitLatest("good", () -> note("good"));
    waiting.countDown();

    assertThat(longJob.join()).isEqualTo("long");
    assertThat(good.join()).isEqualTo("good");
    assertThatThrownBy(bad::join).hasRootCauseMessage("bad");
  }

  @Test
  void aCancelledJobDoesNotBegin() throws InterruptedException {
    CountDownLatch gate = occupy();
    CompletableFuture<String> job = compute.submit(() -> note("cancelled"));
    job.cancel(false);
    gate.countDown();
    compute.call(() -> note("next"));

    assertThat(order).containsExactly("next");
  }

  @Test
  void aJobLeavesNoArraysBehindEvenWhereItFails() {
    int before = compute.call(() -> Torch.liveArrays(Device.cpu()));
    catchThrowable(
        () ->
            compute.call(
                () -> {
                  TestArrays.array(new float[] {1, 2}, 2).add(1);
                  return fail(new IllegalStateException("late"));
                }));

    assertThat(compute.call(() -> Torch.liveArrays(Device.cpu()))).isEqualTo(before);
  }

  @Test
  void theEngineIsLoadedOnce() {
    assertThat(ComputeThread.start(progress -> {})).isSameAs(compute);
    assertThat(compute.loaded()).succeedsWithin(java.time.Duration.ofSeconds(30));
  }

  private String note(String event) {
    order.add(event);
    return event;
  }

  /** Keeps the thread in a long job, from now until the latch is counted down. */
  private CountDownLatch occupy() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    compute.submit(
        () -> {
          begun.countDown();
          gate.await();
          return null;
        });
    begun.await();
    return gate;
  }

  private static Object fail(Throwable problem) throws Exception {
    if (problem instanceof Error error) {
      throw error;
    }
    throw (Exception) problem;
  }
}
