package org.rhobust.workbench.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.Test;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.RejectionMetrics;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.service.RunState;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.Selection;

class HistogramModelTest {

  private final Selection selection = new Selection();
  private final List<Call> calls = new ArrayList<>();
  private CompletableFuture<BatteryResult> glimpse = new CompletableFuture<>();
  private double now;
  private int looks;
  private final HistogramModel model =
      new HistogramModel(selection, this::run, this::look, Runnable::run, () -> now);

  private record Call(
      String model,
      int count,
      int heldOut,
      AttackBattery battery,
      DoubleConsumer progress,
      CompletableFuture<BatteryResult> answer) {}

  private CompletableFuture<BatteryResult> look(
      String model, ImageSet test, String norm, double epsilon) {
    looks++;
    return glimpse;
  }

  private CompletableFuture<BatteryResult> run(
      String id,
      ImageSet test,
      int count,
      int heldOut,
      AttackBattery battery,
      long seed,
      DoubleConsumer progress) {
    calls.add(new Call(id, count, heldOut, battery, progress, new CompletableFuture<>()));
    return calls.get(calls.size() - 1).answer();
  }

  private void select(String id, boolean live) {
    selection.imagesProperty().set(Samples.images(3000));
    selection.modelProperty().set(Samples.model(id, live));
  }

  private Call evaluate() {
    model.evaluate();
    return calls.get(calls.size() - 1);
  }

  @Test
  void evaluatesWithTheStatedBudget() {
    assertThat(model.canEvaluate()).isFalse();
    select("net", false);
    Call call = evaluate();

    assertThat(call.count()).isEqualTo(200);
    assertThat(call.heldOut()).isEqualTo(1000);
    assertThat(call.battery()).isEqualTo(AttackBattery.quick("linf", 0.3, 100));
    call.answer().complete(Samples.battery());

    assertThat(model.outcomeProperty().get().origin())
        .contains(
            "net", "200 test images", "6 attacks of up to 370 points", "ε = 0.3", "1,000 held-out");
    assertThat(model.outcomeProperty().get().glimpse()).isFalse();
  }

  @Test
  void showsAGlimpseUntilItIsEvaluated() {
    select("net", false);
    assertThat(model.outcomeProperty().get()).isNull();

    glimpse.complete(Samples.battery());
    assertThat(model.outcomeProperty().get().glimpse()).isTrue();
    assertThat(model.outcomeProperty().get().origin()).contains("flatters the model");
    assertThat(selection.thresholdProperty().get()).isNaN();

    evaluate().answer().complete(Samples.battery());
    assertThat(model.outcomeProperty().get().glimpse()).isFalse();
  }

  @Test
  void aGlimpseThatFailsIsToldAndTriedAgainWithTheNextLook() {
    select("net", false);
    glimpse.completeExceptionally(new IllegalArgumentException("The images are too small"));
    assertThat(model.outcomeProperty().get()).isNull();
    assertThat(model.glimpseProblemProperty().get()).isEqualTo("The images are too small");
    int before = looks;

    glimpse = new CompletableFuture<>();
    model.setVisible(false);
    model.setVisible(true);
    assertThat(looks).isEqualTo(before + 1);
    assertThat(model.glimpseProblemProperty().get()).isEmpty();
  }

  @Test
  void aGlimpseAtTheImagesBeforeIsDropped() {
    select("net", false);
    model.setVisible(false);
    CompletableFuture<BatteryResult> before = glimpse;
    selection.imagesProperty().set(Samples.images(100));
    before.complete(Samples.battery());

    assertThat(model.outcomeProperty().get()).isNull();
  }

  @Test
  void aProbeOfOtherImagesIsNotShownAsOneOfThese() {
    select("live", true);
    model.update(Samples.training(RunState.RUNNING, 10, 0));
    assertThat(model.outcomeProperty().get()).isNotNull();

    selection
        .imagesProperty()
        .set(
            ImageSet.of("others", List.of("ant", "bee", "cow"), 1, 2, 2, new byte[36], new int[9]));
    assertThat(model.outcomeProperty().get()).isNull();
  }

