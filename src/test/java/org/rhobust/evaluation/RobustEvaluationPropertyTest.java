package org.rhobust.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** What must hold for any predictions: probabilities in tenths, so that ties are common. */
class RobustEvaluationPropertyTest {

  /** An example: its label and the outputs on the clean image and on two candidates. */
  record Example(int label, double[] clean, double[] first, double[] second) {

    boolean wrong(double[] output) {
      return Predictions.of(new int[] {label}, new double[][] {output}).predictedClass(0) != label;
    }
  }

  @Property
  void everyFormEqualsItsDefinition(
      @ForAll @Size(min = 1, max = 30) List<@From("examples") Example> examples,
      @ForAll("thresholds") double t) {
    int errors = 0;
    int accepted = 0;
    int alternativeErrors = 0;
    int alternativeAccepted = 0;
    int falsePositives = 0;
    for (Example example : examples) {
      boolean wrong = example.wrong(example.clean());
      boolean cleanAccepted = confidence(example.clean()) >= t;
      boolean broken = false;
      boolean candidateAccepted = false;
      for (double[] candidate : List.of(example.first(), example.second())) {
        candidateAccepted |= confidence(candidate) >= t;
        broken |= example.wrong(candidate) && confidence(candidate) >= t;
      }
      errors += wrong && cleanAccepted || broken ? 1 : 0;
      accepted += cleanAccepted || candidateAccepted ? 1 : 0;
      alternativeErrors += wrong && cleanAccepted ? 1 : 0;
      alternativeErrors += !wrong && broken ? 1 : 0;
      alternativeAccepted += cleanAccepted ? 1 : 0;
      alternativeAccepted += !wrong && !cleanAccepted && broken ? 1 : 0;
      falsePositives += !wrong && broken ? 1 : 0;
    }
    RejectionMetrics metrics = evaluation(examples).at(t);
    assertThat(metrics.robustTestError()).hasValue(ratio(errors, accepted));
    assertThat(metrics.robustTestErrorAlternative())
        .hasValue(ratio(alternativeErrors, alternativeAccepted));
    assertThat(metrics.falsePositiveRate()).hasValue(falsePositives / (double) examples.size());
  }

  @Property
  void withoutABudgetTheRobustErrorIsTheTestError(
      @ForAll @Size(min = 1, max = 30) List<@From("examples") Example> examples,
      @ForAll("thresholds") double t) {
    Predictions clean = clean(examples);
    RejectionMetrics metrics = new RobustEvaluation(clean, AttackOutcome.of(clean)).at(t);
    assertThat(metrics.robustTestError()).isEqualTo(metrics.testError());
    assertThat(metrics.robustTestErrorAlternative()).isEqualTo(metrics.testError());
    assertThat(RejectionError.robust(clean, AttackOutcome.of(clean)).at(0))
        .isEqualTo((clean.size() - clean.correctCount()) / (double) clean.size());
  }

  @Property
  void withoutRejectionTheRobustErrorIsTheShareOfBroken(
      @ForAll @Size(min = 1, max = 30) List<@From("examples") Example> examples) {
    long broken =
        examples.stream()
            .filter(e -> e.wrong(e.clean()) || e.wrong(e.first()) || e.wrong(e.second()))
            .count();
    assertThat(evaluation(examples).at(0).robustTestError())
        .hasValue(broken / (double) examples.size());
  }

  @Property
  void moreAttacksNeverBreakFewer(
      @ForAll @Size(min = 1, max = 30) List<@From("examples") Example> examples,
      @ForAll("thresholds") double t) {
    AttackOutcome one = AttackOutcome.of(predictions(examples, Example::first));
    RejectionError less = RejectionError.robust(clean(examples), one);
    assertThat(evaluation(examples).robustTestError().errors(t))
        .isGreaterThanOrEqualTo(less.errors(t));
  }

  @Property
  void theOrderOfExamplesAndAttacksDoesNotMatter(
      @ForAll @Size(min = 1, max = 30) List<@From("examples") Example> examples,
      @ForAll("thresholds") double t,
      @ForAll Random random) {
    List<Example> shuffled = new ArrayList<>();
    examples.forEach(e -> shuffled.add(new Example(e.label(), e.clean(), e.second(), e.first())));
    Collections.shuffle(shuffled, random);
    RobustEvaluation evaluation = evaluation(examples);
    RobustEvaluation other = evaluation(shuffled);
    assertThat(other.at(t)).isEqualTo(evaluation.at(t));
    assertThat(other.successRate()).isEqualTo(evaluation.successRate());
    assertThat(other.rocAgainstAllClean().points())
        .isEqualTo(evaluation.rocAgainstAllClean().points());
  }

  @Property
  void theErrorChangesOnlyAtItsThresholds(
      @ForAll @Size(min = 1, max = 30) List<@From("examples") Example> examples,
      @ForAll @DoubleRange(min = 0, max = 1) double t) {
    RejectionError error = evaluation(examples).robustTestError();
    for (double threshold : error.thresholds()) {
      if (threshold >= t) {
        assertThat(error.at(t)).isEqualTo(error.at(threshold));
        return;
      }
    }
    // Above the highest threshold only broken outputs are accepted.
    assertThat(error.at(t)).isEqualTo(error.at(Double.POSITIVE_INFINITY));
  }

  @Provide
  Arbitrary<Example> examples() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2), outputs(), outputs(), outputs())
        .as(Example::new);
  }

  @Provide
  Arbitrary<Double> thresholds() {
    return Arbitraries.integers().between(0, 10).map(tenths -> tenths / 10.0);
  }

  private static Arbitrary<double[]> outputs() {
    Arbitrary<double[]> finite =
        Arbitraries.integers()
            .between(0, 10)
            .flatMap(
                a ->
                    Arbitraries.integers()
                        .between(0, 10 - a)
                        .map(b -> new double[] {a / 10.0, b / 10.0, (10 - a - b) / 10.0}));
    return Arbitraries.frequencyOf(
        Tuple.of(30, finite),
        Tuple.of(1, Arbitraries.just(new double[] {Double.NaN, Double.NaN, Double.NaN})));
  }

  private static double confidence(double[] output) {
    double confidence = Math.max(output[0], Math.max(output[1], output[2]));
    return Double.isNaN(confidence) ? Double.POSITIVE_INFINITY : confidence;
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  private static RobustEvaluation evaluation(List<Example> examples) {
    AttackOutcome attack =
        AttackOutcome.of(predictions(examples, Example::first))
            .merge(AttackOutcome.of(predictions(examples, Example::second)));
    return new RobustEvaluation(clean(examples), attack);
  }

  private static Predictions clean(List<Example> examples) {
    return predictions(examples, Example::clean);
  }

  private static Predictions predictions(
      List<Example> examples, Function<Example, double[]> output) {
    return Predictions.of(
        examples.stream().mapToInt(Example::label).toArray(),
        examples.stream().map(output).toArray(double[][]::new));
  }
}
