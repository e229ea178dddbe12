package org.rhobust.workbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rhobust.attack.PgdSettings;
import org.rhobust.training.OptimiserSettings;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

class SweepModelTest {

  private final ObjectProperty<TrainingSettings> form =
      new SimpleObjectProperty<>(
          Presets.of("quick", TrainingMethod.CONFIDENCE_CALIBRATED).toBuilder()
              .epochs(3)
              .epsilon(0.2)
              .build());
  private final SweepModel model = new SweepModel(form);

  @Test
  void everyCombinationIsLinedUp() {
    model.rhosProperty().set("1; 12,5");
    model.seedsProperty().set("0-1, 7");

    List<TrainingSettings> all = model.planProperty().get().settings();

    assertThat(all).hasSize(9).doesNotHaveDuplicates();
    assertThat(all).extracting(TrainingSettings::rho).contains(1.0, 12.0, 5.0);
    assertThat(all).extracting(TrainingSettings::seed).containsOnly(0L, 1L, 7L);
    assertThat(all).extracting(TrainingSettings::epochs).containsOnly(3);
  }

  @Test
  void anotherMethodHasItsOwnAttackAndNoRhos() {
    model.rhosProperty().set("1, 12");
    model.seedsProperty().set("4");
    model.methods().add(TrainingMethod.NORMAL);
    model.methods().add(TrainingMethod.ADVERSARIAL);

    List<TrainingSettings> all = model.planProperty().get().settings();

    assertThat(all)
        .extracting(TrainingSettings::method)
        .containsExactly(
            TrainingMethod.NORMAL,
            TrainingMethod.ADVERSARIAL,
            TrainingMethod.CONFIDENCE_CALIBRATED,
            TrainingMethod.CONFIDENCE_CALIBRATED);
    assertThat(all.get(1).attack().objective()).isEqualTo("cross-entropy");
    assertThat(all.get(1).attack().epsilon()).isEqualTo(0.2);
    assertThat(all.get(1).epochs()).isEqualTo(3);
  }

  @Test
  void anotherMethodKeepsAllThatItCanUseOfTheForm() {
    PgdSettings typed =
        new PgdSettings("l2", 1.25, 7, 0.4, 0.5, null, "confidence", null, "zero", 1);
    TrainingSettings common =
        Presets.of("quick", TrainingMethod.CONFIDENCE_CALIBRATED).toBuilder()
            .optimiser(new OptimiserSettings(0.03, 0.8, true, 5e-4, "steps", 0.2, List.of(2, 4)))
            .attack(typed)
            .initialisations(List.of("zero"))
            .fraction(0.25)
            .family("linear")
            .subset(9L)
            .build();
    form.set(common);
    model.methods().clear();
    model.methods().add(TrainingMethod.ADVERSARIAL);
    model.seedsProperty().set("4");

    assertThat(model.planProperty().get().settings())
        .containsExactly(
            common.toBuilder()
                .method(TrainingMethod.ADVERSARIAL)
                .attack(typed.withObjective("cross-entropy", null))
                .seed(4)
                .build());
    assertThat(model.baseWordsProperty().get()).endsWith("Another method has its own objective.");
  }

  @Test
  void anAttackThatIsThePresetsBecomesThatOfTheOtherMethod() {
    model.methods().clear();
    model.methods().add(TrainingMethod.ADVERSARIAL);
    model.seedsProperty().set("0");

    assertThat(model.planProperty().get().settings())
        .containsExactly(
            Presets.of("quick", TrainingMethod.ADVERSARIAL).toBuilder()
                .epochs(3)
                .epsilon(0.2)
                .build());
    assertThat(model.baseWordsProperty().get()).endsWith("its own objective, steps and starts.");
  }

  @Test
  void calibratedTrainingKeepsCleanImagesWhereTheFormsMethodHasNone() {
    form.set(
        Presets.of("quick", TrainingMethod.ADVERSARIAL).toBuilder().fraction(1).batch(30).build());

    assertThat(model.planProperty().get().settings())
        .isNotEmpty()
        .allSatisfy(
            run -> {
              assertThat(run.fraction()).isEqualTo(0.5);
              assertThat(run.batch()).isEqualTo(30);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0, ρ",
    "x, 0, ρ",
    "-1, 0, ρ",
    "0, 0, ρ",
    "12, '', seeds",
    "12, 1.5, seed",
    "12, 5-2, seeds",
    "12, 0-99999, seeds",
    "12, 1-2-3, seeds",
    "'1,2,3,4,5,6', 0-150, fewer",
  })
  void whatIsWrongIsNamed(String rhos, String seeds, String named) {
    model.rhosProperty().set(rhos);
    model.seedsProperty().set(seeds);

    assertThat(model.planProperty().get().settings()).isEmpty();
    assertThat(model.planProperty().get().problem()).contains(named);
  }

  @Test
  void aWrongFormAndNoMethodAreTold() {
    form.set(null);
    assertThat(model.planProperty().get().problem()).contains("form of the Training view");
    form.set(Presets.of("quick", TrainingMethod.NORMAL));
    model.methods().clear();
    assertThat(model.planProperty().get().problem()).contains("method");
  }
}
