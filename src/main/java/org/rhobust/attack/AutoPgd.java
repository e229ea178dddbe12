package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.rhobust.model.Classifier;
import org.rhobust.tensor.Scope;
import org.rhobust.threat.Examples;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;
import org.rhobust.threat.ThreatModel;

/**
 * Auto-PGD (Croce and Hein 2020, Algorithm 1), for each example of a batch by itself; F is
 * minimised here, where they maximise −F. With η = 2ε at first, a step looks ahead to z = P(δ −
 * η·normalise(∇F)) and goes to P(δ + α(z − δ) + (1 − α)(δ − last δ)). At a {@link Checkpoints
 * checkpoint} η is halved and the example goes back to its best point, where fewer than ρ of the
 * steps since the checkpoint before lowered F, or where neither η nor the best F has changed since
 * then.
 *
 * <p>T steps cost T + 1 forward and T backward passes. The state of one run; belongs to the scope
 * it is made in.
 */
final class AutoPgd {

  /** α: the share of the new step beside the last one. */
  private static final float MOMENTUM = 0.75f;

  /** ρ: the share of steps that must succeed for η to stay. */
  private static final float SUCCESS = 0.75f;

  private final Classifier classifier;
  private final AttackBatch batch;
  private final Objective objective;
  private final CandidateObserver observer;
  private final Norm norm;
  private final UnaryOperator<NDArray> projection;
  private NDArray point;
  private NDArray lastPoint;
  private NDArray objectives;
  private NDArray gradient;
  private NDArray best;
  private NDArray bestObjective;
  private NDArray bestGradient;
  private NDArray stepSizes;
  private NDArray successes;
  private NDArray halvedBefore;
  private NDArray bestBefore;
  private int checkpoint;

  /**
   * Evaluates the start.
   *
   * @param start [N, C, H, W], projected on the ball and the box first
   */
  AutoPgd(
      Classifier classifier,
      AttackBatch batch,
      ThreatModel threat,
      Objective objective,
      NDArray start,
      CandidateObserver observer) {
    this.classifier = classifier;
    this.batch = batch;
    this.objective = objective;
    this.observer = observer;
    norm = Norms.of(threat.norm());
    projection = norm.feasibleProjection(batch.images(), threat.epsilon());
    point = projection.apply(start);
    lastPoint = point.duplicate();
    Evaluation evaluation = evaluate(point, true);
    objectives = evaluation.objective();
    gradient = evaluation.gradient();
    best = point.duplicate();
    bestObjective = objectives.duplicate();
    bestGradient = gradient.duplicate();
    stepSizes = objectives.onesLike().mul((float) (2 * threat.epsilon()));
    successes = objectives.zerosLike();
    halvedBefore = successes.toType(DataType.BOOLEAN, true);
    bestBefore = objectives.duplicate();
  }

  /**
   * Takes T steps.
   *
   * @return δ of lowest F of each example, [N, C, H, W]
   */
  NDArray run(int steps) {
    List<Integer> checkpoints = Checkpoints.of(steps);
    for (int step = 1; step <= steps; step++) {
      boolean last = step == steps;
      try (Scope scope = Scope.open()) {
        advance(scope, step == 1 ? 1 : MOMENTUM, last);
        if (!last && checkpoints.contains(step)) {
          lookBack(scope, step);
        }
      }
    }
    return best;
  }

  private void advance(Scope scope, float share, boolean last) {
    NDArray step = norm.normalise(gradient).mul(Examples.perExample(stepSizes, point));
    NDArray ahead = projection.apply(point.sub(step)).sub(point).mul(share);
    NDArray onwards = point.sub(lastPoint).mul(1 - share);
    NDArray next = projection.apply(point.add(ahead).add(onwards));
    Evaluation evaluation = evaluate(next, !last);
    NDArray lowered = evaluation.objective().lt(objectives);
    successes = scope.replace(successes, successes.add(lowered.toType(DataType.FLOAT32, false)));
    NDArray better = evaluation.objective().lt(bestObjective);
    best = scope.replace(best, Examples.where(better, next, best));
    bestObjective =
        scope.replace(bestObjective, Examples.where(better, evaluation.objective(), bestObjective));
    lastPoint = scope.replace(lastPoint, point.duplicate());
    point = scope.replace(point, next);
    objectives = scope.replace(objectives, evaluation.objective());
    if (!last) {
      bestGradient =
          scope.replace(bestGradient, Examples.where(better, evaluation.gradient(), bestGradient));
      gradient = scope.replace(gradient, evaluation.gradient());
    }
  }

  private void lookBack(Scope scope, int step) {
    NDArray fewSucceeded = successes.lt(SUCCESS * (step - checkpoint));
    NDArray nothingChanged = halvedBefore.logicalOr(bestObjective.lt(bestBefore)).logicalNot();
    NDArray halve = fewSucceeded.logicalOr(nothingChanged);
    stepSizes = scope.replace(stepSizes, NDArrays.where(halve, stepSizes.div(2), stepSizes));
    point = scope.replace(point, Examples.where(halve, best, point));
    objectives = scope.replace(objectives, Examples.where(halve, bestObjective, objectives));
    gradient = scope.replace(gradient, Examples.where(halve, bestGradient, gradient));
    successes = scope.replace(successes, successes.zerosLike());
    halvedBefore = scope.replace(halvedBefore, halve);
    bestBefore = scope.replace(bestBefore, bestObjective.duplicate());
    checkpoint = step;
  }

  private Evaluation evaluate(NDArray perturbations, boolean withGradient) {
    NDArray images = batch.images();
    NDArray oneHot = batch.oneHot();
    Evaluation evaluation =
        withGradient
            ? Evaluation.withGradient(classifier, objective, images, oneHot, perturbations)
            : Evaluation.of(classifier, objective, images, oneHot, perturbations);
    try (Scope scope = Scope.open()) {
      observer.observe(perturbations, evaluation.logits());
    }
    return evaluation;
  }
}
