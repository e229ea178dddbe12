package org.rhobust.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.data.DataSets;
import org.rhobust.model.Classifier;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelSource;
import org.rhobust.model.Network;
import org.rhobust.model.OpenModel;
import org.rhobust.model.Probabilities;
import org.rhobust.model.StoredModel;
import org.rhobust.model.TinyCnn;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.threat.ThreatModel;

/** What each attack beside PGD does that PGD does not. */
@ExtendWith(OnComputeThread.class)
class GradientAttacksTest {

  /** Of ten entries the two of largest |g| that have room; the largest of all has none. */
  @Test
  void slideMovesTheLargestGradientsThatTheBoxLetsMove() {
    FormulaClassifier linear = FormulaClassifier.linear(1, -9, 3, 0, 8, -4, 0.5f, 7, 2, -1);
    AttackBatch batch = linear.image(0.5f, 0, 0.5f, 0.5f, 1, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f);
    SlideAttack attack =
        new SlideAttack(new PgdSettings("l1", 5, 1, 0.4, 0, null, "logit", null, "zero", 1), 0.2);

    float[] moved = run(attack, linear, batch).toFloatArray();

    assertThat(moved)
        .containsExactly(new float[] {0, 0, 0, 0, 0, -0.2f, 0, 0.2f, 0, 0}, within(1e-6f));
  }

  @Test
  void slideMovesAtLeastOneEntry() {
    FormulaClassifier linear = FormulaClassifier.linear(1, -9, 3);
    SlideAttack attack =
        new SlideAttack(new PgdSettings("l1", 5, 1, 0.4, 0, null, "logit", null, "zero", 1), 0.01);

    assertThat(run(attack, linear, linear.image(0.5f, 0.5f, 0.5f)).toFloatArray())
        .containsExactly(new float[] {0, -0.4f, 0}, within(1e-6f));
  }

  @Test
  void fgsmTakesOneStepToTheBorderOfTheBall() {
    FormulaClassifier linear = FormulaClassifier.linear(3, -4, 0);
    AttackBatch batch = linear.image(0.5f, 0.5f, 0.5f);

    assertThat(run(fgsm("linf"), linear, batch).toFloatArray())
        .containsExactly(new float[] {0.1f, -0.1f, 0}, within(1e-6f));
    assertThat(run(fgsm("l2"), linear, batch).toFloatArray())
        .containsExactly(new float[] {0.06f, -0.08f, 0}, within(1e-6f));
  }

  @Test
  void fgsmStaysWhereASaturatedModelHasNoGradient() {
    FormulaClassifier saturated = FormulaClassifier.linear(-2000, -2000);

    assertThat(run(fgsm("linf"), saturated, saturated.image(0.5f, 0.5f)).toFloatArray())
        .containsOnly(0f);
  }

  /**
   * Class 1 leads beside the true class 0 and has its low summit at a = 0.6; class 2 wins at a = 0,
   * on the far side of the valley.
   */
  @Test
  void multiTargetedFindsTheClassThatDoesNotLeadAtFirst() {
    FormulaClassifier hills =
        new FormulaClassifier(
            new ImageShape(1, 1, 1),
            3,
            a ->
                NDArrays.concat(
                    new NDList(
                        a.mul(0).add(2), a.sub(0.6f).square().mul(-8).add(1), a.mul(-10).add(4)),
                    1));
    AttackBatch batch = hills.image(0.5f);
    PgdSettings settings =
        new PgdSettings("linf", 0.5, 30, 0.05, 0.9, 1.5, "confidence", null, "zero", 1);

    assertThat(misclassified(new PgdAttack(settings), hills, batch)).isFalse();
    assertThat(misclassified(new PgdAttack(settings.withObjective("targeted", 1)), hills, batch))
        .isFalse();
    assertThat(misclassified(new MultiTargetedAttack(settings, 1), hills, batch)).isFalse();
    assertThat(misclassified(new MultiTargetedAttack(settings, 2), hills, batch)).isTrue();
    PgdSettings logit = settings.withObjective("logit", null);
    assertThat(misclassified(new PgdAttack(logit), hills, batch)).isFalse();
    assertThat(misclassified(new MultiTargetedAttack(logit, 2), hills, batch)).isTrue();
    assertThat(run(new MultiTargetedAttack(settings, 9), hills, batch).toFloatArray())
        .containsExactly(new float[] {-0.5f}, within(1e-6f));
  }

