package org.rhobust.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.Batteries;
import org.rhobust.run.Evaluation;
import org.rhobust.service.EvaluationRequest;
import org.rhobust.service.ModelShelf;
import org.rhobust.service.RunDetails;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.KnownThreshold;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.Selection;

class EvaluationModelTest {

  @TempDir private Path folder;
  private final Selection selection = new Selection();
  private final List<Call> calls = new ArrayList<>();
  private double now;
  private EvaluationModel model;

  private record Call(
      EvaluationRequest request, DoubleConsumer progress, CompletableFuture<Evaluation> answer) {

    void finish() {
      answer.complete(SampleEvaluation.of(request, true));
    }
  }

  @BeforeEach
  void make() {
    model =
        new EvaluationModel(
            selection,
            this::run,
            () -> folder.resolve("evaluations"),
            Runnable::run,
            Runnable::run,
            () -> now);
    selection.imagesProperty().set(Samples.images(3000));
  }

  private CompletableFuture<Evaluation> run(EvaluationRequest request, DoubleConsumer progress) {
    calls.add(new Call(request, progress, new CompletableFuture<>()));
    return calls.get(calls.size() - 1).answer();
  }

  private Call evaluate(String id) {
    selection.modelProperty().set(Samples.model(id, id.equals(ModelShelf.LIVE)));
    model.evaluate();
    return calls.get(calls.size() - 1);
  }

  @Test
  void asksForWhatThePlanSays() {
    assertThat(model.canEvaluate()).isFalse();
    EvaluationRequest request = evaluate("my net").request();

    assertThat(request.model().id()).isEqualTo("my net");
    assertThat(request.name()).isEqualTo("my net");
    assertThat(request.split().attacked()).isEqualTo(200);
    assertThat(request.split().clean()).isEqualTo(2000);
    assertThat(request.split().heldOut()).isEqualTo(1000);
    assertThat(request.battery().name()).isEqualTo("quick");
    assertThat(request.parts()).isEqualTo(folder.resolve("evaluations/my-net-quick/parts"));
  }

  @Test
  void aResultBelongsToItsModel() {
    evaluate("one").finish();
    Findings ofOne = model.results().findingsProperty().get();
    assertThat(ofOne.outcome().model().id()).isEqualTo("one");

    Call two = evaluate("two");
    assertThat(model.results().findingsProperty().get()).isNull();
    selection.modelProperty().set(Samples.model("one", false));
    two.finish();

    assertThat(model.results().findingsProperty().get().outcome()).isEqualTo(ofOne.outcome());
    selection.modelProperty().set(Samples.model("two", false));
    assertThat(model.results().findingsProperty().get().outcome().model().id()).isEqualTo("two");
    selection.imagesProperty().set(Samples.images(2500));
    assertThat(model.results().findingsProperty().get()).isNull();
  }

  @Test
  void theTruePositiveRateChangesAllFiguresAtOnce() {
    evaluate("net").finish();
    assertThat(selection.thresholdProperty().get()).isEqualTo(0.5);
    assertThat(model.results().findingsProperty().get().worst())
        .extracting(AttackedImage::index)
        .containsExactly(3, 1);

    model.results().setRate(0.98);

    Findings findings = model.results().findingsProperty().get();
    assertThat(findings.threshold().orElseThrow()).isCloseTo(0.51, within(1e-9));
    assertThat(findings.scores().threshold()).isEqualTo(findings.threshold());
    assertThat(selection.thresholdProperty().get()).isEqualTo(findings.threshold().orElseThrow());
    assertThat(findings.adversaries().get(0).atThreshold().orElseThrow()).isEqualTo(0.5);
    assertThat(findings.plots().get(0).accessibleText()).contains("τ = 0.51");
  }

  @Test
  void aThresholdThatWasChosenStays() {
    selection.thresholdProperty().set(0.7);
    evaluate("net").finish();
    assertThat(selection.thresholdProperty().get()).isEqualTo(0.7);
  }

  @Test
  void anEvaluationTakesThePlaceOfWhatTheProbesSay() {
    selection.threshold().knownProperty().set(new KnownThreshold(0.3, "the probe's", true));
    evaluate("net").finish();
    assertThat(selection.thresholdProperty().get()).isEqualTo(0.5);
  }

  @Test
  void tellsProgressTimeLeftAndThenTheSpeed() {
    Call call = evaluate("net");
    assertThat(model.estimateProperty().get()).doesNotContain("speed");
    now = 10;
    call.progress().accept(0.25);

    assertThat(model.work().progressProperty().get()).isEqualTo(0.25);
    assertThat(model.work().statusProperty().get()).isEqualTo("Evaluating net, about 30 s left");
    call.finish();

    assertThat(model.work().runningProperty().get()).isFalse();
    assertThat(model.work().statusProperty().get()).isEmpty();
    assertThat(model.estimateProperty().get()).contains("about 40 s at the last speed");
  }

