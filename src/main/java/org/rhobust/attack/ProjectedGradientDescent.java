package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import java.util.function.UnaryOperator;
import org.rhobust.model.Classifier;
import org.rhobust.tensor.Scope;
import org.rhobust.threat.Examples;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;

/**
 * Projected gradient descent with momentum and backtracking on the input, for each example of a
 * batch by itself. It minimises an {@link Objective} over the norm ball and the box [0, 1].
 *
 * <p>An iteration steps along v ← m·v + (1−m)·normalise(∇F), projects, and accepts the candidate
 * where F does not grow; elsewhere α shrinks by the backtracking factor. It costs one forward and
 * one backward pass: the candidate's gradient serves the next iteration where it was accepted, and
 * where it was rejected the old gradient is still right.
 */
public final class ProjectedGradientDescent {

  private static final float SMALLEST_STEP = 1e-20f;

  private final PgdSettings settings;
  private final Norm norm;
  private final Objective objective;
  private final StepDirection direction;

  /** Steps along the norm's own direction and minimises the objective that the settings name. */
  public ProjectedGradientDescent(PgdSettings settings) {
    this(settings, objective(settings));
  }

  /** Minimises another objective than the settings name. */
  ProjectedGradientDescent(PgdSettings settings, Objective objective) {
    this(settings, Norms.of(settings.norm()), objective);
  }

  /** Stays within another ball than that of the norm that the settings name. */
  ProjectedGradientDescent(PgdSettings settings, Norm norm, Objective objective) {
    this(settings, norm, objective, (gradient, images, perturbations) -> norm.normalise(gradient));
  }

  /** Steps along another direction than the norm's own. */
  ProjectedGradientDescent(PgdSettings settings, StepDirection direction) {
    this(settings, Norms.of(settings.norm()), objective(settings), direction);
  }

  private ProjectedGradientDescent(
      PgdSettings settings, Norm norm, Objective objective, StepDirection direction) {
    this.settings = settings;
    this.norm = norm;
    this.objective = objective;
    this.direction = direction;
  }

  private static Objective objective(PgdSettings settings) {
    return Objectives.of(settings.objective(), settings.target() == null ? 0 : settings.target());
  }

  /**
   * The point of lowest F that each example's path met, the start included.
   *
   * @param perturbations [N, C, H, W]
   * @param objective [N]
   */
  public record Result(NDArray perturbations, NDArray objective) {}

  /**
   * Attacks a batch. The result belongs to the caller's scope.
   *
   * @param images [N, C, H, W] in [0, 1]
   * @param oneHot [N, K], the true classes
   * @param start [N, C, H, W], projected on the ball and the box before the first step
   * @param observer called after each iteration; interactive jobs may run in it
   */
  public Result run(
      Classifier classifier, NDArray images, NDArray oneHot, NDArray start, PgdObserver observer) {
    try (Scope scope = Scope.open()) {
      Path path = new Path(classifier, images, oneHot, start);
      path.report(0, observer);
      for (int iteration = 1; iteration <= settings.steps(); iteration++) {
        path.advance(iteration < settings.steps() || observer.watchesGradients());
        path.report(iteration, observer);
      }
      return new Result(scope.keep(path.best), scope.keep(path.bestObjective));
    }
  }

  /** The state of one attack; {@link #advance} replaces its arrays and frees the old ones. */
  private final class Path {

    private final Classifier classifier;
    private final NDArray images;
    private final NDArray oneHot;
    private final UnaryOperator<NDArray> projection;
    private final NDArray momentum;
    private final NDArray freshShare;
    private final NDArray shrinking;
    private final NDArray smallestStep;
    private NDArray point;
    private NDArray velocity;
    private NDArray stepSizes;
    private NDArray objectives;
    private NDArray gradient;
    private NDArray logits;
    private NDArray accepted;
    private NDArray candidates;
    private NDArray candidateLogits;
    private NDArray candidateObjective;
    private NDArray best;
    private NDArray bestObjective;

