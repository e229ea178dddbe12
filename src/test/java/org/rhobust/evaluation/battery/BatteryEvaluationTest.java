package org.rhobust.evaluation.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rhobust.attack.PgdAttack;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.RejectionMetrics;
import org.rhobust.model.Classifier;
import org.rhobust.model.ImageShape;
import org.rhobust.model.Networks;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;

@ExtendWith(OnComputeThread.class)
class BatteryEvaluationTest {

  private static final int COUNT = 60;
  private static final int HELD_OUT = 40;
  private static final ImageSet TEST = DataSets.get("mnist").test();

  static Stream<String> norms() {
    return Norms.all().stream().map(Norm::name);
  }

  @ParameterizedTest
  @MethodSource("norms")
  void withoutABudgetTheRobustErrorIsTheCleanError(String norm) {
    BatteryResult result = evaluate(AttackBattery.quick(norm, 0, 2));

    RejectionMetrics withoutRejection = result.evaluation().at(0);

    assertThat(withoutRejection.robustTestError()).isEqualTo(withoutRejection.testError());
  }

  @Test
  void everyEvaluatedPointIsACandidate() {
    PgdSettings attack =
        new PgdSettings("linf", 0.3, 5, 0.1, 0.9, 1.5, "cross-entropy", null, "uniform", 1);

    BatteryResult result = evaluate(battery(attack));

    for (AttackedImage image : result.attacked()) {
      assertThat(image.anyConfidence()).isGreaterThanOrEqualTo(image.confidence());
      if (image.prediction() != TEST.label(image.index())) {
        assertThat(image.misclassifiedConfidence()).isGreaterThanOrEqualTo(image.confidence());
      }
    }
  }

  @Test
  void moreAttacksNeverFlatter() {
    PgdSettings zero =
        new PgdSettings("linf", 0.1, 3, 0.02, 0.9, 1.5, "confidence", null, "zero", 1);
    PgdSettings random = zero.withInitialisation("uniform");

    BatteryResult one = evaluate(battery(zero));
    BatteryResult both = evaluate(battery(zero, random));

    for (int i = 0; i < COUNT; i++) {
      assertThat(both.attacked().get(i).misclassifiedConfidence())
          .isGreaterThanOrEqualTo(one.attacked().get(i).misclassifiedConfidence());
      assertThat(both.attacked().get(i).best().adversarialConfidence())
          .isGreaterThanOrEqualTo(one.attacked().get(i).best().adversarialConfidence());
    }
  }

  @Test
  void heldOutImagesAreNeverAttacked() {
    assertThatThrownBy(() -> TestSplit.of(TEST.first(100), 80, 30))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("80 attacked and 30 held-out");
  }

  private static BatteryResult evaluate(AttackBattery battery) {
    try (Classifier network = network()) {
      BatteryEvaluation evaluation =
          new BatteryEvaluation(network, TestSplit.of(TEST, COUNT, HELD_OUT), battery, 0);
      while (!evaluation.finished()) {
        evaluation.runNext(() -> {});
      }
      return evaluation.result(() -> {});
    }
  }

  private static AttackBattery battery(PgdSettings... attacks) {
    return new AttackBattery(
        "some",
        Arrays.stream(attacks)
            .map(attack -> new BatteryEntry(attack.toString(), new PgdAttack(attack), 1, Map.of()))
            .toList());
  }

  private static Classifier network() {
    return Networks.create("small", 10, new ImageShape(1, 28, 28), Device.cpu(), 1);
  }
}
