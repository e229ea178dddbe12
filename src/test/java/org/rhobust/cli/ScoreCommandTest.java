package org.rhobust.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rhobust.Golden;
import org.rhobust.data.NpzFixture;

class ScoreCommandTest {

  private static final int CLASSES = 10;
  private static final int ATTACKED = 100;
  private static final int ATTEMPTS = 3;

  @TempDir Path folder;

  private final int[] labels = Golden.integers("evaluation", "labels");
  private final double[] clean = Golden.numbers("evaluation", "clean_probabilities");

  private CliRun score(NpzFixture arrays, String holdout, String rate) throws IOException {
    Path file = folder.resolve("results.npz");
    Files.write(file, arrays.bytes(true));
    return CliRun.of("score", "--input", file.toString(), "--holdout", holdout, "--tpr", rate);
  }

  private static JsonObject object(CliRun run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return JsonParser.parseString(run.out()).getAsJsonObject();
  }

  @ParameterizedTest
  @CsvSource({
    "0.99, worst_case", "0.98, worst_case", "0.95, worst_case",
    "0.99, all_attempts", "0.98, all_attempts", "0.95, all_attempts"
  })
  void equalsTheReference(String rate, String form) throws IOException {
    boolean worst = form.equals("worst_case");
    double[] attacked =
        worst ? worstCase() : Golden.numbers("evaluation", "adversarial_probabilities");
    // The reference takes attempts for examples of their own.
    int repeats = worst ? 1 : ATTEMPTS;
    int[] repeatedLabels = new int[repeats * ATTACKED + ATTACKED];
    double[] repeatedClean = new double[CLASSES * repeatedLabels.length];
    for (int i = 0; i < repeatedLabels.length; i++) {
      int original = i < repeats * ATTACKED ? i % ATTACKED : i - (repeats - 1) * ATTACKED;
      repeatedLabels[i] = labels[original];
      System.arraycopy(clean, CLASSES * original, repeatedClean, CLASSES * i, CLASSES);
    }
    NpzFixture arrays =
        new NpzFixture()
            .integers("labels", repeatedLabels)
            .doubles("clean", repeatedClean, repeatedLabels.length, CLASSES)
            .doubles("attacked", attacked, 1, repeats * ATTACKED, CLASSES);

    CliRun run = score(arrays, "100", rate);

    assertThat(run.err()).isEmpty();
    JsonObject scores = object(run);
    String at = "tpr_" + rate;
    assertThat(scores.get("threshold").getAsDouble())
        .isEqualTo(reference("adversarial", form, at, "threshold"));
    close(scores, "tpr", reference("clean", at, "tpr"));
    close(scores, "test_error", reference("adversarial", form, "test_error"));
    close(scores, "test_error_at_threshold", reference("adversarial", form, at, "test_error"));
    close(scores, "robust_error", reference("adversarial", form, "robust_test_error"));
    close(
        scores,
        "robust_error_at_threshold",
        reference("adversarial", form, at, "robust_test_error"));
    close(scores, "success_rate", reference("adversarial", form, "success_rate"));
    close(scores, "fpr_all", reference("adversarial", form, at, "fpr"));
    close(scores, "auc_all_clean", reference("adversarial", form, "roc_auc"));
  }

  @Test
  void floatsOfSinglePrecisionGiveNearlyTheSame() throws IOException {
    JsonObject doubles = object(score(golden(false), "100", "0.99"));
    JsonObject floats = object(score(golden(true), "100", "0.99"));

    assertThat(floats.keySet()).containsExactlyElementsOf(doubles.keySet()).hasSize(12);
    for (String key : doubles.keySet()) {
      assertThat(floats.get(key).getAsDouble())
          .as(key)
          .isCloseTo(doubles.get(key).getAsDouble(), within(1e-6));
    }
  }

  @Test
  void whatIsUndefinedIsNull() throws IOException {
    NpzFixture arrays =
        new NpzFixture()
            .integers("labels", 0, 0)
            .doubles("clean", new double[] {0.9, 0.1, 0.2, 0.8}, 2, 2)
            .doubles("attacked", new double[] {0.7, 0.3}, 1, 1, 2);

    JsonObject scores = object(score(arrays, "1", "0.99"));

    assertThat(scores.get("threshold").isJsonNull()).isTrue();
    assertThat(scores.get("fpr_successful").isJsonNull()).isTrue();
    assertThat(scores.get("auc_all_clean").isJsonNull()).isTrue();
    assertThat(scores.get("success_rate").getAsDouble()).isZero();
    assertThat(scores.get("test_error").getAsDouble()).isZero();
  }

  @Test
  void aNanIsBrokenAtEveryThresholdAndSaid() throws IOException {
    double nan = Double.NaN;
    NpzFixture arrays =
        new NpzFixture()
            .integers("labels", 0, 0, 0)
            .doubles("clean", new double[] {0.9, 0.1, nan, 0.1, 0.95, 0.05}, 3, 2)
            .doubles("attacked", new double[] {nan, nan, 0.6, 0.4}, 2, 1, 2);

    CliRun run = score(arrays, "1", "0.99");

    assertThat(run.errLines()).singleElement().asString().startsWith("warning: 2 rows with a NaN");
    JsonObject scores = object(run);
    assertThat(scores.get("test_error").getAsDouble()).isEqualTo(0.5);
    assertThat(scores.get("test_error_at_threshold").getAsDouble()).isEqualTo(1);
    assertThat(scores.get("robust_error_at_threshold").getAsDouble()).isEqualTo(1);
    assertThat(scores.get("fpr_all").getAsDouble()).isEqualTo(1);
  }

