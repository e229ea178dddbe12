package org.rhobust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.data.NpyArray;
import org.rhobust.data.NpzReader;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.model.SampleModels;
import org.rhobust.model.WeightTensor;

class EvaluateCommandTest {

  private static final Set<String> SCORE_KEYS =
      Set.of(
          "threshold",
          "tpr",
          "test_error",
          "test_error_at_threshold",
          "robust_error",
          "robust_error_at_threshold",
          "robust_error_at_threshold_alternative",
          "success_rate",
          "fpr_all",
          "fpr_successful",
          "auc_all_clean",
          "auc_correct_clean");
  private static final List<String> PICTURES =
      List.of("histogram", "roc", "threshold-curve", "security-curve", "steps-curve");
  private static final List<String> DIGITS =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  private static final String BATTERY =
      """
      [[attack]]
      name = "<script>PGD</script>"
      attack = "pgd"
      initialisation = ["zero", "uniform"]
      steps = 3
      relative-step-size = 0.3
      backtracking = 1.25

      [[attack]]
      attack = "frames"
      steps = 2

      [[attack]]
      attack = "corruption"
      kind = "brightness"
      severity = [1, 5]

      [[attack]]
      attack = "distal"
      steps = 2

      [security-curve]
      attack = "pgd"
      steps = 3
      relative-step-size = 0.3
      relative-epsilon = [0, 1, 2]

      [steps-curve]
      attack = "pgd"
      relative-step-size = 0.3
      steps = [1, 2]
      """;

  @TempDir static Path folder;
  private static String line;
  private static Path whole;
  private static CliRun wholeRun;

  @BeforeAll
  static void evaluateToTheEnd() {
    Path images = folder.resolve("images");
    writeIdx(images, DataSets.get("mnist").test().first(60));
    Path battery = folder.resolve("tiny.toml");
    AtomicFiles.writeString(battery, BATTERY);
    line =
        "evaluate --model mnist-ccat --images %s --battery %s --count 10 --holdout 40"
                .formatted(images, battery)
            + " --seed 4 --threads 1 --device cpu --out ";
    whole = folder.resolve("new/whole");
    wholeRun = CliRun.ofLine(line + whole);
  }

  @Test
  void writesEveryFileOfTheReport() throws IOException {
    assertThat(wholeRun.exitCode()).as(wholeRun.err()).isEqualTo(Cli.DONE);
    assertThat(wholeRun.outLines())
        .hasSize(4)
        .first()
        .asString()
        .startsWith("scope,threat,attack,threshold,tpr");
    assertThat(wholeRun.err()).contains("because", whole.resolve("report.html").toString());
    for (String name : PICTURES) {
      assertThat(ImageIO.read(whole.resolve(name + ".png").toFile()).getWidth()).isPositive();
      assertThat(whole.resolve(name + ".svg")).content().startsWith("<?xml");
      assertThat(whole.resolve(name + ".csv")).content().startsWith("panel,");
    }
    assertThat(ImageIO.read(whole.resolve("worst.png").toFile()).getHeight()).isPositive();
    assertThat(whole.resolve("worst.csv")).content().startsWith("index,label,prediction");
    assertThat(whole.resolve("evaluation.csv")).content().startsWith("scope,").contains("attack");
    assertThat(whole.resolve("report.html"))
        .content()
        .contains("&lt;script&gt;PGD", "brightness", "severity 5", line + whole)
        .doesNotContain("<script");
  }

  @Test
  void theJsonHasTheKeysOfScoreOverallAndByAttack() throws IOException {
    JsonObject json = json(whole);

    assertThat(json.getAsJsonObject("overall").keySet()).isEqualTo(SCORE_KEYS);
    assertThat(json.get("command").getAsString()).isEqualTo(line + whole);
    JsonArray attacks = json.getAsJsonArray("attacks");
    assertThat(attacks).hasSize(3);
    for (JsonElement attack : attacks) {
      assertThat(attack.getAsJsonObject().keySet()).containsAll(SCORE_KEYS);
    }
    assertThat(json.getAsJsonArray("corruptions")).hasSize(2);
    assertThat(json.getAsJsonArray("distal")).hasSize(1);
    assertThat(json.getAsJsonArray("security_curve")).hasSize(3);
  }

  @Test
  void thePerturbationsAreThoseOfTheFirstThreatModel() {
    try (NpzReader npz = NpzReader.open(whole.resolve("perturbations.npz"))) {
      assertThat(npz.read("index").shape()).containsExactly(10);
      assertThat(npz.read("perturbation").shape()).containsExactly(10, 1, 28, 28);
      NpyArray deltas = npz.read("perturbation");
      double largest =
          IntStream.range(0, deltas.size())
              .mapToDouble(i -> Math.abs(deltas.number(i)))
              .max()
              .orElseThrow();
      assertThat(largest).isBetween(0.01, 0.3 * (1 + 1e-5));
    }
  }

  @Test
  void aSecondRunTakesEverythingFromTheFirst() throws IOException {
    JsonObject before = json(whole);
    Map<String, Long> parts = filesAndTimes(whole.resolve("parts"));

    CliRun again = CliRun.ofLine(line + whole);

    assertThat(again.exitCode()).isEqualTo(Cli.DONE);
    assertThat(again.out()).isEqualTo(wholeRun.out());
    assertThat(json(whole)).isEqualTo(before);
    assertThat(parts).isNotEmpty();
    assertThat(filesAndTimes(whole.resolve("parts"))).isEqualTo(parts);
  }

