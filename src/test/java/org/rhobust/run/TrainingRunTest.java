package org.rhobust.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rhobust.attack.PgdObserver;
import org.rhobust.model.ModelDirectory;
import org.rhobust.model.StoredModel;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.training.OptimiserSettings;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

@ExtendWith(OnComputeThread.class)
class TrainingRunTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TrainingMethod.class)
  void leavesTheFolderOfTheDesign(TrainingMethod method) throws IOException {
    Path run = folder.resolve("run");
    trainToTheEnd(run, method);

    assertThat(list(run))
        .containsExactlyInAnyOrder("config.json", "metrics.csv", "checkpoints", "final", "log.txt");
    List<String> rows = Files.readAllLines(run.resolve("metrics.csv"));
    assertThat(rows).hasSize(1 + 4).first().isEqualTo(String.join(",", MetricsFile.COLUMNS));
    StoredModel model = ModelDirectory.read(run.resolve("final"));
    assertThat(model.description().method()).isEqualTo(method.id());
    assertThat(model.description().figures()).containsKey("test_error");
  }

  @Test
  void resumedAfterAKillItEndsWithTheSameBytes() throws IOException {
    Path whole = folder.resolve("whole");
    trainToTheEnd(whole, TrainingMethod.CONFIDENCE_CALIBRATED);
    Path killed = folder.resolve("killed");
    TrainingRun run = begin(killed, TrainingMethod.CONFIDENCE_CALIBRATED);
    run.advance();
    run.advance();
    // The epoch's checkpoint is written; the third step's row is written and then lost.
    run.advance();
    run.close();
    Files.createFile(killed.resolve("train.lock"));

    finish(TrainingRun.resume(killed, PgdObserver.none()));

    assertThat(killed.resolve("final/weights.safetensors"))
        .hasSameBinaryContentAs(whole.resolve("final/weights.safetensors"));
    assertThat(stepsOf(killed)).containsExactly("1", "2", "3", "4");
  }

  @Test
  void resumedAfterAStopInsideAnEpochItEndsWithTheSameBytes() throws IOException {
    Path whole = folder.resolve("whole");
    trainToTheEnd(whole, TrainingMethod.ADVERSARIAL);
    Path stopped = folder.resolve("stopped");
    try (TrainingRun run = begin(stopped, TrainingMethod.ADVERSARIAL)) {
      run.advance();
      run.checkpoint();
    }

    finish(TrainingRun.resume(stopped, PgdObserver.none()));

    assertThat(stopped.resolve("final/weights.safetensors"))
        .hasSameBinaryContentAs(whole.resolve("final/weights.safetensors"));
  }

  @Test
  void withAdamItResumesToTheSameBytesToo() throws IOException {
    TrainingSettings adam = withAdam(QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED), 0.01);
    Path whole = folder.resolve("whole");
    finish(begin(whole, adam));
    Path stopped = folder.resolve("stopped");
    try (TrainingRun run = begin(stopped, adam)) {
      run.advance();
      run.advance();
      run.advance();
      run.checkpoint();
    }

    finish(TrainingRun.resume(stopped, PgdObserver.none()));

    assertThat(stopped.resolve("final/weights.safetensors"))
        .hasSameBinaryContentAs(whole.resolve("final/weights.safetensors"));
    trainToTheEnd(folder.resolve("sgd"), TrainingMethod.CONFIDENCE_CALIBRATED);
    assertThat(Files.readAllBytes(folder.resolve("sgd/final/weights.safetensors")))
        .isNotEqualTo(Files.readAllBytes(whole.resolve("final/weights.safetensors")));
  }

  @Test
  void aConfigurationOfAnEarlierVersionIsOfSgd() throws IOException {
    Path run = folder.resolve("run");
    begin(run, TrainingMethod.NORMAL).close();
    Path config = run.resolve("config.json");
    TrainingSettings settings = RunDirectory.open(run).readConfig().settings();
    String text = Files.readString(config);
    String earlier = text.replaceFirst("\"optimiser\": \\{\\s*\"name\": \"sgd\",", "\"sgd\": {");
    assertThat(earlier).isNotEqualTo(text);
    Files.writeString(config, earlier);

    assertThat(RunDirectory.open(run).readConfig().settings()).isEqualTo(settings);
  }

  @Test
  void aDamagedCheckpointGivesWayToTheOneBefore() throws IOException {
    Path whole = folder.resolve("whole");
    trainToTheEnd(whole, TrainingMethod.CONFIDENCE_CALIBRATED);
    Path damaged = folder.resolve("damaged");
    try (TrainingRun run = begin(damaged, TrainingMethod.CONFIDENCE_CALIBRATED)) {
      run.advance();
      run.advance();
      run.advance();
      run.checkpoint();
    }
    Path newest = damaged.resolve("checkpoints/step-00000003/weights.safetensors");
    Files.write(newest, new byte[] {1, 2, 3});

    finish(TrainingRun.resume(damaged, PgdObserver.none()));

    assertThat(damaged.resolve("final/weights.safetensors"))
        .hasSameBinaryContentAs(whole.resolve("final/weights.safetensors"));
    assertThat(damaged.resolve("log.txt")).content().contains("skipped a checkpoint");
  }

  @Test
  void refusesToBeginAgainWhereAllCheckpointsAreDamaged() throws IOException {
    Path damaged = folder.resolve("damaged");
    try (TrainingRun run = begin(damaged, TrainingMethod.NORMAL)) {
      run.advance();
      run.checkpoint();
    }
    Files.write(damaged.resolve("checkpoints/step-00000001/state.json"), new byte[0]);

    assertThatThrownBy(() -> TrainingRun.resume(damaged, PgdObserver.none()))
        .isInstanceOf(RunException.class)
        .hasMessageContainingAll("checkpoints holds no checkpoint", "start again");
    assertThat(stepsOf(damaged)).containsExactly("1");
  }

  @Test
  void refusesToGoOnWithOtherImages() throws IOException {
    Path run = folder.resolve("run");
    begin(run, TrainingMethod.NORMAL).close();
    Path config = run.resolve("config.json");
    Files.writeString(
        config,
        Files.readString(config).replaceFirst("\"dataChecksum\": \\d+", "\"dataChecksum\": 1"));

    assertThatThrownBy(() -> TrainingRun.resume(run, PgdObserver.none()))
        .isInstanceOf(RunException.class)
        .hasMessageContainingAll(run.toString(), "mnist have changed");
  }

  @Test
  void anUnknownNetworkIsToldWithTheRun() throws IOException {
    Path run = folder.resolve("run");
    begin(run, TrainingMethod.NORMAL).close();
    Path config = run.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace("\"small\"", "\"wrn-1000-1000\""));

    assertThatThrownBy(() -> TrainingRun.resume(run, PgdObserver.none()))
        .isInstanceOf(RunException.class)
        .hasMessageContainingAll(run.toString(), "wrn-1000-1000")
        .message()
        .hasLineCount(1);
  }

  @Test
  void aRunWithoutACheckpointStartsAgain() throws IOException {
    Path early = folder.resolve("early");
    try (TrainingRun run = begin(early, TrainingMethod.NORMAL)) {
      run.advance();
    }

    finish(TrainingRun.resume(early, PgdObserver.none()));

    assertThat(stepsOf(early)).containsExactly("1", "2", "3", "4");
  }

  @Test
  void keepsTwoCheckpoints() throws IOException {
    Path run = folder.resolve("run");
    trainToTheEnd(run, TrainingMethod.NORMAL);

    assertThat(list(run.resolve("checkpoints")))
        .containsExactlyInAnyOrder("step-00000002", "step-00000004");
  }

  @Test
  void refusesAFolderThatHoldsARun() {
    Path run = folder.resolve("run");
    begin(run, TrainingMethod.NORMAL).close();

    assertThatThrownBy(() -> begin(run, TrainingMethod.NORMAL))
        .isInstanceOf(RunException.class)
        .hasMessageContaining(run.toString())
        .hasMessageContaining("--resume");
  }

  @Test
  void refusesToResumeWhereThereIsNoRun() {
    assertThatThrownBy(() -> TrainingRun.resume(folder, PgdObserver.none()))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("config.json");
  }

  @Test
  void refusesADamagedConfiguration() throws IOException {
    Path run = folder.resolve("run");
    begin(run, TrainingMethod.NORMAL).close();
    Path config = run.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace("\"epochs\": 2", "\"epochs\": -2"));

    assertThatThrownBy(() -> TrainingRun.resume(run, PgdObserver.none()))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("config.json")
        .hasMessageContaining("epochs is -2");
  }

  private static void trainToTheEnd(Path folder, TrainingMethod method) {
    finish(begin(folder, method));
  }

  private static TrainingSettings withAdam(TrainingSettings settings, double weightDecay) {
    OptimiserSettings adam = settings.optimiser().with("adam");
    return settings.toBuilder()
        .optimiser(
            new OptimiserSettings(
                adam.name(),
                adam.learningRate(),
                adam.momentum(),
                false,
                weightDecay,
                adam.schedule(),
                adam.decay(),
                adam.milestones()))
        .build();
  }

  private static TrainingRun begin(Path folder, TrainingMethod method) {
    return begin(folder, QuickSettings.of(method));
  }

  private static TrainingRun begin(Path folder, TrainingSettings settings) {
    return TrainingRun.begin(folder, settings, "cpu", 1, "test", PgdObserver.none());
  }

  private static void finish(TrainingRun run) {
    try (run) {
      while (!run.finished()) {
        run.advance();
      }
      run.finish(() -> {});
    }
  }

  private static List<String> stepsOf(Path run) throws IOException {
    return Files.readAllLines(run.resolve("metrics.csv")).stream()
        .skip(1)
        .map(row -> row.substring(0, row.indexOf(',')))
        .toList();
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
