package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rhobust.model.Classifier;
import org.rhobust.model.ImageShape;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Seeds;
import org.rhobust.threat.MaskedNorm;
import org.rhobust.threat.Norms;
import org.rhobust.threat.ThreatModel;

/**
 * Adversarial frames (Zajac et al. 2019, per image as in Stutz et al. 2020): x̃ = (1−m)·x + m·p,
 * where m is 1 on the border of the picture and the pixels p in [0, 1] are optimised by projected
 * gradient descent with sign steps. No norm bounds what happens in the frame; outside of it the
 * picture is unchanged.
 *
 * @param settings steps in units of pixel values, in the L∞ ball of radius 1, which the box makes
 *     all of [0, 1]; the start {@code zero} is the image itself, {@code uniform} random pixels
 * @param width of the frame in pixels, at least 1
 */
public record FramesAttack(PgdSettings settings, int width) implements DescentAttack {

  /** Reads width, objective, steps, step-size, momentum, backtracking and initialisation. */
  static FramesAttack of(AttackOptions options) {
    int width = options.count("width", 2);
    String objective = options.choice("objective", Objectives.untargeted(), "confidence");
    int steps = options.count("steps", 100);
    double stepSize = options.above("step-size", 0, 0.05);
    double momentum = options.between("momentum", 0, 0.999, 0.9);
    Double backtracking = Backtracking.read(options, steps);
    String start = options.choice("initialisation", List.of("uniform", "zero"), "uniform");
    return new FramesAttack(
        new PgdSettings(
            "linf", 1, steps, stepSize, momentum, backtracking, objective, null, start, 1),
        width);
  }

  @Override
  public String describe() {
    return "frames of %d px, %s, %s"
        .formatted(width, settings.objective(), settings.describeWalk());
  }

  @Override
  public Optional<ThreatModel> threatModel() {
    return Optional.empty();
  }

  /** The border's pixels may take any value. */
  @Override
  public double reach() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public void requireFits(Classifier classifier) {
    ImageShape shape = classifier.input();
    int widest = (Math.min(shape.height(), shape.width()) - 1) / 2;
    if (width > widest) {
      throw new IllegalArgumentException(
          "a frame of width %d leaves nothing of a picture of %s; the width can be %d at most"
              .formatted(width, shape, widest));
    }
  }

  @Override
  public NDArray run(
      Classifier classifier,
      AttackBatch batch,
      int restart,
      long seed,
      CandidateObserver observer) {
    try (Scope scope = Scope.open()) {
      MaskedNorm norm =
          new MaskedNorm(Norms.of(settings.norm()), mask(batch.images(), classifier.input()));
      ProjectedGradientDescent.Result result =
          new ProjectedGradientDescent(settings, norm, Objectives.of(settings.objective()))
              .run(
                  classifier,
                  batch.images(),
                  batch.oneHot(),
                  start(batch, restart, seed),
                  PgdObserver.candidates(observer));
      return scope.keep(result.perturbations());
    }
  }

  private NDArray mask(NDArray images, ImageShape shape) {
    float[] mask = new float[shape.height() * shape.width()];
    Arrays.fill(mask, 1);
    for (int row = width; row < shape.height() - width; row++) {
      int start = row * shape.width();
      Arrays.fill(mask, start + width, start + shape.width() - width, 0);
    }
    return images.getManager().create(mask, new Shape(1, 1, shape.height(), shape.width()));
  }

  /** p − x, before the mask. */
  private NDArray start(AttackBatch batch, int restart, long seed) {
    NDArray images = batch.images();
    if (settings.initialisation().equals("zero")) {
      return images.zerosLike();
    }
    return batch.uniform(index -> Seeds.generator(seed, index, restart)).sub(images);
  }
}
