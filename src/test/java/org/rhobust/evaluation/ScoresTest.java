package org.rhobust.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScoresTest {

  private static final double EVERYWHERE = Double.POSITIVE_INFINITY;

  /** Outputs in tenths, so that ties are common, some broken; two candidates an image. */
  private static double[] output(Random random, boolean mayBreak) {
    if (mayBreak && random.nextInt(12) == 0) {
      return new double[] {Double.NaN, 0.5, 0.5};
    }
    int first = random.nextInt(11);
    int second = random.nextInt(11 - first);
    return new double[] {first / 10.0, second / 10.0, (10 - first - second) / 10.0};
  }

  @Property(tries = 500)
  void everyFigureIsItsDefinition(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int attacked,
      @ForAll @IntRange(max = 8) int more,
      @ForAll @DoubleRange(min = 0, max = 1) double threshold) {
    Random random = new Random(seed);
    int size = attacked + more;
    int[] labels = random.ints(size, 0, 3).toArray();
    double[][] x = new double[size][];
    double[][][] candidates = new double[2][attacked][];
    Arrays.setAll(x, i -> output(random, true));
    for (double[][] candidate : candidates) {
      Arrays.setAll(candidate, i -> output(random, true));
    }
    double tau = Math.round(10 * threshold) / 10.0;

    int[] firstLabels = Arrays.copyOf(labels, attacked);
    AttackOutcome outcome =
        AttackOutcome.of(Predictions.of(firstLabels, candidates[0]))
            .merge(AttackOutcome.of(Predictions.of(firstLabels, candidates[1])));
    Scores scores =
        Scores.of(
            Predictions.of(labels, x),
            Predictions.of(firstLabels, Arrays.copyOf(x, attacked)),
            outcome,
            OptionalDouble.of(tau));

    IntPredicate wrong = i -> wrong(labels[i], x[i]);
    assertThat(scores.truePositiveRate())
        .isEqualTo(
            share(
                count(size, i -> !wrong.test(i) && c(x[i]) >= tau),
                count(size, i -> !wrong.test(i))));
    assertThat(scores.testError()).hasValue(count(size, wrong) / (double) size);
    assertThat(scores.testErrorAtThreshold())
        .hasValue(
            orZero(
                count(size, i -> wrong.test(i) && c(x[i]) >= tau),
                count(size, i -> c(x[i]) >= tau)));
    assertThat(scores.robustError()).hasValue(robust(labels, x, candidates, 0));
    assertThat(scores.robustErrorAtThreshold()).hasValue(robust(labels, x, candidates, tau));
    IntPredicate hit =
        i ->
            !wrong.test(i)
                && Arrays.stream(candidates)
                    .anyMatch(run -> wrong(labels[i], run[i]) && c(run[i]) >= tau);
    assertThat(scores.robustErrorAtThresholdAlternative())
        .hasValue(
            orZero(
                count(attacked, i -> wrong.test(i) && c(x[i]) >= tau || hit.test(i)),
                count(attacked, i -> c(x[i]) >= tau || hit.test(i))));
    IntPredicate successful =
        i -> !wrong.test(i) && Arrays.stream(candidates).anyMatch(run -> wrong(labels[i], run[i]));
    int successes = count(attacked, successful);
    assertThat(scores.successRate())
        .isEqualTo(share(successes, count(attacked, i -> !wrong.test(i))));
    assertThat(scores.falsePositiveRate()).isEqualTo(share(count(attacked, hit), attacked));
    assertThat(scores.falsePositiveRateOfSuccessful())
        .isEqualTo(share(count(attacked, hit), successes));
    double[] negatives =
        IntStream.range(0, attacked)
            .filter(successful)
            .mapToDouble(
                i ->
                    Arrays.stream(candidates)
                        .filter(run -> wrong(labels[i], run[i]))
                        .mapToDouble(run -> c(run[i]))
                        .max()
                        .orElseThrow())
            .toArray();
    double[] all = Arrays.stream(x).mapToDouble(ScoresTest::c).toArray();
    double[] correct =
        IntStream.range(0, size).filter(wrong.negate()).mapToDouble(i -> all[i]).toArray();
    assertThat(scores.areaAgainstAllClean()).isEqualTo(rankStatistic(all, negatives));
    assertThat(scores.areaAgainstCorrectClean()).isEqualTo(rankStatistic(correct, negatives));
  }

  @Test
  void withoutAThresholdOnlyWhatNeedsNoneIsDefined() {
    Predictions clean = Predictions.of(new int[] {0, 1}, new double[][] {{0.9, 0.1}, {0.8, 0.2}});
    AttackOutcome attack =
        AttackOutcome.of(Predictions.of(new int[] {0}, new double[][] {{0.3, 0.7}}));
    Scores scores =
        Scores.of(
            clean,
            Predictions.of(new int[] {0}, new double[][] {{0.9, 0.1}}),
            attack,
            OptionalDouble.empty());

    List<String> defined = new ArrayList<>();
    scores.byKey().forEach((key, figure) -> figure.ifPresent(value -> defined.add(key)));
    assertThat(defined)
        .containsExactly(
            "test_error", "robust_error", "success_rate", "auc_all_clean", "auc_correct_clean");
    assertThat(scores.robustError()).hasValue(1);
    assertThat(scores.testError()).hasValue(0.5);
  }

  @Test
  void theKeysAreThoseOfTheFilesInTheirOrder() {
    Predictions one = Predictions.of(new int[] {0}, new double[][] {{0.9, 0.1}});
    Scores scores = Scores.of(one, one, AttackOutcome.none(1), OptionalDouble.of(0.5));
    assertThat(scores.byKey().keySet())
        .containsExactly(
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
  }

  private static double robust(
      int[] labels, double[][] clean, double[][][] candidates, double threshold) {
    int broken = 0;
    int accepted = 0;
    for (int i = 0; i < candidates[0].length; i++) {
      boolean breaks = false;
      boolean accepts = false;
      for (double[] output : new double[][] {clean[i], candidates[0][i], candidates[1][i]}) {
        accepts |= c(output) >= threshold;
        breaks |= wrong(labels[i], output) && c(output) >= threshold;
      }
      broken += breaks ? 1 : 0;
      accepted += accepts ? 1 : 0;
    }
    return orZero(broken, accepted);
  }

  /** The Mann–Whitney statistic from mid-ranks, another way than the curve's. */
  private static OptionalDouble rankStatistic(double[] positives, double[] negatives) {
    if (positives.length == 0 || negatives.length == 0) {
      return OptionalDouble.empty();
    }
    double ranks = 0;
    for (double positive : positives) {
      for (double[] group : new double[][] {positives, negatives}) {
        for (double other : group) {
          ranks += other < positive ? 1 : other == positive ? 0.5 : 0;
        }
      }
    }
    double own = positives.length * (double) positives.length / 2;
    return OptionalDouble.of((ranks - own) / (positives.length * (double) negatives.length));
  }

  private static boolean broken(double[] output) {
    return Double.isNaN(output[0]);
  }

  private static double c(double[] output) {
    return broken(output) ? EVERYWHERE : Arrays.stream(output).max().orElseThrow();
  }

  private static boolean wrong(int label, double[] output) {
    if (broken(output)) {
      return true;
    }
    int first = 0;
    while (output[first] < c(output)) {
      first++;
    }
    return first != label;
  }

  private static int count(int size, IntPredicate test) {
    return (int) IntStream.range(0, size).filter(test).count();
  }

  private static double orZero(int part, int whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  private static OptionalDouble share(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double) whole);
  }
}
