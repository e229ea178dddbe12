package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import org.rhobust.model.Classifier;
import org.rhobust.threat.Digits;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;
import org.rhobust.threat.ThreatModel;

/**
 * Sparse L1 descent (SLIDE, Tramèr and Boneh 2019): PGD on L1 that steps along the sign of the
 * largest |g|, scaled to L1 length 1, where g/‖g‖₁ spreads a step thinly over every pixel. As
 * there, entries that stand at the border of the box and would leave it are passed over: a step on
 * them would be lost, and most pixels of a black background are such.
 *
 * @param settings of PGD, on L1
 * @param sparsity the share of an image's entries that one step moves, in (0, 1]; at least one
 *     moves
 */
public record SlideAttack(PgdSettings settings, double sparsity) implements DescentAttack {

  private static final String NORM = "l1";
  private static final Norm L1 = Norms.of(NORM);
  private static final Norm L0 = Norms.of("l0");

  /** Reads sparsity and what {@link PgdAttack} reads, but for target. */
  static SlideAttack of(AttackOptions options) {
    ThreatModel threat = options.threatModel(NORM);
    String objective = options.choice("objective", Objectives.untargeted(), "confidence");
    double sparsity = options.between("sparsity", 0.001, 1, 0.05);
    return new SlideAttack(PgdAttack.settings(options, threat, objective, null), sparsity);
  }

  @Override
  public String describe() {
    return "SLIDE %s, %s %% of the entries, %s"
        .formatted(settings.objective(), Digits.brief(100 * sparsity), settings.describeWalk());
  }

  @Override
  public NDArray run(
      Classifier classifier,
      AttackBatch batch,
      int restart,
      long seed,
      CandidateObserver observer) {
    return new ProjectedGradientDescent(settings, this::direction)
        .run(
            classifier,
            batch.images(),
            batch.oneHot(),
            batch.starts(settings, restart, seed),
            PgdObserver.candidates(observer))
        .perturbations();
  }

  /** sign(g) on the entries of largest |g| among those that the box lets move, of L1 length 1. */
  private NDArray direction(NDArray gradient, NDArray images, NDArray perturbations) {
    NDArray falls = gradient.gt(0).logicalAnd(perturbations.gt(images.neg()));
    NDArray rises = gradient.lt(0).logicalAnd(perturbations.lt(images.neg().add(1)));
    NDArray free = NDArrays.where(falls.logicalOr(rises), gradient, gradient.zerosLike());
    return L1.normalise(L0.project(free, moved(images)).sign());
  }

  /** How many entries of an image one step moves. */
  private long moved(NDArray images) {
    long entries = images.size() / images.getShape().get(0);
    return Math.max(1, Math.round(sparsity * entries));
  }
}