  @Test
  void cancellingSaysThatWhatIsDoneIsKept() {
    Call call = evaluate("net");
    model.cancel();

    assertThat(call.answer()).isCancelled();
    assertThat(model.work().runningProperty().get()).isFalse();
    assertThat(model.files().noticeProperty().get()).contains("Cancelled", "is kept");
    assertThat(model.work().problemProperty().get()).isEmpty();

    evaluate(ModelShelf.LIVE);
    assertThat(model.files().noticeProperty().get()).isEmpty();
    model.cancel();
    assertThat(model.files().noticeProperty().get()).contains("nothing is kept");
  }

  @Test
  void anErrorIsOneLineAndTheNextEvaluationClearsIt() {
    evaluate("net").answer().completeExceptionally(new IllegalArgumentException("does not fit"));
    assertThat(model.work().problemProperty().get()).isEqualTo("does not fit");

    evaluate("net");
    assertThat(model.work().problemProperty().get()).isEmpty();
  }

  @Test
  void theNetworkInTrainingLosesItsResultWithItsRun() {
    evaluate(ModelShelf.LIVE).finish();
    assertThat(model.results().findingsProperty().get().outcome().command(folder)).isNull();

    model.update(Samples.training(RunState.RUNNING, 7, 0));
    assertThat(model.results().findingsProperty().get()).isNotNull();
    assertThat(evaluate(ModelShelf.LIVE).request().name()).isEqualTo("live after step 7");

    model.update(inFolder(Samples.training(RunState.RUNNING, 1, 0), folder));
    assertThat(model.results().findingsProperty().get()).isNull();
  }

  @Test
  void anotherRunEndsTheEvaluationOfTheNetworkBefore() {
    Call call = evaluate(ModelShelf.LIVE);
    model.update(Samples.training(RunState.RUNNING, 7, 0));
    assertThat(call.answer()).isNotDone();

    model.update(inFolder(Samples.training(RunState.RUNNING, 1, 0), folder));

    assertThat(call.answer()).isCancelled();
  }

  private static TrainingSnapshot inFolder(TrainingSnapshot snapshot, Path folder) {
    return new TrainingSnapshot(
        snapshot.state(),
        "",
        folder,
        null,
        snapshot.step(),
        100,
        10,
        1,
        1,
        snapshot.metrics(),
        null,
        snapshot.probe(),
        RunDetails.NONE);
  }

  @Test
  void writesTheReportAndSaysWhere() {
    evaluate("net").finish();
    Path out = folder.resolve("report");
    model.save(out);

    assertThat(model.files().problemProperty().get()).isEmpty();
    assertThat(out.resolve("evaluation.json")).content().contains("--battery quick", "--seed 0");
    assertThat(model.files().noticeProperty().get()).contains(out.toString());
  }

  @Test
  void aReportThatCannotBeWrittenSaysWhy() throws IOException {
    evaluate("net").finish();
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    model.save(file.resolve("report"));

    assertThat(model.files().problemProperty().get()).contains(file.toString());
    assertThat(model.files().problemProperty().get().lines()).hasSize(1);
    assertThat(model.files().noticeProperty().get()).isEmpty();
  }

  @Test
  void aCopyOfABatteryIsChosen() {
    Path file = folder.resolve("mine.toml");
    model.copyBattery(file);

    assertThat(file).content().isEqualTo(Batteries.text("quick"));
    assertThat(model.plan().batteryProperty().get()).isEqualTo(file.toString());
    assertThat(model.plan().planProperty().get().battery().name()).isEqualTo("mine");
  }

  @Test
  void theCommandRepeatsTheEvaluation() {
    model.plan().seedProperty().set("7");
    evaluate("my net").finish();

    assertThat(model.results().findingsProperty().get().outcome().command(Path.of("out")))
        .isEqualTo(
            "evaluate --model 'my net' --classes 3 --input 1x2x2 --battery quick --count 200"
                + " --holdout 1000 --norm linf --epsilon 0.3 --seed 7 --out out");
  }

  @Test
  void aBatteryInSeveralNormsIsShownByEach() {
    model.plan().batteryProperty().set("mnist");
    evaluate("net").finish();
    Findings findings = model.results().findingsProperty().get();
    assertThat(findings.threat()).isEqualTo("L∞ 0.3");
    assertThat(findings.threats()).contains("L∞ 0.3", "L∞ 0.4", "L2 3");
    assertThat(findings.withoutAdversary()).isNotEmpty();
    assertThat(findings.adversaries()).noneMatch(row -> row.family().equals("corruption"));

    model.results().setThreat("L2 3");

    assertThat(model.results().findingsProperty().get().threat()).isEqualTo("L2 3");
    assertThat(model.results().findingsProperty().get().plots().get(0).title()).contains("L2 3");
  }
}
