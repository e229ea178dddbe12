package org.rhobust.evaluation.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.attack.Attack;
import org.rhobust.attack.AttackBatch;
import org.rhobust.attack.CandidateObserver;
import org.rhobust.attack.FormulaClassifier;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Classifier;
import org.rhobust.model.ImageShape;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.threat.ThreatModel;

/** How a battery is cut into parts, resumed and cut short. */
@ExtendWith(OnComputeThread.class)
class BatteryPartsTest {

  private static final ImageSet TEST = DataSets.get("mnist").test();

  private final List<String> runs = new ArrayList<>();

  /** Brightens every image a little, and tells which images it was given. */
  private final class Brightening implements Attack {

    @Override
    public String describe() {
      return "brightening";
    }

    @Override
    public Family family() {
      return Family.NOISE;
    }

    @Override
    public Optional<ThreatModel> threatModel() {
      return Optional.of(new ThreatModel("linf", 1));
    }

    @Override
    public int evaluations() {
      return 1;
    }

    @Override
    public NDArray run(
        Classifier classifier,
        AttackBatch batch,
        int restart,
        long seed,
        CandidateObserver observer) {
      runs.add(restart + ": " + batch.size());
      NDArray perturbations = batch.images().neg().add(1).mul(0.1f * (restart + 1));
      observer.observe(perturbations, classifier.logits(batch.images().add(perturbations)));
      return perturbations;
    }
  }

  private static final class Memory implements PartStore {

    private final Map<Batch, Found> kept = new HashMap<>();

    @Override
    public Optional<Found> load(Batch batch) {
      return Optional.ofNullable(kept.get(batch));
    }

    @Override
    public void save(Batch batch, Found found) {
      kept.put(batch, found);
    }
  }

  @Test
  void images_that_are_wrong_with_full_confidence_are_left_out_of_later_restarts() {
    // Says class 7, with full confidence: all images but the sevens are decided at once.
    Classifier always7 = constant(7, 1000);
    int sevens = (int) Arrays.stream(TEST.first(20).labels()).filter(y -> y == 7).count();

    BatteryResult result = finish(evaluation(always7, 20, 3, PartStore.none()));

    assertThat(runs).containsExactly("0: 20", "1: " + sevens, "2: " + sevens);
    for (AttackedImage image : result.attacked()) {
      boolean seven = TEST.label(image.index()) == 7;
      assertThat(image.misclassifiedConfidence()).isEqualTo(seven ? Double.NEGATIVE_INFINITY : 1);
      assertThat(image.anyConfidence()).isEqualTo(1);
    }
  }

  @Test
  void a_second_evaluation_computes_nothing_that_is_kept() {
    Memory memory = new Memory();
    BatteryResult first = finish(evaluation(constant(7, 1), 60, 2, memory));
    assertThat(runs).hasSize(4);

    BatteryResult second = finish(evaluation(constant(7, 1), 60, 2, memory));

    assertThat(runs).hasSize(4);
    assertThat(second.attacked()).isEqualTo(first.attacked());
  }

  @Test
  void more_restarts_go_on_and_fewer_begin_again() {
    Memory memory = new Memory();
    finish(evaluation(constant(7, 1), 10, 2, memory));
    runs.clear();

    finish(evaluation(constant(7, 1), 10, 3, memory));
    assertThat(runs).containsExactly("2: 10");

    runs.clear();
    finish(evaluation(constant(7, 1), 10, 1, memory));
    assertThat(runs).as("three restarts are another attack than one").containsExactly("0: 10");
  }

  @Test
  void a_part_that_was_given_up_begins_again() {
    BatteryEvaluation evaluation = evaluation(constant(7, 1), 60, 1, PartStore.none());
    AtomicInteger calls = new AtomicInteger();
    evaluation.runNext(() -> {});
    double before = evaluation.progress();

    assertThatThrownBy(
            () ->
                evaluation.runNext(
                    () -> {
                      calls.incrementAndGet();
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
    BatteryResult result = finish(evaluation);

    assertThat(calls).hasValue(1);
    assertThat(before).isEqualTo(50.0 / 60);
    assertThat(evaluation.progress()).isEqualTo(1);
    assertThat(result.attacked()).hasSize(60).allMatch(image -> image.best() != null);
  }

  @Test
  void an_output_that_is_not_a_number_is_broken_at_every_threshold() {
    Classifier broken = constant(7, Float.NaN);

    BatteryResult result = finish(evaluation(broken, 5, 1, PartStore.none()));

    assertThat(result.attacked())
        .allMatch(image -> image.misclassifiedConfidence() == Double.POSITIVE_INFINITY)
        .allMatch(image -> image.prediction() == -1);
    assertThat(result.evaluation().robustTestError().at(1)).isEqualTo(1);
  }

  @Test
  void a_model_of_other_images_or_classes_is_refused_at_once() {
    Classifier small = new FormulaClassifier(new ImageShape(1, 8, 8), 10, x -> x);
    Classifier few = new FormulaClassifier(new ImageShape(1, 28, 28), 5, x -> x);

    assertThatThrownBy(() -> evaluation(small, 5, 1, PartStore.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("are 1x28x28, but the model takes 1x8x8");
    assertThatThrownBy(() -> evaluation(few, 5, 1, PartStore.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 10 classes, but the model has 5");
    assertThat(runs).isEmpty();
  }

  /** Says one class for every image, by a logit. */
  private static Classifier constant(int predicted, float logit) {
    return new FormulaClassifier(
        new ImageShape(1, 28, 28),
        10,
        pixels -> {
          NDArray logits = pixels.get(":, :10").mul(0);
          float[] row = new float[10];
          row[predicted] = logit;
          return logits.add(logits.getManager().create(row));
        });
  }

  private BatteryEvaluation evaluation(
      Classifier classifier, int count, int restarts, PartStore store) {
    BatteryEntry entry =
        new BatteryEntry("brightening", brightening, restarts, Map.of("attack", "brightening"));
    return new BatteryEvaluation(
        classifier,
        TestSplit.of(TEST, count, 20),
        new AttackBattery("one", List.of(entry)),
        0,
        new PartStore() {
          @Override
          public Optional<Found> load(Batch batch) {
            return store.load(withoutRestarts(batch));
          }

          @Override
          public void save(Batch batch, Found found) {
            store.save(withoutRestarts(batch), found);
          }
        });
  }

  private final Attack brightening = new Brightening();

  /** As a folder of parts does, which takes no notice of the number of restarts. */
  private static PartStore.Batch withoutRestarts(PartStore.Batch batch) {
    BatteryEntry entry = batch.entry();
    return new PartStore.Batch(
        new BatteryEntry(entry.name(), entry.attack(), 1, entry.settings()),
        batch.from(),
        batch.to());
  }

  private static BatteryResult finish(BatteryEvaluation evaluation) {
    while (!evaluation.finished()) {
      evaluation.runNext(() -> {});
    }
    return evaluation.result(() -> {});
  }
}
