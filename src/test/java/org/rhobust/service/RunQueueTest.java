package org.rhobust.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.model.ModelDirectory;
import org.rhobust.run.QuickSettings;
import org.rhobust.run.RunConfig;
import org.rhobust.service.QueuedRun.State;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

class RunQueueTest {

  @TempDir private Path folder;

  private final FakeTrainer trainer = new FakeTrainer();
  private RunQueue queue;

  /** Trains nothing; a test says when a run ends. */
  private static final class FakeTrainer implements QueueTrainer {

    private final List<String> begun = new ArrayList<>();
    private CompletableFuture<TrainingSnapshot> rest;
    private TrainingSnapshot now = TrainingSnapshot.IDLE;
    private String refused = "";
    private int stops;

    @Override
    public CompletableFuture<TrainingSnapshot> start(TrainingRequest request) {
      return begin("start " + request.settings().seed(), request.folder(), request.settings());
    }

    @Override
    public CompletableFuture<TrainingSnapshot> resume(Path run) {
      return begin("resume " + run.getFileName().toString().replaceAll(".*seed", ""), run, null);
    }

    @Override
    public void stop() {
      stops++;
      end(RunState.STOPPED);
    }

    @Override
    public TrainingSnapshot snapshot() {
      return now;
    }

    private CompletableFuture<TrainingSnapshot> begin(
        String what, Path run, TrainingSettings settings) {
      if (now.state().active()) {
        throw new IllegalStateException("a run is under way");
      }
      if (what.equals(refused)) {
        throw new UnsupportedOperationException("no compute thread");
      }
      begun.add(what);
      rest = new CompletableFuture<>();
      now = at(RunState.RUNNING, run, 0, 0);
      return rest;
    }

    void step(int step, double secondsLeft) {
      now = at(RunState.RUNNING, now.folder(), step, secondsLeft);
    }

    void end(RunState state) {
      now = at(state, now.folder(), now.step(), Double.NaN);
      rest.complete(now);
    }

    private static TrainingSnapshot at(RunState state, Path run, int step, double left) {
      return new TrainingSnapshot(
          state,
          state == RunState.FAILED ? "the loss is not a number" : "",
          run,
          null,
          step,
          100,
          10,
          0.5 * step,
          left,
          MetricColumns.EMPTY,
          null,
          null,
          RunDetails.NONE);
    }
  }

  @Test
  void trainsOneAfterTheOther() {
    open();
    add(1, 2);
    assertThat(trainer.begun).containsExactly("start 1");
    assertThat(states()).containsExactly(State.RUNNING, State.WAITING);

    trainer.end(RunState.FINISHED);
    assertThat(trainer.begun).containsExactly("start 1", "start 2");
    assertThat(states()).containsExactly(State.FINISHED, State.RUNNING);

    trainer.end(RunState.FINISHED);
    assertThat(queue.snapshot().pending()).isFalse();
    assertThat(queue.snapshot().secondsLeft()).isZero();
  }

  @Test
  void aFailureIsToldAndTheNextBegins() {
    open();
    List<Long> ids = add(1, 2);
    trainer.end(RunState.FAILED);

    assertThat(trainer.begun).containsExactly("start 1", "start 2");
    assertThat(queue.snapshot().find(ids.get(0)).orElseThrow().message())
        .isEqualTo("the loss is not a number");

    queue.retry(ids.get(0));
    queue.retry(ids.get(1));
    assertThat(states()).containsExactly(State.WAITING, State.RUNNING);
    trainer.end(RunState.FINISHED);
    assertThat(trainer.begun).containsExactly("start 1", "start 2", "start 1");
  }

  @Test
  void aRunStartedByHandIsWaitedFor() {
    open();
    trainer.begin("by hand", folder.resolve("hand"), null);
    add(1);

    assertThat(queue.snapshot().waiting()).isTrue();
    assertThat(states()).containsExactly(State.WAITING);
    queue.advance();
    assertThat(trainer.begun).containsExactly("by hand");

    trainer.end(RunState.STOPPED);
    queue.advance();
    assertThat(trainer.begun).containsExactly("by hand", "start 1");
    assertThat(queue.snapshot().waiting()).isFalse();
  }

  @Test
  void aPausedQueueEndsWhatRunsAndStartsNothing() {
    open();
    add(1, 2);
    queue.pause();
    trainer.end(RunState.FINISHED);
    assertThat(trainer.begun).containsExactly("start 1");

    queue.unpause();
    assertThat(trainer.begun).containsExactly("start 1", "start 2");
  }

