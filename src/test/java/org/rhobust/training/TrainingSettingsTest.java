package org.rhobust.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingSettingsTest {

  private static final TrainingSettings CCAT =
      Presets.of("quick", TrainingMethod.CONFIDENCE_CALIBRATED);

  @Test
  void everyFieldOutOfRangeIsNamed() {
    refused("examples is 1;", b -> b.examples(1));
    refused("epochs is 0;", b -> b.epochs(0));
    refused("batch is 1;", b -> b.batch(1));
    refused("rho is 0.0;", b -> b.rho(0));
    refused("rho is NaN;", b -> b.rho(Double.NaN));
    refused("rho is Infinity;", b -> b.rho(Double.POSITIVE_INFINITY));
    refused("fraction is 0.0;", b -> b.fraction(0));
    refused("fraction is 1.1;", b -> b.fraction(1.1));
    refused("fraction is NaN;", b -> b.fraction(Double.NaN));
    refused("epsilon is 0.0;", b -> b.epsilon(0));
    refused("epsilon is -0.3;", b -> b.epsilon(-0.3));
    refused("epsilon is NaN;", b -> b.epsilon(Double.NaN));
    refused("steps is 0;", b -> b.steps(0));
    refused("step size is -1.0;", b -> b.stepSize(-1));
    refused("learning rate is NaN;", b -> b.learningRate(Double.NaN));
    refused("fraction is 1 with method ccat:", b -> b.fraction(1));
  }

  @Test
  void anUnknownTransitionIsNamed() {
    assertThatThrownBy(() -> CCAT.toBuilder().family("cubic").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cubic");
  }

  @Test
  void theStartsAreChecked() {
    assertThatThrownBy(() -> withInitialisations(List.of()))
        .hasMessageStartingWith("initialisations is empty");
    assertThatThrownBy(() -> withInitialisations(List.of("zero", "corner")))
        .hasMessageStartingWith("initialisation 'corner' is unknown");
  }

  @Test
  void adversarialTrainingMayAttackTheWholeBatch() {
    TrainingSettings settings =
        Presets.of("quick", TrainingMethod.ADVERSARIAL).toBuilder().fraction(1).build();

    assertThat(settings.fraction()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(TrainingMethod.class)
  void aBuilderWithoutChangesGivesEqualSettings(TrainingMethod method) {
    TrainingSettings settings = Presets.of("quick", method);

    assertThat(settings.toBuilder().build()).isEqualTo(settings);
    assertThat(TrainingMethod.of(method.id())).isEqualTo(method);
  }

  @Test
  void theTransitionEndsAtTheRadiusOfTheAttack() {
    TrainingSettings settings = CCAT.toBuilder().epsilon(0.5).rho(2).build();

    assertThat(settings.transition().lambda(0)).isEqualTo(1);
    assertThat(settings.transition().lambda(0.25)).isEqualTo(0.25);
    assertThat(settings.transition().lambda(0.5)).isZero();
  }

  /** METHOD.md's trap: an attack that cannot reach ε makes adversarial training look robust. */
  @Test
  void theAdversarialPresetReachesEpsilon() {
    TrainingSettings settings = Presets.of("quick", TrainingMethod.ADVERSARIAL);

    assertThat(settings.attack().reach()).isGreaterThanOrEqualTo(settings.attack().epsilon());
  }

  @Test
  void unknownNamesAreRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Presets.of("slow", TrainingMethod.NORMAL))
        .hasMessage(
            "preset 'slow' is unknown; use one of quick, mnist-paper, svhn-paper, cifar10-paper,"
                + " cifar10-article");
    assertThatThrownBy(() -> TrainingMethod.of("madry"))
        .hasMessage("method 'madry' is unknown; use normal, adversarial or ccat");
  }

  private static void refused(String start, UnaryOperator<TrainingSettingsBuilder> change) {
    assertThatThrownBy(() -> change.apply(CCAT.toBuilder()).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(start)
        .hasMessageNotContaining("\n");
  }

  private static TrainingSettings withInitialisations(List<String> names) {
    return new TrainingSettings(
        "quick",
        "mnist",
        "small",
        CCAT.method(),
        100,
        null,
        List.of(),
        null,
        1,
        10,
        0,
        CCAT.optimiser(),
        "power",
        12,
        0.5,
        CCAT.attack(),
        names);
  }
}
