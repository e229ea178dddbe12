package org.rhobust.workbench.direction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.service.RunState;
import org.rhobust.service.StepsRequest;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.Selection;

class DirectionModelTest {

  private final Selection selection = new Selection();
  private final List<StepsRequest> requests = new ArrayList<>();
  private final List<CompletableFuture<DirectionCurve>> answers = new ArrayList<>();
  private final List<Integer> probed = new ArrayList<>();

  private DirectionModel open(boolean live) {
    selection.imagesProperty().set(Samples.images(9));
    selection.modelProperty().set(Samples.model("net", live));
    return new DirectionModel(selection, this::ask, probed::add, Runnable::run);
  }

  private CompletableFuture<DirectionCurve> ask(StepsRequest request) {
    requests.add(request);
    answers.add(new CompletableFuture<>());
    return answers.get(answers.size() - 1);
  }

  @Test
  void followsTheSelectedImageAndSettings() {
    DirectionModel model = open(false);
    selection.imageProperty().set(4);
    model.attack().stepsProperty().set("60");
    answers.get(answers.size() - 1).complete(Samples.curve(4, 0.9));

    StepsRequest last = requests.get(requests.size() - 1);
    assertThat(last.index()).isEqualTo(4);
    assertThat(last.attack().steps()).isEqualTo(60);
    assertThat(model.foundProperty().get().curve().index()).isEqualTo(4);
    assertThat(model.foundProperty().get().attack().steps()).isEqualTo(60);
    assertThat(probed).containsExactly(0, 4);
  }

  @Test
  void theProbesBringTheCurveOfTheNetworkInTraining() {
    DirectionModel model = open(true);
    int asked = requests.size();
    model.update(Samples.training(RunState.RUNNING, 10, 0));

    assertThat(model.liveProperty().get()).isTrue();
    assertThat(model.foundProperty().get().attack().steps()).as("the probe's own").isEqualTo(20);

    selection.imageProperty().set(5);
    assertThat(model.foundProperty().get()).isNull();
    assertThat(model.problemProperty().get()).isNotEmpty();
    model.update(Samples.training(RunState.RUNNING, 11, 5));
    assertThat(model.foundProperty().get().curve().index()).isEqualTo(5);
    assertThat(requests).hasSize(asked);
  }

  @Test
  void aLateAnswerDoesNotReplaceTheProbe() {
    DirectionModel model = open(true);
    model.update(Samples.training(RunState.RUNNING, 10, 0));

    answers
        .get(answers.size() - 1)
        .completeExceptionally(new IllegalArgumentException("no network is in training"));

    assertThat(model.foundProperty().get()).isNotNull();
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void aPausedNetworkIsAskedWithTheSettings() {
    DirectionModel model = open(true);
    model.update(Samples.training(RunState.RUNNING, 10, 0));
    int asked = requests.size();

    model.update(Samples.training(RunState.PAUSED, 10, 0));
    answers.get(answers.size() - 1).complete(Samples.curve(0, 0.5));

    assertThat(requests).hasSize(asked + 1);
    assertThat(model.liveProperty().get()).isFalse();
    assertThat(model.foundProperty().get().attack().steps()).isEqualTo(40);
  }

  @Test
  void anAnswerForTheModelBeforeIsDropped() {
    DirectionModel model = open(false);
    CompletableFuture<DirectionCurve> before = answers.get(answers.size() - 1);
    selection.modelProperty().set(Samples.model("other", false));

    before.complete(Samples.curve(0, 0.9));
    assertThat(model.foundProperty().get()).isNull();

    answers
        .get(answers.size() - 1)
        .completeExceptionally(new IllegalArgumentException("model 'other' is not open"));
    assertThat(model.problemProperty().get()).isEqualTo("model 'other' is not open");
  }
}