  @Test
  void whoStopsARunIsNotGivenTheNextOne() throws IOException {
    open();
    List<Long> ids = add(1, 2);
    writeRun(queue.snapshot().runs().get(0));
    queue.stop(ids.get(1));
    assertThat(trainer.stops).isZero();
    queue.stop(ids.get(0));
    assertThat(trainer.stops).isEqualTo(1);

    assertThat(queue.snapshot().paused()).isTrue();
    assertThat(states()).containsExactly(State.STOPPED, State.WAITING);

    queue.retry(ids.get(0));
    queue.unpause();
    assertThat(trainer.begun).containsExactly("start 1", "resume 1");
  }

  @Test
  void isReorderedAndTakenOut() {
    open();
    List<Long> ids = add(1, 2, 3, 4);
    queue.move(ids.get(3), -1);
    queue.move(ids.get(1), -1);
    queue.move(ids.get(0), 1);
    queue.move(ids.get(2), 1);
    assertThat(seeds()).containsExactly(1L, 2L, 4L, 3L);

    queue.remove(ids.get(1));
    assertThat(seeds()).containsExactly(1L, 4L, 3L);
    trainer.end(RunState.FINISHED);
    assertThat(trainer.begun).containsExactly("start 1", "start 4");
    queue.clearFinished();
    assertThat(seeds()).containsExactly(4L, 3L);
  }

  @Test
  void whatTrainsIsStoppedWhenItIsTakenOutAndTheNextBegins() {
    open();
    List<Long> ids = add(1, 2);
    queue.remove(ids.get(0));

    assertThat(trainer.stops).isEqualTo(1);
    assertThat(seeds()).containsExactly(2L);
    assertThat(queue.snapshot().paused()).isFalse();
    assertThat(trainer.begun).containsExactly("start 1", "start 2");
  }

  @Test
  void whatIsTakenOutBeforeItHasBegunNeverBegins() {
    List<Runnable> disk = new ArrayList<>();
    queue =
        new RunQueue(
            trainer, folder.resolve("queue.json"), new TrainingSpeeds(), disk::add, Runnable::run);
    List<Long> ids = add(1, 2);
    queue.remove(ids.get(0));
    while (!disk.isEmpty()) {
      disk.remove(0).run();
    }

    assertThat(trainer.begun).containsExactly("start 2");
    assertThat(states()).containsExactly(State.RUNNING);
  }

  @Test
  void theTimeLeftComesFromTheRunsSoFar() {
    open();
    add(1, 2);
    assertThat(queue.snapshot().secondsLeft()).isNaN();

    trainer.step(50, 12);
    queue.advance();

    assertThat(queue.snapshot().runs().get(0).secondsLeft()).isEqualTo(12);
    assertThat(queue.snapshot().runs().get(0).progress()).isEqualTo(0.5);
    // Half a second a step, four steps.
    assertThat(queue.snapshot().runs().get(1).secondsLeft()).isEqualTo(2);
    assertThat(queue.snapshot().secondsLeft()).isEqualTo(14);
  }

  @Test
  void equalSettingsGetFoldersOfTheirOwn() {
    open();
    add(1, 1, 1);
    assertThat(queue.snapshot().runs())
        .extracting(run -> run.request().folder())
        .doesNotHaveDuplicates();
  }

  @Test
  void survivesACrashAndGoesOnWithWhatRan() throws IOException {
    open();
    add(1, 2);
    writeRun(queue.snapshot().runs().get(0));

    FakeTrainer after = new FakeTrainer();
    queue = open(after);
    queue.load();

    assertThat(queue.snapshot().paused()).isTrue();
    assertThat(seeds()).containsExactly(1L, 2L);
    assertThat(after.begun).isEmpty();
    queue.unpause();
    assertThat(after.begun).containsExactly("resume 1");
    after.end(RunState.FINISHED);
    assertThat(after.begun).containsExactly("resume 1", "start 2");
  }

  @Test
  void theEndOfTheProgramIsNoEndOfTheRun() {
    open();
    add(1, 2);
    queue.close();
    trainer.end(RunState.STOPPED);
    assertThat(trainer.begun).containsExactly("start 1");

    queue = open(new FakeTrainer());
    queue.load();
    assertThat(states()).containsExactly(State.WAITING, State.WAITING);
  }

  @Test
  void whatIsLinedUpBeforeTheOldQueueIsReadIsKept() {
    open();
    add(1, 2);
    queue = open(new FakeTrainer());
    add(3);
    queue.load();
    assertThat(seeds()).contains(3L);
  }

  @Test
  void damagedLinesAreLeftOutAndTold() throws IOException {
    open();
    add(1, 2);
    Path file = folder.resolve("queue.json");
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replaceFirst("\"epochs\": 2", "\"epochs\": -2")
            .replaceFirst("\"runs\": \\[", "\"runs\": [ 7, null, {}, {\"state\": \"WAITING\"},"));