  @Test
  void aModelAttackedThroughItselfIsAttackedByPgd() {
    StoredModel stored = ModelSource.resolve("mnist-normal");
    PgdSettings settings =
        new PgdSettings("linf", 0.3, 6, 0.1, 0.5, 1.5, "confidence", null, "uniform", 1);
    try (OpenModel model = OpenModel.of(stored, Device.cpu());
        TransferAttack transfer = new TransferAttack(settings, stored, 1)) {
      Classifier classifier = model.classifier();
      AttackBatch batch = AttackBatch.load(classifier, DataSets.get("mnist").test(), 3, 8, 20);
      transfer.requireFits(classifier);

      float[][] pgd = points(new PgdAttack(settings), classifier, batch);
      float[][] through = points(transfer, classifier, batch);
      assertThat(Arrays.copyOf(through, pgd.length)).isDeepEqualTo(pgd);
      assertThat(through[pgd.length]).as("its best point, as of PGD").isEqualTo(pgd[7]);
    }
  }

  @Test
  void transferTriesTheStartEveryKthPointAndTheLast() {
    StoredModel stored = ModelSource.resolve("mnist-normal");
    PgdSettings settings =
        new PgdSettings("linf", 0.3, 7, 0.1, 0, null, "cross-entropy", null, "zero", 1);
    try (OpenModel model = OpenModel.open("mnist-ccat", Device.cpu());
        TransferAttack all = new TransferAttack(settings, stored, 1);
        TransferAttack some = new TransferAttack(settings, stored, 3)) {
      AttackBatch batch = AttackBatch.load(model.classifier(), DataSets.get("mnist").test(), 3);
      float[][] every = points(all, model.classifier(), batch);
      float[][] tried = points(some, model.classifier(), batch);

      assertThat(Arrays.copyOf(tried, 4))
          .isDeepEqualTo(new float[][] {every[0], every[3], every[6], every[7]});
      assertThat(tried).hasNumberOfRows(some.evaluations() + 1);
    }
  }

  @Test
  void transferRefusesAModelForOtherImagesOrClasses() {
    PgdSettings settings =
        new PgdSettings("linf", 0.3, 1, 0.1, 0, null, "confidence", null, "zero", 1);
    ImageShape mnist = new ImageShape(1, 28, 28);
    try (TransferAttack attack =
            new TransferAttack(settings, ModelSource.resolve("mnist-ccat"), 1);
        Network tiny = TinyCnn.create()) {
      assertThatThrownBy(() -> attack.requireFits(tiny))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching(
              "source .* takes images of 1x28x28, but the model under attack takes 1x8x8;"
                  + " choose another source");
      assertThatThrownBy(
              () -> attack.requireFits(new FormulaClassifier(mnist, 3, pixels -> pixels)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching(
              "source .* has 10 classes, but the model under attack has 3; choose another source");
    }
  }

  @Test
  void distalMakesNoiseMoreConfidentWhateverTheImagesShow() {
    PgdSettings settings =
        new PgdSettings("linf", 0.3, 10, 0.1, 0.5, 1.5, "distal", null, "zero", 1);
    DistalAttack attack = new DistalAttack(settings);
    try (Network network = TinyCnn.create()) {
      FormulaClassifier shape = new FormulaClassifier(TinyCnn.INPUT, 5, pixels -> pixels);
      AttackBatch black = shape.image(new float[64]);
      NDArray noise = DistalAttack.noise(black, 0, 1);
      NDArray best = run(attack, network, black);

      assertThat(confidence(network, noise.add(best)))
          .isGreaterThan(confidence(network, noise) + 0.1f);
      float[] white = new float[64];
      Arrays.fill(white, 1);
      assertThat(run(attack, network, shape.image(white)).toFloatArray())
          .isEqualTo(best.toFloatArray());
      assertThat(DistalAttack.noise(black, 1, 1).toFloatArray()).isNotEqualTo(noise.toFloatArray());
    }
  }

  private static FgsmAttack fgsm(String norm) {
    return new FgsmAttack(new ThreatModel(norm, 0.1), "confidence");
  }

  private static NDArray run(Attack attack, Classifier classifier, AttackBatch batch) {
    return attack.run(classifier, batch, 0, 1, CandidateObserver.none());
  }

  private static boolean misclassified(Attack attack, Classifier classifier, AttackBatch batch) {
    boolean[] found = new boolean[1];
    attack.run(
        classifier,
        batch,
        0,
        1,
        (perturbations, logits) -> found[0] |= logits.argMax(1).getLong(0) != 0);
    return found[0];
  }

  /** Every point in order, and the best last. */
  private static float[][] points(Attack attack, Classifier classifier, AttackBatch batch) {
    List<float[]> points = new ArrayList<>();
    NDArray best =
        attack.run(
            classifier,
            batch,
            0,
            1,
            (perturbations, logits) -> points.add(perturbations.toFloatArray()));
    points.add(best.toFloatArray());
    return points.toArray(float[][]::new);
  }

  private static float confidence(Classifier classifier, NDArray images) {
    float[] probabilities = Probabilities.ofLogits(classifier.logits(images))[0];
    return probabilities[Probabilities.prediction(probabilities)];
  }
}