  @Test
  void theFirstEvaluationSetsTheThresholdAndLaterOnesKeepIt() {
    select("net", false);
    evaluate().answer().complete(Samples.battery());
    assertThat(selection.thresholdProperty().get()).isEqualTo(0.5);

    model.setThreshold(0.7);
    evaluate().answer().complete(Samples.battery());
    assertThat(selection.thresholdProperty().get()).isEqualTo(0.7);

    model.calibrate();
    assertThat(model.threshold()).isEqualTo(0.5);
    model.setThreshold(3);
    assertThat(model.threshold()).isEqualTo(1);
  }

  @Test
  void theFiguresFollowTheThreshold() {
    select("net", false);
    evaluate().answer().complete(Samples.battery());
    Outcome outcome = model.outcomeProperty().get();

    RejectionMetrics low = outcome.at(0.5);
    assertThat(low.falsePositiveRate()).hasValue(0.25);
    assertThat(outcome.through(0.5)).extracting(AttackedImage::index).containsExactly(3, 1);

    RejectionMetrics high = outcome.at(0.75);
    assertThat(high.falsePositiveRate()).hasValue(0);
    assertThat(high.truePositiveRate()).hasValue(2.0 / 3);
    assertThat(outcome.through(0.75)).extracting(AttackedImage::index).containsExactly(3);
    assertThat(outcome.at(Double.NaN)).isEqualTo(RejectionMetrics.UNDEFINED);
  }

  private List<Integer> shown(double threshold) {
    return model.examples().of(model.outcomeProperty().get(), threshold).stream()
        .map(Example::index)
        .toList();
  }

  private String title(double threshold) {
    Outcome outcome = model.outcomeProperty().get();
    return model.examples().title(outcome, threshold, model.examples().of(outcome, threshold));
  }

  @Test
  void theExamplesFollowTheThresholdAndTheFilter() {
    select("net", false);
    evaluate().answer().complete(Samples.battery());

    assertThat(shown(0.5)).as("what gets through").containsExactly(3, 1);
    assertThat(title(0.5)).startsWith("2 of 4 attacked").contains("1 misclassified even");
    model.examples().filterProperty().set(ExampleFilter.REJECTED_ATTACKED);
    assertThat(shown(0.7)).containsExactly(1, 0, 2);
    assertThat(title(0.7)).startsWith("3 of 4 attacked images are rejected");
    model.examples().filterProperty().set(ExampleFilter.REJECTED_CLEAN);
    assertThat(shown(0.75)).containsExactly(2);
    assertThat(title(0.75)).isEqualTo("1 of 4 clean images are rejected: confidence < τ");
    assertThat(title(0)).isEqualTo("None of the 4 clean images is rejected");
    assertThat(shown(Double.NaN)).isEmpty();
    assertThat(title(Double.NaN)).startsWith("No threshold");
  }

  @Test
  void aBinHoldsWhatTheHistogramCountsInIt() {
    select("net", false);
    evaluate().answer().complete(Samples.battery());
    model.examples().filterProperty().set(ExampleFilter.IN_BIN);
    assertThat(title(0.5)).startsWith("Click a bar");

    model.examples().pick(0.91);
    List<Example> examples = model.examples().of(model.outcomeProperty().get(), 0.5);
    assertThat(examples).extracting(Example::index).containsExactly(3, 0);
    assertThat(examples).extracting(Example::attacked).containsExactly(true, false);
    assertThat(title(0.5)).isEqualTo("Confidence 0.9 to 0.925: 1 clean and 1 attacked images");

    model.examples().pick(1);
    assertThat(model.examples().shownBin().contains(1)).as("1 falls in the last bin").isTrue();
    assertThat(model.examples().shownBin().contains(Double.NaN)).isFalse();
    model.examples().filterProperty().set(ExampleFilter.GETS_THROUGH);
    assertThat(model.examples().shownBin()).isNull();
  }

