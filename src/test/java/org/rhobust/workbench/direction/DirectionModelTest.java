package org.rhobust.workbench.direction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.ConfidencePlane;
import org.rhobust.evaluation.Direction;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.DirectionKind;
import org.rhobust.service.RunState;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.Selection;

class DirectionModelTest {

  private record Ask(String place, Question question, CompletableFuture<Answer> answer) {

    void curve(int index) {
      answer.complete(new Answer.Curve(question, Samples.curve(index, 0.9)));
    }
  }

  private final Selection selection = new Selection();
  private final List<Ask> asks = new ArrayList<>();
  private final List<Integer> probed = new ArrayList<>();

  private DirectionModel open(boolean live) {
    selection.imagesProperty().set(Samples.images(9));
    selection.modelProperty().set(Samples.model("net", live));
    DirectionModel model =
        new DirectionModel(
            selection,
            (place, question, progress) -> {
              Ask ask = new Ask(place, question, new CompletableFuture<>());
              asks.add(ask);
              return ask.answer();
            },
            probed::add,
            Runnable::run,
            () -> 0);
    model.shownProperty().set(true);
    return model;
  }

  private Ask last() {
    return asks.get(asks.size() - 1);
  }

  private static DirectionCurve curve(DirectionModel model) {
    Answer answer = model.main().slot(Mode.IMAGE).answerProperty().get();
    return answer == null ? null : ((Answer.Curve) answer).curve();
  }

  @Test
  void followsTheSelectedImageAndSettings() {
    DirectionModel model = open(false);
    selection.imageProperty().set(4);
    model.fields().attack().stepsProperty().set("60");
    last().curve(4);

    assertThat(last().question().request().index()).isEqualTo(4);
    assertThat(last().question().request().settings().attack().steps()).isEqualTo(60);
    assertThat(curve(model).index()).isEqualTo(4);
    assertThat(probed).containsExactly(0, 4);
  }

  @Test
  void whileASettingIsWrongAnotherModelIsNotShownAsTheOneBefore() {
    DirectionModel model = open(false);
    last().curve(0);
    model.fields().attack().stepsProperty().set("many");
    assertThat(curve(model)).isNotNull();

    selection.modelProperty().set(Samples.model("another", false));
    assertThat(curve(model)).isNull();
    assertThat(model.main().slot(Mode.IMAGE).problemProperty().get()).contains("Correct");
  }

  @Test
  void nothingIsComputedWhileHidden() {
    DirectionModel model = open(false);
    model.shownProperty().set(false);
    assertThat(last().answer()).as("given up").isCancelled();
    int asked = asks.size();

    selection.imageProperty().set(4);
    model.fields().attack().stepsProperty().set("60");
    assertThat(asks).hasSize(asked);

    model.shownProperty().set(true);
    assertThat(asks).hasSize(asked + 1);
    assertThat(last().question().request().index()).isEqualTo(4);
  }

  @Test
  void whatIsKnownIsNotAskedAgain() {
    DirectionModel model = open(false);
    last().curve(0);
    int asked = asks.size();

    model.shownProperty().set(false);
    model.shownProperty().set(true);

    assertThat(asks).hasSize(asked);
    assertThat(curve(model)).isNotNull();
  }

  @Test
  void theProbesBringTheCurveOfTheNetworkInTraining() {
    DirectionModel model = open(true);
    int asked = asks.size();
    model.update(Samples.training(RunState.RUNNING, 10, 0));

    assertThat(model.liveProperty().get()).isTrue();
    Question question = model.main().slot(Mode.IMAGE).answerProperty().get().question();
    assertThat(question.request().settings().attack().steps()).as("the probe's own").isEqualTo(20);

    selection.imageProperty().set(5);
    assertThat(curve(model)).isNull();
    assertThat(model.main().slot(Mode.IMAGE).problemProperty().get()).isNotEmpty();
    model.update(Samples.training(RunState.RUNNING, 11, 5));
    assertThat(curve(model).index()).isEqualTo(5);
    assertThat(asks).hasSize(asked);
  }

  @Test
  void aProbeOfOtherImagesIsNotShownAsOneOfThese() {
    DirectionModel model = open(true);
    ImageSet others =
        ImageSet.of("others", List.of("ant", "bee", "cow"), 1, 2, 2, new byte[36], new int[9]);
    selection.imagesProperty().set(others);
    model.update(Samples.training(RunState.RUNNING, 10, 0));

    assertThat(model.liveProperty().get()).isFalse();
    assertThat(curve(model)).isNull();
    assertThat(last().question().request().images()).isSameAs(others);
  }

  @Test
  void aLateAnswerDoesNotReplaceTheProbe() {
    DirectionModel model = open(true);
    Ask before = last();
    model.update(Samples.training(RunState.RUNNING, 10, 0));

    before.answer().completeExceptionally(new IllegalArgumentException("no network"));

    assertThat(curve(model)).isNotNull();
    assertThat(model.main().slot(Mode.IMAGE).problemProperty().get()).isEmpty();
  }

  @Test
  void aPausedNetworkIsAskedWithTheSettings() {
    DirectionModel model = open(true);
    model.update(Samples.training(RunState.RUNNING, 10, 0));
    int asked = asks.size();

    model.update(Samples.training(RunState.PAUSED, 10, 0));

    assertThat(asks).hasSize(asked + 1);
    assertThat(model.liveProperty().get()).isFalse();
    assertThat(last().question().request().settings().attack().steps()).isEqualTo(40);
  }