  @Test
  void aStoppedRunGoesOnToTheSameFigures() throws IOException {
    Path stopped = folder.resolve("stopped run");
    AtomicInteger asked = new AtomicInteger();

    CliRun first = CliRun.stoppedWhen(() -> asked.incrementAndGet() == 12, words(stopped));

    assertThat(first.exitCode()).isEqualTo(Cli.FAILED);
    assertThat(first.out()).isEmpty();
    assertThat(first.err()).contains("stopped before the end; the same command goes on from here");
    assertThat(stopped.resolve("report.html")).doesNotExist();
    int kept = filesAndTimes(stopped.resolve("parts")).size();
    assertThat(kept).isBetween(1, filesAndTimes(whole.resolve("parts")).size() - 1);

    CliRun second = CliRun.of(words(stopped));

    assertThat(second.exitCode()).as(second.err()).isEqualTo(Cli.DONE);
    assertThat(second.out()).isEqualTo(wholeRun.out());
    JsonObject figures = json(stopped);
    assertThat(figures.get("command").getAsString()).isEqualTo(line + "'" + stopped + "'");
    figures.addProperty("command", line + whole);
    assertThat(figures).isEqualTo(json(whole));
  }

  @Test
  void anErrorInTheBatteryNamesLineAndKey() {
    assertBatteryRefused("[[attack]]\nattack = \"pgd\"\nsteps = -1\n", "line 3", "steps");
    assertBatteryRefused("[[attack]]\nattack = \"wish\"\n", "line 2", "attack");
    assertBatteryRefused(
        "[[attack]]\nattack = \"pgd\"\nnorm = \"l7\"\nepsilon = 1\n", "line 3", "norm");
    assertBatteryRefused("[[attack]]\nattack = \"fgsm\"\nepsilon = -0.1\n", "line 3", "epsilon");
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeTheFirstBatch() throws IOException {
    Path small = folder.resolve("small");
    writeIdx(small, ImageSet.of("small", DIGITS, 1, 2, 2, new byte[4 * 60], new int[60]));
    Path five = folder.resolve("five-classes");
    writeFiveClasses(five);

    assertRefused("--model mnist-ccat --images " + small + " --count 10 --holdout 40", "1x2x2");
    assertRefused("--model " + five + " --images mnist --count 10", "10 classes");
    assertRefused("--model no-such-model", "no-such-model");
    assertRefused("--model mnist-ccat --battery no-such-battery", "no-such-battery");
    assertRefused("--model mnist-ccat --count 9500", "9500");
    assertRefused("--model mnist-ccat --norm l2", "--epsilon");
  }

  @Test
  void aPlaceThatCannotBeWrittenCostsNoWork() {
    Path file = folder.resolve("file");
    AtomicFiles.writeString(file, "here");

    CliRun run = CliRun.ofLine(line + file);

    assertThat(run.exitCode()).isEqualTo(Cli.FAILED);
    assertThat(run.errLines()).hasSize(1).first().asString().contains(file.toString());
    assertThat(file).hasContent("here");
  }

  private static String[] words(Path out) {
    return Stream.concat(Stream.of(line.split(" ")), Stream.of(out.toString()))
        .toArray(String[]::new);
  }

  private static void assertBatteryRefused(String battery, String place, String key) {
    Path file = folder.resolve("wrong.toml");
    AtomicFiles.writeString(file, battery);

    assertRefused("--model mnist-ccat --battery " + file, "wrong.toml, " + place + ", " + key);
  }

  private static void assertRefused(String options, String named) {
    Path out = folder.resolve("refused");

    CliRun run =
        CliRun.ofLine("evaluate --threads 1 --device cpu %s --out %s".formatted(options, out));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(Cli.WRONG_USE);
    assertThat(run.errLines()).hasSize(1).first().asString().contains(named);
    assertThat(out.resolve("parts")).doesNotExist();
  }

  /** The sample model without its last five classes. */
  private static void writeFiveClasses(Path model) {
    ModelDescription description =
        ModelDescription.builder("five", "small", 5, new ImageShape(1, 28, 28))
            .norm("linf")
            .transition(new ModelDescription.Transition("power", 12, 0.3))
            .build();
    Map<String, WeightTensor> weights =
        new TreeMap<>(SampleModels.shipped().open("mnist-ccat").weights());
    weights.replaceAll((name, tensor) -> tensor.shape()[0] == 10 ? firstFive(tensor) : tensor);
    ModelDirectory.write(model, description, weights);
  }

  private static WeightTensor firstFive(WeightTensor tensor) {
    long[] shape = tensor.shape();
    shape[0] = 5;
    return WeightTensor.of(shape, Arrays.copyOf(tensor.values(), tensor.values().length / 2));
  }

  private static void writeIdx(Path folder, ImageSet images) {
    int plane = images.imageLength();
    ByteBuffer pixels = ByteBuffer.allocate(16 + images.size() * plane);
    pixels.putInt(0x803).putInt(images.size()).putInt(images.height()).putInt(images.width());
    ByteBuffer labels = ByteBuffer.allocate(8 + images.size());
    labels.putInt(0x801).putInt(images.size());
    for (int i = 0; i < images.size(); i++) {
      for (float value : images.image(i)) {
        pixels.put((byte) Math.round(255 * value));
      }
      labels.put((byte) images.label(i));
    }
    AtomicFiles.write(
        folder.resolve("t10k-images-idx3-ubyte"), stream -> stream.write(pixels.array()));
    AtomicFiles.write(
        folder.resolve("t10k-labels-idx1-ubyte"), stream -> stream.write(labels.array()));
  }

  /** All but the seconds it took. */
  private static JsonObject json(Path report) throws IOException {
    JsonObject json =
        JsonParser.parseString(Files.readString(report.resolve("evaluation.json")))
            .getAsJsonObject();
    json.remove("seconds");
    return json;
  }

  private static Map<String, Long> filesAndTimes(Path folder) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    return files;
  }
}
