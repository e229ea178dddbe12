package org.rhobust.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttackCommandTest {

  private static final int IMAGES = 6;
  private static final int STEPS = 12;

  @TempDir Path folder;

  @BeforeEach
  void writeImages() throws IOException {
    byte[] pixels = new byte[IMAGES * 64];
    new Random(1).nextBytes(pixels);
    write("t10k-images-idx3-ubyte", 0x803, pixels, IMAGES, 8, 8);
    write("t10k-labels-idx1-ubyte", 0x801, new byte[] {0, 1, 2, 3, 4, 0}, IMAGES);
  }

  @Test
  void traces_every_iteration() throws IOException {
    CliRun run = attack("--index", "3", "--trace", path("t.csv"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> trace = Files.readAllLines(folder.resolve("t.csv"));
    assertThat(trace.get(0))
        .isEqualTo(
            "index,iteration,objective,step_size,accepted,norm,true_confidence,"
                + "adversarial_confidence,prediction");
    assertThat(trace).hasSize(1 + STEPS + 1);
    assertThat(trace.get(1)).startsWith("3,0,").contains(",0.2,true,0.0,");
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= STEPS; i++) {
      String[] row = trace.get(i + 1).split(",");
      assertThat(row[1]).isEqualTo(Integer.toString(i));
      double objective = Double.parseDouble(row[2]);
      assertThat(-objective).isCloseTo(Double.parseDouble(row[7]), within(1e-6));
      assertThat(Double.parseDouble(row[5])).isLessThanOrEqualTo(0.1 + 1e-6);
      assertThat(Double.parseDouble(row[6]) + Double.parseDouble(row[7]))
          .isLessThanOrEqualTo(1 + 1e-6);
      best = Math.min(best, objective);
    }
    assertThat(run.outLines().get(0)).isEqualTo("index,best_objective,norm,prediction,confidence");
    String[] result = run.outLines().get(1).split(",");
    assertThat(result[0]).isEqualTo("3");
    assertThat(Double.parseDouble(result[1])).isEqualTo(best);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zero", "uniform"})
  void all_at_once_is_one_after_the_other(String start) throws IOException {
    String[] all = {"--index", "all", "--init", start, "--restarts", "3", "--trace", path("a.csv")};
    List<String> together = attack(all).outLines();
    List<String> traces = Files.readAllLines(folder.resolve("a.csv"));

    assertThat(together).hasSize(IMAGES + 1);
    for (int i = 0; i < IMAGES; i++) {
      String[] one = all.clone();
      one[1] = Integer.toString(i);
      one[7] = path("one.csv");
      assertEqualRows(attack(one).outLines().get(1), together.get(i + 1));
      List<String> trace = Files.readAllLines(folder.resolve("one.csv"));
      for (int t = 0; t <= STEPS; t++) {
        assertEqualRows(trace.get(t + 1), traces.get(i * (STEPS + 1) + t + 1));
      }
    }
  }

  @Test
  void a_label_takes_the_place_of_the_true_one() throws IOException {
    attack("--index", "3", "--label", "1", "--trace", path("other.csv"));
    attack("--index", "3", "--trace", path("true.csv"));

    String[] other = Files.readAllLines(folder.resolve("other.csv")).get(1).split(",");
    String[] truth = Files.readAllLines(folder.resolve("true.csv")).get(1).split(",");
    assertThat(other[6]).isNotEqualTo(truth[6]);
    assertThat(other[8]).isEqualTo(truth[8]);
  }

  @Test
  void a_label_outside_the_classes_is_refused() {
    CliRun run = attack("--index", "3", "--label", "5", "--trace", path("t.csv"));

    assertThat(run.exitCode()).isEqualTo(Cli.WRONG_USE);
    assertThat(run.err()).contains("label 5");
    assertThat(folder.resolve("t.csv")).doesNotExist();
  }

  @Test
  void a_ball_without_size_leaves_the_image_as_it_is() {
    CliRun run = attack("--index", "0", "--epsilon", "0");

    assertThat(run.outLines().get(1).split(",")[2]).isEqualTo("0.0");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void warns_of_an_attack_that_cannot_reach_the_border() {
    CliRun run = attack("--index", "0", "--step-size", "0.001");

    assertThat(run.exitCode()).isZero();
    assertThat(run.errLines()).singleElement().asString().contains("warning", "reaches");
  }

  @Test
  void says_nothing_of_the_attack_when_the_model_cannot_be_opened() {
    CliRun run = attack("--index", "0", "--step-size", "0.001", "--classes", "7");

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.errLines()).singleElement().asString().contains("--classes");
  }

  @Test
  void says_what_the_model_returns() {
    String file = "src/test/resources/torchscript/probabilities.pt";

    CliRun found = attackModel(file, "--index", "all", "--output", "auto");
    CliRun told = attackModel(file, "--index", "all", "--output", "probabilities");

    assertThat(found.errLines())
        .singleElement()
        .asString()
        .contains("probabilities.pt returns probabilities");
    assertThat(told.err()).isEmpty();
    assertThat(told.out()).isEqualTo(found.out());
    assertThat(attackModel(file, "--index", "all", "--output", "logits").err())
        .contains("is taken to return logits as you say, but its outputs look like probabilities");
  }

  @Test
  void writes_json_numpy_and_a_picture() throws IOException {
    CliRun run =
        attack(
            "--index", "2", "--json", "--perturbation", path("p.npz"), "--picture", path("p.png"));

    assertThat(JsonParser.parseString(run.out()).getAsJsonArray()).hasSize(1);
    assertThat(folder.resolve("p.npz")).isNotEmptyFile();
    assertThat(ImageIO.read(folder.resolve("p.png").toFile()).getWidth()).isGreaterThan(3 * 250);
  }

  @Test
  void leaves_no_file_when_it_is_stopped() throws IOException {
    String[] arguments = arguments(tinyCnn(), "--index", "0", "--trace", path("t.csv"));

    CliRun run = CliRun.stoppedWhen(() -> true, arguments);

    assertThat(run.exitCode()).isEqualTo(Cli.FAILED);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).allMatch(file -> file.getFileName().toString().startsWith("t10k"));
    }
  }

  private CliRun attack(String... more) {
    return attackModel(tinyCnn(), more);
  }

  private CliRun attackModel(String file, String... more) {
    return CliRun.of(arguments(file, more));
  }

  /** What {@code more} gives comes in the place of what stands here. */
  private String[] arguments(String file, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "attack",
                "--model",
                file,
                "--classes",
                "5",
                "--input",
                "1x8x8",
                "--images",
                folder.toString()));
    List<String> defaults =
        List.of(
            "--norm linf",
            "--epsilon 0.1",
            "--steps " + STEPS,
            "--step-size 0.2",
            "--momentum 0.9",
            "--backtracking 1.5",
            "--objective confidence",
            "--init zero",
            "--output logits");
    for (String option : defaults) {
      String[] words = option.split(" ");
      if (!Arrays.asList(more).contains(words[0])) {
        arguments.addAll(List.of(words));
      }
    }
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static String tinyCnn() {
    return "src/test/resources/torchscript/tiny_cnn.pt";
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, int magic, byte[] values, int... shape) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * shape.length + values.length).putInt(magic);
    Arrays.stream(shape).forEach(bytes::putInt);
    Files.write(folder.resolve(name), bytes.put(values).array());
  }

  private static void assertEqualRows(String left, String right) {
    String[] a = left.split(",");
    String[] b = right.split(",");
    assertThat(a).hasSameSizeAs(b);
    for (int i = 0; i < a.length; i++) {
      if (a[i].matches("true|false")) {
        assertThat(a[i]).isEqualTo(b[i]);
      } else {
        assertThat(Double.parseDouble(a[i])).isCloseTo(Double.parseDouble(b[i]), within(1e-5));
      }
    }
  }
}