  @Test
  void otherDirectionsOfTheNetworkInTrainingAreAskedAtEveryProbe() {
    DirectionModel model = open(true);
    model.fields().kindProperty().set(DirectionKind.RANDOM);
    model.update(Samples.training(RunState.RUNNING, 10, 0));
    last().curve(0);
    int asked = asks.size();

    model.update(Samples.training(RunState.RUNNING, 11, 0));
    model.update(Samples.training(RunState.RUNNING, 12, 0));

    assertThat(asks).as("not before the answer to the last").hasSize(asked + 1);
    assertThat(last().question().step()).isEqualTo(11);
  }

  @Test
  void anAnswerForTheModelBeforeIsDropped() {
    DirectionModel model = open(false);
    Ask before = last();
    selection.modelProperty().set(Samples.model("other", false));

    before.curve(0);
    assertThat(curve(model)).isNull();

    last().answer().completeExceptionally(new IllegalArgumentException("'other' is not open"));
    assertThat(model.main().slot(Mode.IMAGE).problemProperty().get())
        .isEqualTo("'other' is not open");
  }

  @Test
  void theComparedModelIsAttackedItselfUnlessTheDirectionIsShared() {
    DirectionModel model = open(false);
    assertThat(model.comparing()).isFalse();

    selection.comparedProperty().set(Samples.model("pinned", false));
    assertThat(last().place()).isEqualTo("compared");
    assertThat(last().question().request().model()).isEqualTo("pinned");
    assertThat(last().question().request().attacked()).isEqualTo("pinned");

    model.fields().sharedProperty().set(true);
    assertThat(last().question().request().model()).isEqualTo("pinned");
    assertThat(last().question().request().attacked()).isEqualTo("net");
  }

  @Test
  void aDirectionThatBothShareIsFoundInOneWayAlsoWhileTraining() {
    DirectionModel model = open(true);
    selection.comparedProperty().set(Samples.model("pinned", false));
    model.update(Samples.training(RunState.RUNNING, 10, 0));
    assertThat(model.liveProperty().get()).isTrue();

    model.fields().sharedProperty().set(true);
    Question right = last().question();
    Question left = asks.get(asks.size() - 2).question();
    assertThat(model.liveProperty().get()).isFalse();
    assertThat(left.request().model()).isEqualTo("net");
    assertThat(right.request().model()).isEqualTo("pinned");
    assertThat(left.request().attacked()).isEqualTo(right.request().attacked()).isEqualTo("net");
    assertThat(left.request().settings()).isEqualTo(right.request().settings());

    selection.comparedProperty().set(null);
    assertThat(model.liveProperty().get()).as("nothing is shared with no model").isTrue();
  }

  @Test
  void manyImagesWaitForAPersonAndCanBeCancelled() {
    DirectionModel model = open(false);
    int asked = asks.size();
    model.fields().countTextProperty().set("500");
    model.fields().modeProperty().set(Mode.MANY);
    SlotModel slot = model.main().slot(Mode.MANY);
    assertThat(asks).hasSize(asked);
    assertThat(slot.problemProperty().get()).startsWith("Compute");

    model.compute();
    assertThat(last().question().count()).as("all there are").isEqualTo(9);
    assertThat(slot.work().runningProperty().get()).isTrue();
    selection.imageProperty().set(3);
    model.shownProperty().set(false);
    assertThat(slot.work().runningProperty().get()).as("another image is no matter").isTrue();

    model.cancel();
    assertThat(last().answer()).isCancelled();
    assertThat(slot.problemProperty().get()).contains("Cancelled");
  }

  @Test
  void aPlaneOfTheNetworkInTrainingIsAgedByTheTrainingNotRepeated() {
    DirectionModel model = open(true);
    model.update(Samples.training(RunState.RUNNING, 10, 0));
    model.fields().modeProperty().set(Mode.PLANE);
    Direction line = new Direction(0, 0, new float[4], new float[0], 0);
    last()
        .answer()
        .complete(
            new Answer.Plane(
                last().question(),
                new ConfidencePlane(
                    line,
                    new double[0],
                    new float[0],
                    new int[0],
                    new double[0][],
                    new double[0][],
                    0.3,
                    false)));
    int asked = asks.size();

    model.update(Samples.training(RunState.RUNNING, 11, 0));

    assertThat(asks).hasSize(asked);
    assertThat(model.main().slot(Mode.PLANE).noteProperty().get()).contains("trained on");
  }

  @Test
  void badFieldsAskNothingAndSayWhy() {
    DirectionModel model = open(false);
    model.fields().kindProperty().set(DirectionKind.BETWEEN);
    int asked = asks.size();

    model.fields().otherProperty().set("9");

    assertThat(asks).hasSize(asked);
    assertThat(model.fields().problemProperty().get().message())
        .isEqualTo("other image is 9; it must be from 0 to 8");
  }

  @Test
  void theOtherImageIsTheNextOfAnotherClassThanTheSelected() {
    DirectionModel model = open(false);
    model.nextOther();
    assertThat(model.fields().otherProperty().get()).isEqualTo("1");
    model.nextOther();
    model.nextOther();
    assertThat(model.fields().otherProperty().get()).as("3 is of class 0 too").isEqualTo("4");
  }

  @Test
  void aModelOfOtherImagesIsRefusedInWords() {
    DirectionModel model = open(false);
    selection
        .comparedProperty()
        .set(
            new org.rhobust.service.ModelInfo(
                "big", "big", false, 3, new org.rhobust.model.ImageShape(3, 2, 2), null, null));

    assertThat(model.compared().slot(Mode.IMAGE).problemProperty().get())
        .contains("big takes images of", "choose another model");
  }

  @Test
  void onceClosedItFollowsNothing() {
    DirectionModel model = open(false);
    model.close();
    int asked = asks.size();
    selection.imageProperty().set(2);
    assertThat(asks).hasSize(asked);
  }
}
