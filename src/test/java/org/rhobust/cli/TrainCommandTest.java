package org.rhobust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.data.AtomicFiles;
import org.rhobust.run.OtherProcess;

class TrainCommandTest {

  private static final String TINY =
      "--preset quick --method ccat --seed 3 --examples 200 --epochs 2 --steps 2 --threads 1";

  @TempDir static Path folder;
  private static Path whole;
  private static CliRun wholeRun;

  @BeforeAll
  static void trainToTheEnd() {
    whole = folder.resolve("whole");
    wholeRun = CliRun.of(begin(whole, "--json"));
  }

  @Test
  void prints_one_summary_and_leaves_the_run_folder() throws IOException {
    assertThat(wholeRun.exitCode()).as(wholeRun.err()).isZero();
    var summary = JsonParser.parseString(wholeRun.out()).getAsJsonObject();
    assertThat(summary.keySet()).containsExactly("model", "test_error", "threshold", "seconds");
    assertThat(Path.of(summary.get("model").getAsString())).isEqualTo(whole.resolve("final"));
    assertThat(Files.readAllLines(whole.resolve("metrics.csv"))).hasSize(1 + 8);
    assertThat(Files.readString(whole.resolve("config.json"))).contains("\"train " + TINY + "\"");
    assertThat(wholeRun.err()).contains("remark", "epsilon 0.3");
  }

  @Test
  void a_stopped_run_goes_on_to_the_same_bytes() throws IOException {
    Path stopped = folder.resolve("stopped");
    AtomicInteger asked = new AtomicInteger();

    CliRun first = CliRun.stoppedWhen(() -> asked.incrementAndGet() == 3, begin(stopped));
    assertThat(first.exitCode()).isEqualTo(Cli.FAILED);
    assertThat(first.out()).isEmpty();
    assertThat(first.err()).contains("stopped after step 3 of 8", "train --resume " + stopped);
    CliRun second = CliRun.of("train", "--resume", stopped.toString());

    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.outLines()).hasSize(2);
    assertThat(weights(stopped)).isEqualTo(weights(whole));
    assertThat(Files.readAllLines(stopped.resolve("metrics.csv"))).hasSize(1 + 8);
  }

  @Test
  void a_run_killed_before_its_model_was_written_finishes() throws IOException {
    Path killed = folder.resolve("killed");
    CliRun.of(begin(killed));
    AtomicFiles.deleteTree(killed.resolve("final"));

    assertThat(CliRun.of("train", "--resume", killed.toString()).exitCode()).isZero();

    assertThat(weights(killed)).isEqualTo(weights(whole));
  }

  @Test
  void a_run_that_another_process_trains_is_left_to_it() throws IOException {
    Path busy = folder.resolve("busy");
    CliRun.stoppedWhen(() -> true, begin(busy));
    List<String> rows = Files.readAllLines(busy.resolve("metrics.csv"));

    try (OtherProcess other = OtherProcess.trainingIn(busy)) {
      CliRun refused = CliRun.of("train", "--resume", busy.toString());

      assertThat(refused.exitCode()).isEqualTo(Cli.FAILED);
      assertThat(refused.err()).contains("busy is in training in another process").hasLineCount(1);
      assertThat(Files.readAllLines(busy.resolve("metrics.csv"))).isEqualTo(rows);
    }
    assertThat(CliRun.of("train", "--resume", busy.toString()).exitCode()).isZero();
    assertThat(weights(busy)).isEqualTo(weights(whole));
  }

  @Test
  void a_finished_run_stays_as_it_is() throws IOException {
    Map<String, Long> before = filesAndTimes(whole);

    CliRun run = CliRun.of("train", "--resume", whole.toString(), "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("finished");
    assertThat(run.out()).isEqualTo(wholeRun.out());
    assertThat(filesAndTimes(whole)).isEqualTo(before);
  }

  @Test
  void a_folder_that_holds_a_run_is_refused_with_the_cure() throws IOException {
    Map<String, Long> before = filesAndTimes(whole);

    CliRun run = CliRun.of(begin(whole));

    assertThat(run.exitCode()).isEqualTo(Cli.FAILED);
    assertThat(run.err()).contains("--resume " + whole);
    assertThat(filesAndTimes(whole)).isEqualTo(before);
  }

  @Test
  void adversarial_training_that_cannot_reach_the_border_is_warned_of() {
    CliRun run =
        CliRun.stoppedWhen(
            () -> true,
            "train",
            "--method",
            "adversarial",
            "--examples",
            "100",
            "--steps",
            "2",
            "--threads",
            "1",
            "--out",
            folder.resolve("weak").toString());

    assertThat(run.err()).contains("warning", "at most 0.08");
  }

  @Test
  void the_time_is_measured_without_a_run() {
    Path none = folder.resolve("none");

    CliRun run =
        CliRun.of(
            "train", "--estimate", "--examples", "100", "--threads", "1", "--out", none.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.outLines())
        .hasSize(2)
        .first()
        .isEqualTo("device,threads,steps,seconds_per_step,measured_steps,seconds,at_least");
    assertThat(run.outLines().get(1)).startsWith("cpu,1,40,").contains(",3,");
    assertThat(run.err()).contains("about ");
    assertThat(none).doesNotExist();
  }

  @Test
  void what_the_preset_lacks_is_written_into_the_command() throws IOException {
    Path run = folder.resolve("options");

    CliRun.of(
        ("train --seed 1 --examples 40 --subset 9 --augment crop,flip --weights mnist-ccat"
                + " --epochs 1 --batch 20 --steps 1 --threads 1 --out "
                + run)
            .split(" "));

    assertThat(Files.readString(run.resolve("config.json")))
        .contains(
            "\"train --preset quick --method ccat --seed 1 --examples 40 --subset 9"
                + " --augment crop,flip --weights mnist-ccat --epochs 1 --batch 20 --steps 1"
                + " --threads 1\"");
  }

  @Test
  void data_that_is_not_here_names_the_cure() {
    CliRun run =
        CliRun.of("train", "--preset", "svhn-paper", "--out", folder.resolve("svhn").toString());

    assertThat(run.exitCode()).isEqualTo(Cli.FAILED);
    assertThat(run.err()).contains("svhn", "datasets --download svhn");
    assertThat(folder.resolve("svhn")).doesNotExist();
  }

  @Test
  void presets_are_listed_without_an_engine() {
    CliRun run = CliRun.of("presets");

    assertThat(run.outLines()).hasSize(6).first().asString().startsWith("name,title,dataset");
    assertThat(run.out()).contains("cifar10-article", "wrn-28-10", "crop flip autoaugment cutout");
  }

  private static String[] begin(Path out, String... more) {
    List<String> arguments = new ArrayList<>(List.of(("train " + TINY).split(" ")));
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static byte[] weights(Path run) throws IOException {
    return Files.readAllBytes(run.resolve("final").resolve("weights.safetensors"));
  }

  private static Map<String, Long> filesAndTimes(Path run) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(run)) {
      for (Path file : all.toList()) {
        files.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    return files;
  }
}
