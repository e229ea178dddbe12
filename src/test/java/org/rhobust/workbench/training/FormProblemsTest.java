package org.rhobust.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.rhobust.service.DataInfo;
import org.rhobust.training.TrainingMethod;

class FormProblemsTest {

  private final TrainingFixture training = new TrainingFixture();
  private final TrainingModel model = training.model;

  @Test
  void aBadFieldKeepsTheButtonOffAndSaysWhy() {
    model.form().epochs().textProperty().set("two");

    assertThat(model.startProblemProperty().get()).isNotEmpty();
    assertThat(model.form().problemProperty().get()).contains("epochs", "“two”");
    model.start();
    assertThat(training.started).isEmpty();

    model.form().reset();
    assertThat(model.startProblemProperty().get()).isEmpty();
  }

  @Test
  void anUnknownNetworkIsExplainedInPlace() {
    model.form().networkProperty().set("wrn-27-10");

    assertThat(model.form().networkProblemProperty().get()).contains("27");
    assertThat(model.startProblemProperty().get()).isNotEmpty();
  }

  @Test
  void dataThatIsNotThereOrTooSmallIsExplainedInPlace() {
    training.data =
        name ->
            CompletableFuture.completedFuture(
                new DataInfo(name, 50_000, 3, name.equals("cifar10")));
    model.form().datasetProperty().set("svhn");
    assertThat(model.data().problemProperty().get()).startsWith("svhn is not on this computer");
    assertThat(model.startProblemProperty().get()).isNotEmpty();

    model.form().datasetProperty().set("cifar10");
    assertThat(model.data().problemProperty().get()).isEmpty();
    assertThat(model.data().remarkProperty().get()).contains("ε = 0.3", "0.03");

    model.form().examples().textProperty().set("50001");
    assertThat(model.data().problemProperty().get()).contains("50,000", "50,001");

    training.data =
        name -> CompletableFuture.failedFuture(new IllegalArgumentException("no data set x"));
    model.form().datasetProperty().set("x");
    assertThat(model.data().problemProperty().get()).isEqualTo("no data set x");
  }

  @Test
  void weightsThatDoNotFitAreExplainedInPlace() {
    training.start = CompletableFuture.failedFuture(new IllegalArgumentException("no model x"));
    model.form().weightsProperty().set("x");
    assertThat(model.weights().problemProperty().get()).isEqualTo("no model x");
    assertThat(model.startProblemProperty().get()).isNotEmpty();

    model.form().weightsProperty().set("");
    assertThat(model.startProblemProperty().get()).isEmpty();
  }

  @Test
  void whatDoesNotGoTogetherIsExplainedInPlace() {
    model.form().attack().epsilon().textProperty().set("2");
    assertThat(model.form().attack().ballProblemProperty().get()).contains("L∞", "above 1");
    assertThat(model.startProblemProperty().get()).isNotEmpty();
    assertThat(model.form().problemIsInMore()).isFalse();
    model.form().reset();

    model.form().fraction().textProperty().set("1");
    assertThat(model.form().unfittingProperty().get()).contains("without clean images");
    assertThat(model.form().problemIsInMore()).isTrue();
    model.form().methodProperty().set(TrainingMethod.ADVERSARIAL);
    assertThat(model.form().unfittingProperty().get()).isEmpty();
    model.form().reset();

    model.form().attack().initialisationsProperty().set(List.of());
    assertThat(model.form().attack().startsProblemProperty().get()).contains("at least one");
    model.form().reset();

    model.form().optimiser().scheduleProperty().set("steps");
    model.form().optimiser().milestonesProperty().set("60, 30");
    assertThat(model.form().optimiser().problemProperty().get()).contains("ascending");
    assertThat(model.startProblemProperty().get()).isNotEmpty();
    model.form().optimiser().milestonesProperty().set("30 60");
    assertThat(model.startProblemProperty().get()).isEmpty();
  }

  @Test
  void whatTheMethodDoesNotUseKeepsNobodyFromStarting() {
    TrainingForm form = model.form();
    form.rho().textProperty().set("x");
    form.attack().epsilon().textProperty().set("");
    form.fraction().textProperty().set("7");
    assertThat(form.problemProperty().get()).contains("ρ");
    assertThat(form.problemIsInMore()).isFalse();

    form.methodProperty().set(TrainingMethod.ADVERSARIAL);
    assertThat(form.problemProperty().get()).contains("φ");
    form.fraction().textProperty().set("0.5");
    assertThat(form.problemProperty().get()).contains("ε").doesNotContain("ρ");

    form.methodProperty().set(TrainingMethod.NORMAL);
    assertThat(model.startProblemProperty().get()).isEmpty();
    assertThat(form.settingsProperty().get().method()).isEqualTo(TrainingMethod.NORMAL);
    form.batch().textProperty().set("1");
    assertThat(form.problemIsInMore()).isTrue();
    form.batch().textProperty().set("50");
    form.attack().epsilon().textProperty().set("2");
    assertThat(model.startProblemProperty().get()).isEmpty();
    assertThat(form.attack().ballProblemProperty().get()).isEmpty();

    form.methodProperty().set(TrainingMethod.CONFIDENCE_CALIBRATED);
    assertThat(form.problemProperty().get()).contains("ρ");
    form.rho().textProperty().set("12");
    assertThat(form.problemProperty().get()).contains("L∞", "above 1");
  }

  @Test
  void aFactorThatIsSwitchedOffKeepsNobodyFromStarting() {
    model.form().attack().backtracking().textProperty().set("1");
    model.form().optimiser().scheduleProperty().set("exponential");
    model.form().optimiser().decay().textProperty().set("2");
    assertThat(model.form().problemProperty().get()).contains("backtracking");

    model.form().attack().backtracksProperty().set(false);
    assertThat(model.form().problemProperty().get()).contains("decay");
    model.form().optimiser().scheduleProperty().set("cosine");
    assertThat(model.startProblemProperty().get()).isEmpty();
  }

  @Test
  void tellsWhatTheAttackCannotReach() {
    assertThat(model.remarkProperty().get()).startsWith("A remark").contains("0.21 of ε = 0.3");
    assertThat(model.remarkWarns()).isFalse();
    model.form().attack().steps().textProperty().set("4");
    assertThat(model.remarkProperty().get()).contains("0.045 of ε = 0.3", "more or larger steps");
    model.form().methodProperty().set(TrainingMethod.ADVERSARIAL);
    assertThat(model.remarkProperty().get()).isEmpty();
    model.form().attack().epsilon().textProperty().set("0.7");
    assertThat(model.remarkProperty().get()).startsWith("Warning").contains("0.60 of ε = 0.7");
    assertThat(model.remarkWarns()).isTrue();
    model.form().methodProperty().set(TrainingMethod.NORMAL);
    assertThat(model.remarkProperty().get()).isEmpty();
  }
}
