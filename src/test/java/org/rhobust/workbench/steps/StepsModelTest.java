package org.rhobust.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.rhobust.data.ImageSet;
import org.rhobust.service.AttackRestarts;
import org.rhobust.service.RunState;
import org.rhobust.service.StepsRequest;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.Selection;

class StepsModelTest {

  private final Selection selection = new Selection();
  private final List<StepsRequest> requests = new ArrayList<>();
  private final List<CompletableFuture<AttackRestarts>> answers = new ArrayList<>();
  private final List<Consumer<AttackRestarts>> listeners = new ArrayList<>();
  private double now;

  private StepsModel open() {
    StepsModel model = new StepsModel(selection, this::ask, Runnable::run, () -> now);
    model.setShown(true);
    return model;
  }

  private CompletableFuture<AttackRestarts> ask(
      StepsRequest request, Consumer<AttackRestarts> partial) {
    requests.add(request);
    answers.add(new CompletableFuture<>());
    listeners.add(partial);
    return answers.get(answers.size() - 1);
  }

  private void select(boolean live) {
    selection.imagesProperty().set(Samples.images(9));
    selection.modelProperty().set(Samples.model("net", live));
  }

  private void answer(int steps) {
    StepsRequest last = requests.get(requests.size() - 1);
    answers.get(answers.size() - 1).complete(Samples.restarts(last, steps, true));
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
  void whileASettingIsWrongAnotherImageIsNotShownAsTheOneBefore() {
    select(false);
    StepsModel model = open();
    answer(4);
    model.attack().epsilonProperty().set("much");
    assertThat(model.stepsProperty().get()).isNotNull();

    selection.imageProperty().set(3);
    assertThat(model.stepsProperty().get()).isNull();
    assertThat(model.problemProperty().get()).contains("Correct the setting");

    model.attack().epsilonProperty().set("0.2");
    answer(4);
    assertThat(model.stepsProperty().get().request().index()).isEqualTo(3);
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

    answers.get(before).complete(Samples.restarts(requests.get(before), 2, true));
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

  /** Tells of an attack that has come this far. */
  private void tell(int steps) {
    StepsRequest last = requests.get(requests.size() - 1);
    listeners.get(listeners.size() - 1).accept(Samples.restarts(last, steps, false));
  }

  @Test
  void theFirstStepIsSeenWhileTheAttackGoesOn() {
    select(false);
    StepsModel model = open();
    tell(0);
    assertThat(model.stepsProperty().get().steps()).hasSize(1);
    assertThat(model.restartsProperty().get().finished()).isFalse();
    assertThat(model.busyProperty().get()).isTrue();

    tell(7);
    assertThat(model.stepProperty().get()).isEqualTo(7);
    assertThat(model.total()).isEqualTo(40);

    model.goTo(3);
    tell(9);
    assertThat(model.stepProperty().get()).isEqualTo(3);
    answer(40);
    assertThat(model.stepProperty().get()).isEqualTo(3);
    assertThat(model.restartsProperty().get().finished()).isTrue();
  }

  @Test
  void aChangedSettingIsSeenOnceTheAttackReachesTheStepLookedAt() {
    select(false);
    StepsModel model = open();
    answer(40);
    model.goTo(12);
    AttackRestarts before = model.restartsProperty().get();

    model.attack().epsilonProperty().set("0.2");
    tell(5);
    assertThat(model.restartsProperty().get()).isSameAs(before);
    tell(12);
    assertThat(model.restartsProperty().get()).isNotSameAs(before);
    assertThat(model.stepProperty().get()).isEqualTo(12);

    selection.imageProperty().set(4);
    tell(0);
    assertThat(model.stepsProperty().get().request().index()).isEqualTo(4);
    assertThat(model.stepProperty().get()).isZero();
    answer(40);
    assertThat(model.stepProperty().get()).isEqualTo(12);
  }

  @Test
  void whatAnOldAttackTellsIsDropped() {
    select(false);
    StepsModel model = open();
    Consumer<AttackRestarts> old = listeners.get(0);
    StepsRequest question = requests.get(0);
    selection.imageProperty().set(1);

    old.accept(Samples.restarts(question, 3, false));
    assertThat(model.stepsProperty().get()).isNull();

    answer(4);
    listeners
        .get(listeners.size() - 1)
        .accept(Samples.restarts(requests.get(requests.size() - 1), 2, false));
    assertThat(model.last()).isEqualTo(4);
  }

  @Test
  void playingWaitsForTheStepsOfAnAttackThatIsUnderWay() {
    select(false);
    StepsModel model = open();
    tell(2);
    model.goTo(0);

    assertThat(model.goOn()).isTrue();
    assertThat(model.goOn()).isTrue();
    assertThat(model.stepProperty().get()).isEqualTo(2);
    assertThat(model.goOn()).as("waits").isTrue();
    assertThat(model.stepProperty().get()).isEqualTo(2);

    tell(4);
    assertThat(model.stepProperty().get()).as("no jump to the newest").isEqualTo(2);
    assertThat(model.goOn()).isTrue();
    assertThat(model.stepProperty().get()).isEqualTo(3);

    answer(5);
    assertThat(model.goOn()).isTrue();
    assertThat(model.goOn()).as("the end").isFalse();
    assertThat(model.stepProperty().get()).isEqualTo(5);
    assertThat(model.goOn()).isFalse();
  }

  @Test
  void anAttackThatTakesLongTellsTheTimeLeftAndCanBeCancelled() {
    select(false);
    StepsModel model = open();
    now = 0.5;
    tell(5);
    assertThat(model.statusProperty().get()).as("too quick to be told").isEmpty();
    now = 2;
    tell(20);
    assertThat(model.statusProperty().get()).isEqualTo("Step 20 of 40, about 2 s left");

    model.cancel();
    assertThat(answers.get(0)).isCancelled();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(model.statusProperty().get()).isEmpty();
    assertThat(model.problemProperty().get()).contains("Attack again");
    assertThat(model.stepsProperty().get().steps()).as("what there is stays").hasSize(21);

    model.attackAgain();
    answer(40);
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(model.restartsProperty().get().finished()).isTrue();
  }

  @Test
  void theBestRestartIsWalkedThroughUntilAnotherIsChosen() {
    select(false);
    StepsModel model = open();
    model.attack().restartsProperty().set("3");
    answer(10);
    assertThat(model.restartsProperty().get().restarts()).hasSize(3);
    assertThat(model.stepsProperty().get().restart()).isZero();

    model.chooseRestart(1);
    assertThat(model.stepsProperty().get().restart()).isEqualTo(1);
    model.attack().epsilonProperty().set("0.2");
    answer(10);
    assertThat(model.stepsProperty().get().restart()).isEqualTo(1);

    selection.imageProperty().set(2);
    answer(10);
    assertThat(model.stepsProperty().get().restart()).as("the best of another image").isZero();

    model.chooseRestart(2);
    model.attack().restartsProperty().set("2");
    answer(10);
    assertThat(model.stepsProperty().get().restart()).isZero();
  }

  @Test
  void aNewStartIsAnotherSeedAndNothingElse() {
    select(false);
    StepsModel model = open();
    model.attack().initialisationProperty().set("uniform");
    StepsRequest before = requests.get(requests.size() - 1);
    model.startAnew();

    StepsRequest after = requests.get(requests.size() - 1);
    assertThat(after.seed()).isNotEqualTo(before.seed());
    assertThat(after.attack()).isEqualTo(before.attack());
  }

  @Test
  void asksNothingWhileItIsHidden() {
    select(false);
    StepsModel model = new StepsModel(selection, this::ask, Runnable::run, () -> now);
    selection.imageProperty().set(2);
    assertThat(requests).isEmpty();

    model.setShown(true);
    assertThat(requests).hasSize(1);
    model.setShown(false);
    assertThat(answers.get(0)).as("given up").isCancelled();
    model.setShown(true);
    assertThat(requests).as("asked anew").hasSize(2);
    answer(4);
    model.setShown(false);
    model.setShown(true);
    assertThat(requests).as("what is known stays").hasSize(2);
  }

  @Test
  void hearsNothingOnceItIsClosed() {
    select(false);
    StepsModel model = open();
    model.close();
    assertThat(answers.get(0)).isCancelled();
    int asked = requests.size();

    selection.imageProperty().set(1);
    selection.modelProperty().set(Samples.model("other", false));
    assertThat(requests).hasSize(asked);
  }

  @Test
  void aPictureTakesThePlaceOfTheTestImageUntilAnotherIsSelected() {
    select(false);
    StepsModel model = open();
    answer(4);
    ImageSet picture = Samples.images(1);
    selection.pictureProperty().set(picture);
    assertThat(requests.get(requests.size() - 1).images()).isSameAs(picture);
    answer(4);

    selection.imageProperty().set(5);
    assertThat(selection.pictureProperty().get()).isNull();
    StepsRequest back = requests.get(requests.size() - 1);
    assertThat(back.images()).isSameAs(selection.imagesProperty().get());
    assertThat(back.index()).isEqualTo(5);
  }

  @Test
  void moreThanCanBeKeptIsRefusedWithTheCure() {
    ImageSet large =
        ImageSet.of("large", List.of("a", "b"), 3, 100, 100, new byte[30_000], new int[1]);
    selection.imagesProperty().set(large);
    selection.modelProperty().set(Samples.model("net", false));
    StepsModel model = open();
    int asked = requests.size();
    model.attack().stepsProperty().set("2000");

    assertThat(model.problemProperty().get()).contains("2000 steps", "3x100x100", "fewer steps");
    assertThat(requests).hasSize(asked);
  }
}
