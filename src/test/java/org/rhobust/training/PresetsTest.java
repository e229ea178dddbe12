package org.rhobust.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rhobust.data.DataSet;
import org.rhobust.data.DataSets;
import org.rhobust.model.Networks;

class PresetsTest {

  static Stream<TrainingSettings> all() {
    return Presets.all().stream()
        .flatMap(preset -> Stream.of(TrainingMethod.values()).map(preset::of));
  }

  @ParameterizedTest
  @MethodSource("all")
  void namesWhatThereIs(TrainingSettings settings) {
    DataSet data = DataSets.get(settings.dataset());

    Networks.requireKnown(settings.network());
    assertThat(settings.examples()).isLessThanOrEqualTo(data.trainSize());
  }

  /** Adversarial training with an attack that cannot reach ε looks robust and is not. */
  @ParameterizedTest
  @MethodSource("all")
  void adversarialTrainingReachesTheBorderOfItsBall(TrainingSettings settings) {
    if (settings.method() == TrainingMethod.ADVERSARIAL) {
      assertThat(settings.attack().reach()).isGreaterThanOrEqualTo(settings.attack().epsilon());
    }
  }

  /** METHOD's table of reference configurations. */
  @ParameterizedTest
  @CsvSource({
    "mnist-paper, mnist, resnet20, 0.1, 100, 100, 40, 10, 0.3, ''",
    "svhn-paper, svhn, resnet20, 0.1, 200, 100, 40, 10, 0.03, ''",
    "cifar10-paper, cifar10, resnet20, 0.075, 200, 100, 40, 10, 0.03, crop flip contrast",
    "cifar10-article, cifar10, wrn-28-10, 0.05, 150, 128, 40, 12, 0.03,"
        + " crop flip autoaugment cutout"
  })
  void theReferenceConfigurations(
      String name,
      String dataset,
      String network,
      double rate,
      int epochs,
      int batch,
      int steps,
      double rho,
      double epsilon,
      String augmentation) {
    TrainingSettings settings = paper(name);

    assertThat(settings.dataset()).isEqualTo(dataset);
    assertThat(settings.network()).isEqualTo(network);
    assertThat(settings.optimiser().learningRate()).isEqualTo(rate);
    assertThat(settings.optimiser().momentum()).isEqualTo(0.9);
    assertThat(settings.epochs()).isEqualTo(epochs);
    assertThat(settings.batch()).isEqualTo(batch);
    assertThat(settings.attack().steps()).isEqualTo(steps);
    assertThat(settings.attack().backtracking()).isEqualTo(1.5);
    assertThat(settings.rho()).isEqualTo(rho);
    assertThat(settings.attack().epsilon()).isEqualTo(epsilon);
    assertThat(String.join(" ", settings.augmentation())).isEqualTo(augmentation);
    assertThat(settings.examples()).isEqualTo(DataSets.get(dataset).trainSize());
  }

  @Test
  void theArticlesRateFallsTenfoldAtItsMilestones() {
    TrainingSettings article = Presets.of("cifar10-article", TrainingMethod.CONFIDENCE_CALIBRATED);

    assertThat(article.network()).isEqualTo("wrn-28-10");
    assertThat(article.optimiser().nesterov()).isTrue();
    assertThat(article.optimiser().weightDecay()).isEqualTo(5e-4);
    assertThat(rateInEpoch(article, 59)).isEqualTo(0.05);
    assertThat(rateInEpoch(article, 60)).isCloseTo(0.005, within(1e-12));
    assertThat(rateInEpoch(article, 149)).isCloseTo(5e-5, within(1e-12));
  }

  @Test
  void thePapersRatesFallEveryEpoch() {
    assertThat(rateInEpoch(paper("mnist-paper"), 1)).isCloseTo(0.1 * 0.93, within(1e-12));
    assertThat(rateInEpoch(paper("svhn-paper"), 1)).isCloseTo(0.1 * 0.95, within(1e-12));
    assertThat(rateInEpoch(paper("cifar10-paper"), 1)).isCloseTo(0.075 * 0.95, within(1e-12));
  }

  private static TrainingSettings paper(String name) {
    return Presets.of(name, TrainingMethod.CONFIDENCE_CALIBRATED);
  }

  private static double rateInEpoch(TrainingSettings settings, int epoch) {
    return Schedules.rate(settings.optimiser(), epoch * 10, 10, settings.epochs() * 10);
  }
}