    Path(Classifier classifier, NDArray images, NDArray oneHot, NDArray start) {
      this.classifier = classifier;
      this.images = images;
      this.oneHot = oneHot;
      projection = norm.feasibleProjection(images, settings.epsilon());
      momentum = constant(settings.momentum());
      freshShare = constant(1 - settings.momentum());
      shrinking = constant(settings.backtracking() == null ? 1 : settings.backtracking());
      smallestStep = constant(SMALLEST_STEP);
      point = projection.apply(start);
      velocity = point.zerosLike();
      Evaluation evaluation = evaluateWithGradient(point);
      objectives = evaluation.objective();
      gradient = evaluation.gradient();
      logits = evaluation.logits();
      candidates = point.duplicate();
      candidateLogits = logits.duplicate();
      candidateObjective = objectives.duplicate();
      stepSizes = objectives.onesLike().mul((float) settings.stepSize());
      accepted = objectives.onesLike().toType(DataType.BOOLEAN, true);
      best = point.duplicate();
      bestObjective = objectives.duplicate();
    }

    void report(int iteration, PgdObserver observer) {
      try (Scope scope = Scope.open()) {
        observer.observe(
            new PgdState(
                iteration,
                point,
                logits,
                objectives,
                gradient,
                stepSizes,
                accepted,
                velocity,
                candidates,
                candidateLogits,
                candidateObjective));
      }
    }

    /**
     * One iteration.
     *
     * @param withGradient whether the candidate's gradient is needed
     */
    void advance(boolean withGradient) {
      try (Scope scope = Scope.open()) {
        NDArray towards = direction.of(gradient, images, point);
        NDArray newVelocity = velocity.mul(momentum).addi(towards.mul(freshShare));
        NDArray candidate =
            projection.apply(point.sub(newVelocity.mul(Examples.perExample(stepSizes, point))));
        Evaluation evaluation =
            withGradient ? evaluateWithGradient(candidate) : evaluate(candidate);
        NDArray accept =
            settings.backtracking() == null
                ? accepted.duplicate()
                : evaluation.objective().lte(objectives);
        velocity = scope.replace(velocity, newVelocity);
        accepted = scope.replace(accepted, accept);
        candidates = scope.replace(candidates, candidate);
        candidateLogits = scope.replace(candidateLogits, evaluation.logits());
        candidateObjective = scope.replace(candidateObjective, evaluation.objective());
        move(scope, accept, candidate, evaluation);
        rememberBest(scope);
      }
    }

    private void move(Scope scope, NDArray accept, NDArray candidate, Evaluation evaluation) {
      if (settings.backtracking() == null) {
        point = scope.replace(point, candidate.duplicate());
        gradient = scope.replace(gradient, evaluation.gradient());
        logits = scope.replace(logits, evaluation.logits().duplicate());
        objectives = scope.replace(objectives, evaluation.objective().duplicate());
        return;
      }
      NDArray spread = Examples.spread(accept, point);
      NDArray shrunk = NDArrays.maximum(stepSizes.div(shrinking), smallestStep);
      point = scope.replace(point, NDArrays.where(spread, candidate, point));
      gradient = scope.replace(gradient, NDArrays.where(spread, evaluation.gradient(), gradient));
      logits = scope.replace(logits, Examples.where(accept, evaluation.logits(), logits));
      objectives =
          scope.replace(objectives, NDArrays.where(accept, evaluation.objective(), objectives));
      stepSizes = scope.replace(stepSizes, NDArrays.where(accept, stepSizes, shrunk));
    }

    private void rememberBest(Scope scope) {
      NDArray better = objectives.lt(bestObjective);
      best = scope.replace(best, Examples.where(better, point, best));
      bestObjective =
          scope.replace(bestObjective, Examples.where(better, objectives, bestObjective));
    }

    private Evaluation evaluateWithGradient(NDArray perturbations) {
      return Evaluation.withGradient(classifier, objective, images, oneHot, perturbations);
    }

    /** Without a gradient of its own: the old one stands in, and nobody will use it. */
    private Evaluation evaluate(NDArray perturbations) {
      Evaluation evaluation = Evaluation.of(classifier, objective, images, oneHot, perturbations);
      return new Evaluation(evaluation.objective(), gradient.duplicate(), evaluation.logits());
    }

    private NDArray constant(double value) {
      return images.getManager().create((float) value);
    }
  }
}