    queue = open(new FakeTrainer());
    queue.load();

    assertThat(seeds()).containsExactly(2L);
    assertThat(queue.snapshot().problem()).contains("5 of the queue’s 6 runs", "left out");
    assertThat(folder.resolve("unreadable-queue.json")).content().contains("\"epochs\": -2");
    assertThat(file).content().doesNotContain("\"epochs\": -2");
  }

  @Test
  void aFileThatIsNoQueueIsTold() throws IOException {
    for (String text : new String[] {"", "[", "[]", "{\"runs\": 3}", "\0\1\2"}) {
      Files.writeString(folder.resolve("queue.json"), text);
      queue = open(new FakeTrainer());
      queue.load();
      assertThat(queue.snapshot().problem()).contains("cannot be read");
      assertThat(queue.snapshot().runs()).isEmpty();
      assertThat(folder.resolve("unreadable-queue.json")).hasContent(text);
    }
  }

  @Test
  void aRunThatCannotBeBegunIsNoEndOfTheQueue() {
    open();
    trainer.refused = "start 1";
    add(1, 2);
    assertThat(trainer.begun).containsExactly("start 2");
    assertThat(states()).containsExactly(State.FAILED, State.RUNNING);
    assertThat(queue.snapshot().runs().get(0).message()).isEqualTo("no compute thread");

    add(3);
    queue = open(new FakeTrainer());
    queue.load();
    assertThat(seeds()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aListenerThatFailsDoesNotEndTheWriting() {
    open();
    add(1);
    Runnable listening =
        queue.listen(
            now -> {
              throw new UnsupportedOperationException("a view that is gone");
            });
    try {
      queue.load();
    } finally {
      listening.run();
    }
    add(2);
    queue = open(new FakeTrainer());
    queue.load();
    assertThat(seeds()).contains(2L);
  }

  @Test
  void doesNotGrowWithoutBound() {
    open();
    List<TrainingSettings> many = new ArrayList<>();
    for (int i = 0; i <= QueueFile.MOST_RUNS; i++) {
      many.add(settings(i));
    }
    assertThatThrownBy(() -> queue.add(many, folder, "cpu"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most");
    assertThat(queue.snapshot().runs()).isEmpty();
  }

  @Test
  void tellsItsListenersUntilTheyLeave() {
    open();
    List<Integer> sizes = new ArrayList<>();
    Runnable listening = queue.listen(now -> sizes.add(now.runs().size()));
    add(1);
    assertThat(sizes).contains(1);
    listening.run();
    sizes.clear();
    add(2);
    assertThat(sizes).isEmpty();
  }

  @Test
  void trainsForReal() throws Exception {
    ComputeThread compute = ComputeThread.get();
    TrainingService service = new TrainingService(compute, new ModelShelf(compute));
    CompletableFuture<Void> done = new CompletableFuture<>();
    queue =
        new RunQueue(
            QueueTrainer.of(service),
            folder.resolve("queue.json"),
            new TrainingSpeeds(),
            Runnable::run,
            Runnable::run);
    queue.listen(
        now -> {
          if (now.runs().stream().filter(run -> run.state() == State.FINISHED).count() == 2) {
            done.complete(null);
          }
        });
    add(1, 2);
    done.get(60, TimeUnit.SECONDS);

    for (QueuedRun run : queue.snapshot().runs()) {
      Path model = run.request().folder().resolve("final");
      assertThat(ModelDirectory.describe(model).seed()).isEqualTo(run.settings().seed());
    }
  }

  private void open() {
    queue = open(trainer);
  }

  private RunQueue open(QueueTrainer with) {
    return new RunQueue(
        with, folder.resolve("queue.json"), new TrainingSpeeds(), Runnable::run, Runnable::run);
  }

  private List<Long> add(long... seeds) {
    List<TrainingSettings> all = new ArrayList<>();
    for (long seed : seeds) {
      all.add(settings(seed));
    }
    return queue.add(all, folder.resolve("runs"), "cpu");
  }

  private static TrainingSettings settings(long seed) {
    return QuickSettings.of(TrainingMethod.NORMAL).toBuilder().seed(seed).build();
  }

  private static void writeRun(QueuedRun run) throws IOException {
    Files.createDirectories(run.request().folder());
    Files.writeString(
        run.request().folder().resolve("config.json"),
        new RunConfig("test", "train", "cpu", 1, null, run.settings()).toJson());
  }

  private List<State> states() {
    return queue.snapshot().runs().stream().map(QueuedRun::state).toList();
  }

  private List<Long> seeds() {
    return queue.snapshot().runs().stream().map(run -> run.settings().seed()).toList();
  }
}