  /** Each line changes one array of three images, two classes and one candidate. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clean    | .9 .1 .8 .2 NaN 1  | 3 2   | 1 | row 2, which is held out
          clean    | .9 .1 .8 .2 .5 .6  | 3 2   | 1 | row 2 of array clean sums to 1.1
          clean    | .9 .1 -.1 1.1 1 0  | 3 2   | 1 | -0.1 in row 1
          clean    | 3 -2 .5 .5 1 0     | 3 2   | 1 | 3.0 in row 0
          clean    | 1 1 1              | 3 1   | 1 | all K classes
          clean    | 1 0 1 0            | 4     | 1 | give [N, K]
          clean    | 1 0 1 0            | 2 2   | 1 | array labels has 3 entries for 2 rows
          attacked | .5 .4              | 1 1 2 | 1 | row [0, 0] of array attacked
          attacked | .5 .5              | 1 2   | 1 | give [A, M, K]
          attacked | .2 .3 .5           | 1 1 3 | 1 | clean has 2 classes
          attacked | 1 0 1 0 1 0 1 0    | 1 4 2 | 1 | M at most N
          attacked | ''                 | 1 0 2 | 1 | empty
          attacked | 1 0 1 0 1 0        | 1 3 2 | 2 | --holdout
          labels   | 0 1 2              | 3     | 1 | holds 2 at 2
          labels   | 0 -1 0             | 3     | 1 | holds -1 at 1
          none     | ''                 | 0     | 1 | no array attacked
          """)
  void badArraysAreNamedWithTheCure(
      String name, String values, String shape, int exitCode, String words) throws IOException {
    double[] numbers = numbers(values);
    long[] extents = Arrays.stream(numbers(shape)).mapToLong(extent -> (long) extent).toArray();
    NpzFixture arrays =
        new NpzFixture().integers("labels", 0, 0, 0).doubles("clean", numbers("1 0 1 0 1 0"), 3, 2);
    if (!name.equals("none")) {
      arrays.doubles("attacked", numbers("1 0"), 1, 1, 2);
    }
    if (name.equals("labels")) {
      arrays.integers("labels", Arrays.stream(numbers).mapToInt(label -> (int) label).toArray());
    } else if (!name.equals("none")) {
      arrays.doubles(name, numbers, extents);
    }

    CliRun run = score(arrays, "1", "0.99");

    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .startsWith("error: ")
        .contains(words)
        .contains(name.equals("none") ? "attacked" : name);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.99, holdout", "-1, 0.99, holdout", "200, 0.99, 1 to 199", "101, 0.99, attacked",
    "x, 0.99, --holdout", "100, 0, tpr", "100, 1.01, tpr", "100, NaN, tpr"
  })
  void numbersOutOfRangeAreWrongUse(String holdout, String rate, String word) throws IOException {
    CliRun run = score(golden(false), holdout, rate);

    assertThat(run.exitCode()).isEqualTo(Cli.WRONG_USE);
    assertThat(run.errLines()).singleElement().asString().startsWith("error: ").contains(word);
  }

  @Test
  void aFileThatIsNotThereIsWrongUse() {
    CliRun run =
        CliRun.of("score", "--input", folder.resolve("no.npz").toString(), "--holdout", "1");

    assertThat(run.exitCode()).isEqualTo(Cli.WRONG_USE);
    assertThat(run.errLines()).singleElement().asString().contains("no.npz", "no such file");
  }

  private NpzFixture golden(boolean single) {
    double[] attacked = Golden.numbers("evaluation", "adversarial_probabilities");
    NpzFixture arrays = new NpzFixture().integers("labels", labels);
    return single
        ? arrays.floats("clean", clean, 200, 10).floats("attacked", attacked, 3, 100, 10)
        : arrays.doubles("clean", clean, 200, 10).doubles("attacked", attacked, 3, 100, 10);
  }

  /** The attempt of lowest objective of each example, the first of equals. */
  private static double[] worstCase() {
    return IntStream.range(0, ATTACKED)
        .mapToObj(
            i -> {
              int best = 0;
              for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
                if (error(attempt, i) < error(best, i)) {
                  best = attempt;
                }
              }
              return Golden.numbers("evaluation", "adversarial_probabilities", best, i);
            })
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private static double error(int attempt, int example) {
    return Golden.number("evaluation", "errors", attempt, example);
  }

  private static double reference(Object... path) {
    Object[] whole = new Object[path.length + 1];
    whole[0] = "evaluation";
    System.arraycopy(path, 0, whole, 1, path.length);
    return Golden.number(whole);
  }

  private static void close(JsonObject scores, String key, double expected) {
    assertThat(scores.get(key).getAsDouble()).as(key).isCloseTo(expected, within(1e-12));
  }

  private static double[] numbers(String text) {
    return text.isBlank()
        ? new double[0]
        : Arrays.stream(text.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
  }
}
