package org.rhobust.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.ProjectedGradientDescent;
import org.rhobust.model.Network;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Torch;
import org.rhobust.threat.Norms;
import org.rhobust.transition.TargetDistribution;
import org.rhobust.transition.Transition;

/**
 * One step of training (article eq. 5, Listing 5): the first examples of the batch stay clean, the
 * rest are attacked in evaluation mode; one joint forward pass; the loss is the mean cross-entropy
 * of all examples, which weighs the two parts by their share of the batch.
 */
public final class TrainingStep {

  private final TrainingSettings settings;
  private final Network network;
  private final Optimiser optimiser;
  private final PgdObserver observer;

  /**
   * @param observer called after each iteration of the attack
   */
  public TrainingStep(
      TrainingSettings settings, Network network, Optimiser optimiser, PgdObserver observer) {
    this.settings = settings;
    this.network = network;
    this.optimiser = optimiser;
    this.observer = observer;
  }

  /**
   * How many of {@code count} images stay clean: φ·n rounded half up are attacked, at least one of
   * each where φ is below 1.
   */
  static int cleanCount(TrainingSettings settings, int count) {
    if (settings.method() == TrainingMethod.NORMAL) {
      return count;
    }
    if (settings.fraction() == 1) {
      return 0;
    }
    // In decimal: in binary, 0.29 · 50 falls below 14.5.
    int attacked =
        BigDecimal.valueOf(settings.fraction())
            .multiply(BigDecimal.valueOf(count))
            .setScale(0, RoundingMode.HALF_UP)
            .intValueExact();
    return count - Math.max(1, Math.min(count - 1, attacked));
  }

  /**
   * Attacks, measures, and moves the weights.
   *
   * @param step from 1
   * @param epoch from 1
   * @param images [N, C, H, W] in [0, 1], on the network's device
   * @param labels of the N images
   * @param starts the perturbations from which the attacked images' attack starts, one after the
   *     other; empty where none is attacked
   * @throws TrainingDivergedException when the loss is not a number; the weights are as before, but
   *     batch normalisation has seen the batch: go on from a checkpoint
   */
  public StepMetrics run(
      int step, int epoch, double learningRate, NDArray images, int[] labels, float[] starts) {
    try (Scope scope = Scope.open()) {
      int clean = cleanCount(settings, labels.length);
      NDManager manager = Torch.manager(network.device());
      NDArray oneHot = oneHot(manager, labels);
      Attacked attacked = Attacked.NONE;
      NDArray inputs = images;
      NDArray targets = oneHot;
      if (clean < labels.length) {
        NDArray originals = images.get(clean + ":");
        NDArray perturbations = attack(manager, originals, oneHot.get(clean + ":"), starts);
        attacked = measure(perturbations);
        NDArray adversarial = originals.add(perturbations);
        inputs = clean == 0 ? adversarial : join(images.get(":" + clean), adversarial);
        targets = targets(manager, labels, clean, attacked.lambdas());
      }
      return update(step, epoch, learningRate, inputs, targets, labels, clean, attacked);
    }
  }

  private record Attacked(float[] norms, double[] lambdas) {

    static final Attacked NONE = new Attacked(new float[0], new double[0]);
  }

  private NDArray attack(NDManager manager, NDArray originals, NDArray oneHot, float[] starts) {
    NDArray start = manager.create(starts, originals.getShape());
    return new ProjectedGradientDescent(settings.attack())
        .run(network, originals, oneHot, start, observer)
        .perturbations();
  }

  private Attacked measure(NDArray perturbations) {
    float[] norms = Norms.of(settings.attack().norm()).measure(perturbations).toFloatArray();
    double[] lambdas = new double[norms.length];
    Transition transition = settings.transition();
    for (int i = 0; i < norms.length; i++) {
      boolean calibrated = settings.method() == TrainingMethod.CONFIDENCE_CALIBRATED;
      lambdas[i] = calibrated ? transition.lambda(norms[i]) : 1;
    }
    return new Attacked(norms, lambdas);
  }

  private StepMetrics update(
      int step,
      int epoch,
      double learningRate,
      NDArray inputs,
      NDArray targets,
      int[] labels,
      int clean,
      Attacked attacked) {
    NDArray[] outcome = new NDArray[2];
    List<NDArray> gradients =
        Gradients.of(
            new ArrayList<>(network.weights().values()),
            () -> {
              outcome[0] = network.trainingLogits(inputs);
              outcome[1] = CrossEntropyDivergence.perExample(outcome[0], targets);
              return outcome[1].mean();
            });
    int count = labels.length;
    BatchMetrics batch =
        new BatchMetrics(outcome[0].stopGradient(), outcome[1].stopGradient(), labels);
    if (!Double.isFinite(batch.loss(0, count))) {
      throw new TrainingDivergedException(step, learningRate);
    }
    optimiser.step(gradients, learningRate);
    boolean calibrated = settings.method() == TrainingMethod.CONFIDENCE_CALIBRATED;
    return new StepMetrics(
        step,
        epoch,
        learningRate,
        calibrated ? settings.rho() : Double.NaN,
        batch.loss(0, clean),
        batch.loss(clean, count),
        batch.error(0, clean),
        batch.error(clean, count),
        batch.confidence(0, clean),
        batch.confidence(clean, count),
        mean(attacked.lambdas()),
        mean(attacked.norms()),
        attacked.norms(),
        attacked.lambdas());
  }

  private NDArray oneHot(NDManager manager, int[] labels) {
    return targets(manager, labels, labels.length, new double[0]);
  }

  /** One-hot rows for the clean examples, then λ·onehot + (1−λ)/K for the attacked ones. */
  private NDArray targets(NDManager manager, int[] labels, int clean, double[] lambdas) {
    int classes = network.classes();
    float[] rows = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      double lambda = i < clean ? 1 : lambdas[i - clean];
      double[] row = TargetDistribution.of(lambda, labels[i], classes);
      for (int k = 0; k < classes; k++) {
        rows[i * classes + k] = (float) row[k];
      }
    }
    return manager.create(rows, new Shape(labels.length, classes));
  }

  private static NDArray join(NDArray first, NDArray second) {
    return NDArrays.concat(new NDList(first, second));
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
