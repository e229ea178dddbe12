package org.rhobust.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.rhobust.service.AttackSteps;
import org.rhobust.service.RunState;
import org.rhobust.service.StepsRequest;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.Selection;

class StepsModelTest {

  private final Selection selection = new Selection();
  private final List<StepsRequest> requests = new ArrayList<>();
  private final List<CompletableFuture<AttackSteps>> answers = new ArrayList<>();
  private double now;

  private StepsModel open() {
    return new StepsModel(selection, this::ask, Runnable::run, () -> now);
  }

  private CompletableFuture<AttackSteps> ask(StepsRequest request) {
    requests.add(request);
    answers.add(new CompletableFuture<>());
    return answers.get(answers.size() - 1);
  }

  private void select(boolean live) {
    selection.imagesProperty().set(Samples.images(9));
    selection.modelProperty().set(Samples.model("net", live));
  }

  private void answer(int steps) {
    StepsRequest last = requests.get(requests.size() - 1);
    answers.get(answers.size() - 1).complete(Samples.attack(last, steps));
  }

  @Test
  void saysWhatIsMissing() {
    StepsModel model = open();
    assertThat(model.problemProperty().get()).contains("Open a model");

    selection.modelProperty().set(Samples.model("net", false));
    assertThat(model.problemProperty().get()).contains("not read");

    selection.imageProperty().set(20);
    selection.imagesProperty().set(Samples.images(9));
    assertThat(model.problemProperty().get()).contains("20", "0 to 8");
    assertThat(requests).isEmpty();

    selection.imageProperty().set(8);
    answer(4);
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(requests.get(0).index()).isEqualTo(8);
    assertThat(model.stepsProperty().get().steps()).hasSize(5);
  }

  @Test
  void stepsWithinTheAttack() {
    select(false);
    StepsModel model = open();
    answer(4);
    assertThat(model.stepProperty().get()).isEqualTo(4);

    model.goTo(5);
    assertThat(model.stepProperty().get()).isEqualTo(4);
    model.goTo(-1);
    assertThat(model.stepProperty().get()).isZero();
  }

  @Test
  void staysAtTheStepWhenTheImageOrTheSettingsChange() {
    select(false);
    StepsModel model = open();
    answer(10);
    model.goTo(6);

    selection.imageProperty().set(3);
    answer(10);
    assertThat(model.stepProperty().get()).isEqualTo(6);

    List<Integer> last = new ArrayList<>();
    model.stepsProperty().addListener(o -> last.add(model.last() - model.stepProperty().get()));
    model.attack().stepsProperty().set("3");
    answer(3);
    assertThat(model.stepProperty().get()).isEqualTo(3);
    assertThat(last).containsExactly(0);
  }

  @Test
  void onlyTheNewestAnswerCounts() {
    select(false);
    StepsModel model = open();
    selection.imageProperty().set(1);
    int before = answers.size() - 2;
    answer(7);

    answers.get(before).complete(Samples.attack(requests.get(before), 2));
    assertThat(model.last()).isEqualTo(7);

    selection.imageProperty().set(2);
    answers.get(answers.size() - 1).completeExceptionally(new CancellationException());
    assertThat(model.last()).isEqualTo(7);
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void showsAnErrorInOneLineAndRecovers() {
    select(false);
    StepsModel model = open();
    answers
        .get(answers.size() - 1)
        .completeExceptionally(new IllegalArgumentException("the model takes 3x32x32"));
    assertThat(model.problemProperty().get()).isEqualTo("the model takes 3x32x32");
    assertThat(model.stepsProperty().get()).isNull();

    selection.imageProperty().set(1);
    answer(3);
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void badSettingsAskNothingAndKeepTheAttack() {
    select(false);
    StepsModel model = open();
    answer(4);
    int asked = requests.size();

    model.attack().momentumProperty().set("7");

    assertThat(requests).hasSize(asked);
    assertThat(model.stepsProperty().get()).isNotNull();
  }

  @Test
  void keepsTheStartUnlessAnotherSeedIsGiven() {
    select(false);
    StepsModel model = open();
    model.attack().initialisationProperty().set("uniform");
    model.attack().stepsProperty().set("50");
    assertThat(requests).extracting(StepsRequest::seed).containsOnly(0L);

    model.attack().seedProperty().set("7");
    assertThat(requests.get(requests.size() - 1).seed()).isEqualTo(7);
  }

  @Test
  void followsTheTrainingAtMostOnceASecond() {
    select(true);
    StepsModel model = open();
    answer(4);
    int asked = requests.size();
    model.update(Samples.training(RunState.RUNNING, 1, 0));
    now = 5;
    model.update(Samples.training(RunState.RUNNING, 2, 0));
    assertThat(requests).hasSize(asked);

    model.followingProperty().set(true);
    model.update(Samples.training(RunState.RUNNING, 3, 0));
    assertThat(requests).hasSize(asked + 1);
    answer(4);
    now = 5.9;
    model.update(Samples.training(RunState.RUNNING, 4, 0));
    assertThat(requests).hasSize(asked + 1);
    now = 6;
    model.update(Samples.training(RunState.RUNNING, 5, 0));
    assertThat(requests).hasSize(asked + 2);
    now = 9;
    model.update(Samples.training(RunState.RUNNING, 6, 0));
    assertThat(requests).as("one at a time").hasSize(asked + 2);
  }

  @Test
  void aTraceOfANetworkThatHasChangedSaysSoAndIsRenewedAtRest() {
    select(true);
    StepsModel model = open();
    model.update(Samples.training(RunState.RUNNING, 1, 0));
    model.attackAgain();
    answer(4);
    assertThat(model.ageProperty().get()).isEmpty();

    model.update(Samples.training(RunState.RUNNING, 7, 0));
    assertThat(model.ageProperty().get()).contains("after step 1", "Attack again");

    int asked = requests.size();
    model.update(Samples.training(RunState.FINISHED, 9, 0));
    assertThat(requests).hasSize(asked + 1);
    answer(4);
    assertThat(model.ageProperty().get()).isEmpty();
  }
}
