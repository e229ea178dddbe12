package org.rhobust.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.model.Classifier;
import org.rhobust.model.ImageShape;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.run.Evaluation;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Devices;

class EvaluationServiceTest {

  private static final ImageSet TEST = DataSets.get("mnist").test();
  private static final DoubleConsumer NOBODY = share -> {};

  @TempDir private Path folder;

  private final ComputeThread compute = ComputeThread.get();
  private final ModelShelf models = new ModelShelf(compute);
  private final Inspection inspection = new Inspection(compute, models);

  @Test
  void aRepeatedEvaluationFindsItsParts() throws Exception {
    ModelInfo model = open("mnist-ccat");
    Evaluation first = evaluate(model, 5, NOBODY).get(60, TimeUnit.SECONDS);
    long parts = parts();

    Evaluation second = evaluate(model, 5, NOBODY).get(60, TimeUnit.SECONDS);

    assertThat(parts).isEqualTo(4);
    assertThat(parts()).isEqualTo(parts);
    assertThat(first.model().weightsSha256()).isEqualTo(model.sha256());
    assertThat(second.result().evaluation().at(0)).isEqualTo(first.result().evaluation().at(0));
    assertThat(second.verdict().sentence()).isEqualTo(first.verdict().sentence());
  }

  @Test
  void aCancelledEvaluationKeepsItsPartsAndGoesOn() throws Exception {
    ModelInfo model = open("mnist-ccat");
    CountDownLatch partsDone = new CountDownLatch(1);
    CompletableFuture<Evaluation> long1 =
        evaluate(
            model,
            100_000,
            share -> {
              if (parts() == 2) {
                partsDone.countDown();
              }
            });
    assertThat(partsDone.await(60, TimeUnit.SECONDS)).isTrue();

    long1.cancel(false);
    compute.submit(() -> null).get(60, TimeUnit.SECONDS);
    long kept = parts();
    Evaluation evaluation = evaluate(model, 5, NOBODY).get(60, TimeUnit.SECONDS);

    assertThat(long1).isCancelled();
    assertThat(kept).as("the two batches of the short attack").isEqualTo(2);
    assertThat(parts()).as("the short attack is not run again").isEqualTo(4);
    assertThat(evaluation.result().attacks()).hasSize(2);
  }

  @Test
  void theNetworkInTrainingIsEvaluatedAsACopyAndNotKept() throws Exception {
    Network network =
        compute.call(
            () -> Networks.create("small", 10, new ImageShape(1, 28, 28), Devices.of("cpu"), 1));
    compute.call(
        () -> {
          models.putLive(network);
          return null;
        });
    ModelInfo live =
        new ModelInfo(ModelShelf.LIVE, "live", true, 10, new ImageShape(1, 28, 28), null, null);

    Evaluation before = evaluate(live, 5, NOBODY).get(60, TimeUnit.SECONDS);
    CompletableFuture<Evaluation> during = evaluate(live, 5, NOBODY);
    compute.submit(() -> change(network)).get(60, TimeUnit.SECONDS);
    Evaluation unchanged = during.get(60, TimeUnit.SECONDS);
    Evaluation after = evaluate(live, 5, NOBODY).get(60, TimeUnit.SECONDS);

    assertThat(parts()).isZero();
    assertThat(unchanged.result().heldOut().confidences())
        .isEqualTo(before.result().heldOut().confidences());
    assertThat(after.result().heldOut().confidences())
        .isNotEqualTo(before.result().heldOut().confidences());
    compute.call(
        () -> {
          models.removeLive();
          network.close();
          return null;
        });
  }

  @Test
  void tellsTheShareDoneAndAnswersQuestionsMeanwhile() throws Exception {
    ModelInfo model = open("mnist-ccat");
    CountDownLatch reported = new CountDownLatch(1);
    CompletableFuture<Evaluation> evaluation =
        evaluate(
            model,
            100_000,
            share -> {
              assertThat(share).isBetween(0.0, 1.0);
              if (share > 0) {
                reported.countDown();
              }
            });
    assertThat(reported.await(60, TimeUnit.SECONDS)).isTrue();

    inspection.glimpse(model.id(), TEST, "linf", 0.3).get(60, TimeUnit.SECONDS);

    assertThat(evaluation).isNotDone();
    evaluation.cancel(false);
    assertThatThrownBy(evaluation::get).isInstanceOf(CancellationException.class);
  }

  @Test
  void aModelThatDoesNotFitIsToldInOneLine() {
    ModelInfo model =
        new ModelInfo("none", "none", false, 10, new ImageShape(1, 28, 28), null, "sha");

    assertThatThrownBy(() -> evaluate(model, 5, NOBODY).get(60, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("'none' is not open");
  }

  private ModelInfo open(String sample) throws Exception {
    return models.open(sample).get(60, TimeUnit.SECONDS);
  }

  /** A short attack, then another of so many steps; two batches each. */
  private CompletableFuture<Evaluation> evaluate(
      ModelInfo model, int steps, DoubleConsumer progress) {
    AttackBattery battery = new AttackBattery("two", List.of(pgd(2, 0), pgd(steps, 1)));
    return inspection.evaluate(
        new EvaluationRequest(
            model, model.title(), TestSplit.of(TEST, 60, 50), battery, 0, folder.resolve("parts")),
        progress);
  }

  private static BatteryEntry pgd(int steps, int index) {
    return BatteryEntry.of(
        Map.of(
            "attack",
            "pgd",
            "norm",
            "linf",
            "epsilon",
            0.3,
            "steps",
            (long) steps,
            "step-size",
            0.01 * (1 + index)));
  }

  private static Void change(Classifier network) {
    Network other = Networks.create("small", 10, network.input(), Devices.of("cpu"), 2);
    ((Network) network).restore(other.snapshot());
    other.close();
    return null;
  }

  private long parts() {
    try (Stream<Path> files = Files.list(folder.resolve("parts"))) {
      return files.filter(file -> file.toString().endsWith(".npz")).count();
    } catch (IOException e) {
      return 0;
    }
  }
}