  @Test
  void theBinsAreWalkedFromTheHighestOn() {
    model.examples().step(1);
    assertThat(model.examples().shownBin().to()).isEqualTo(1);
    model.examples().step(-1);
    assertThat(model.examples().shownBin().words()).isEqualTo("0.95 to 0.975");
    model.examples().step(1);
    model.examples().step(1);
    assertThat(model.examples().shownBin().to()).as("held at the end").isEqualTo(1);

    model.examples().pick(0);
    model.examples().step(-1);
    assertThat(model.examples().shownBin().from()).isZero();
  }

  @Test
  void whatCannotBeSeenIsNotLookedAt() {
    model.setVisible(false);
    select("net", false);
    assertThat(looks).isZero();

    model.setVisible(true);
    assertThat(looks).isPositive();
  }

  @Test
  void closedItHearsNothingMore() {
    model.close();
    select("net", false);
    glimpse.complete(Samples.battery());

    assertThat(model.outcomeProperty().get()).isNull();
    assertThat(looks).isZero();
  }

  @Test
  void tellsProgressAndTimeLeftAndCanBeCancelled() {
    select("net", false);
    Call call = evaluate();
    now = 10;
    call.progress().accept(0.25);

    assertThat(model.run().progressProperty().get()).isEqualTo(0.25);
    assertThat(model.run().statusProperty().get()).contains("net", "about 30 s left");

    model.run().cancel();
    assertThat(call.answer()).isCancelled();
    assertThat(model.run().runningProperty().get()).isFalse();
    call.progress().accept(0.5);
    assertThat(model.run().statusProperty().get()).isEmpty();
    assertThat(model.run().problemProperty().get()).isEmpty();
  }

  @Test
  void anErrorIsToldAndTheNextEvaluationClearsIt() {
    select("net", false);
    evaluate().answer().completeExceptionally(new IllegalArgumentException("no such model"));
    assertThat(model.run().problemProperty().get()).isEqualTo("no such model");
    assertThat(model.run().runningProperty().get()).isFalse();

    evaluate();
    assertThat(model.run().problemProperty().get()).isEmpty();
  }

  @Test
  void eachModelKeepsItsEvaluation() {
    select("net", false);
    evaluate().answer().complete(Samples.battery());
    Outcome first = model.outcomeProperty().get();

    selection.modelProperty().set(Samples.model("other", false));
    assertThat(model.outcomeProperty().get()).isNull();
    selection.modelProperty().set(Samples.model("net", false));
    assertThat(model.outcomeProperty().get()).isSameAs(first);

    Call late = evaluate();
    selection.imagesProperty().set(Samples.images(2000));
    late.answer().complete(Samples.battery());
    assertThat(model.outcomeProperty().get()).as("other images").isNull();
  }

  @Test
  void aGlimpseSaysThatItFlattersAndAnEvaluationTakesItsPlace() {
    select("live", true);
    model.update(Samples.training(RunState.RUNNING, 7, 0));
    assertThat(model.outcomeProperty().get().glimpse()).isTrue();
    assertThat(model.outcomeProperty().get().origin())
        .contains("4 test images", "20 steps", "flatters", "press Evaluate");
    assertThat(model.threshold()).as("follows the training").isEqualTo(0.5);
    assertThat(selection.thresholdProperty().get()).isNaN();

    evaluate().answer().complete(Samples.battery());
    model.update(Samples.training(RunState.RUNNING, 8, 0));
    assertThat(model.outcomeProperty().get().glimpse()).isFalse();
    assertThat(model.outcomeProperty().get().origin()).contains("after step 7");

    model.backToTraining();
    assertThat(model.outcomeProperty().get().glimpse()).isTrue();
  }

  @Test
  void aBadBudgetNamesItsField() {
    select("net", false);
    model.budget().countProperty().set("3000");
    assertThat(model.budget().problemProperty().get().message())
        .isEqualTo("images is 3000; it must be from 1 to 2999");
    assertThat(model.canEvaluate()).isFalse();

    model.budget().countProperty().set("2500");
    assertThat(model.budget().budgetProperty().get().heldOut()).isEqualTo(500);

    model.budget().epsilonProperty().set("-1");
    assertThat(model.budget().problemProperty().get().field()).isEqualTo("epsilon");
  }
}
