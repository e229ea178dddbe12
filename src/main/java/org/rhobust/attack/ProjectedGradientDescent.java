package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import org.rhobust.model.Classifier;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.Scope;
import org.rhobust.threat.Box;
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

  public ProjectedGradientDescent(PgdSettings settings) {
    this.settings = settings;
    norm = Norms.of(settings.norm());
    objective =
        Objectives.of(settings.objective(), settings.target() == null ? 0 : settings.target());
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
        path.advance();
        path.report(iteration, observer);
      }
      return new Result(scope.keep(path.best), scope.keep(path.bestObjective));
    }
  }

  /** F, its gradient and the logits at one point of each example. */
  private record Evaluation(NDArray objective, NDArray gradient, NDArray logits) {}

  /** The state of one attack; {@link #advance} replaces its arrays and frees the old ones. */
  private final class Path {

    private final Classifier classifier;
    private final NDArray images;
    private final NDArray oneHot;
    private final Box box;
    private NDArray point;
    private NDArray velocity;
    private NDArray stepSizes;
    private NDArray objectives;
    private NDArray gradient;
    private NDArray logits;
    private NDArray accepted;
    private NDArray candidateLogits;
    private NDArray candidateObjective;
    private NDArray best;
    private NDArray bestObjective;

    Path(Classifier classifier, NDArray images, NDArray oneHot, NDArray start) {
      this.classifier = classifier;
      this.images = images;
      this.oneHot = oneHot;
      box = new Box(images);
      point = project(start);
      velocity = point.zerosLike();
      Evaluation evaluation = evaluate(point);
      objectives = evaluation.objective();
      gradient = evaluation.gradient();
      logits = evaluation.logits();
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
                stepSizes,
                accepted,
                velocity,
                candidateLogits,
                candidateObjective));
      }
    }

    void advance() {
      try (Scope scope = Scope.open()) {
        float momentum = (float) settings.momentum();
        NDArray direction = norm.normalise(gradient);
        NDArray newVelocity = velocity.mul(momentum).addi(direction.mul(1 - momentum));
        NDArray candidate =
            project(point.sub(newVelocity.mul(Examples.perExample(stepSizes, point))));
        Evaluation evaluation = evaluate(candidate);
        NDArray accept =
            settings.backtracking() == null
                ? accepted.duplicate()
                : evaluation.objective().lte(objectives);
        velocity = replace(scope, velocity, newVelocity);
        accepted = replace(scope, accepted, accept);
        candidateLogits = replace(scope, candidateLogits, evaluation.logits());
        candidateObjective = replace(scope, candidateObjective, evaluation.objective());
        move(scope, accept, candidate, evaluation);
        rememberBest(scope);
      }
    }

    private void move(Scope scope, NDArray accept, NDArray candidate, Evaluation evaluation) {
      if (settings.backtracking() == null) {
        point = replace(scope, point, candidate);
        gradient = replace(scope, gradient, evaluation.gradient());
        logits = replace(scope, logits, evaluation.logits().duplicate());
        objectives = replace(scope, objectives, evaluation.objective().duplicate());
        return;
      }
      NDArray shrunk =
          NDArrays.maximum(stepSizes.div((float) (double) settings.backtracking()), SMALLEST_STEP);
      point = replace(scope, point, Examples.where(accept, candidate, point));
      gradient = replace(scope, gradient, Examples.where(accept, evaluation.gradient(), gradient));
      logits = replace(scope, logits, Examples.where(accept, evaluation.logits(), logits));
      objectives =
          replace(scope, objectives, Examples.where(accept, evaluation.objective(), objectives));
      stepSizes = replace(scope, stepSizes, Examples.where(accept, stepSizes, shrunk));
    }

    private void rememberBest(Scope scope) {
      NDArray better = objectives.lt(bestObjective);
      best = replace(scope, best, Examples.where(better, point, best));
      bestObjective =
          replace(scope, bestObjective, Examples.where(better, objectives, bestObjective));
    }

    private NDArray project(NDArray perturbations) {
      return box.clamp(norm.project(perturbations, settings.epsilon()));
    }

    private Evaluation evaluate(NDArray perturbations) {
      NDArray leaf = images.add(perturbations);
      NDArray[] outcome = new NDArray[2];
      NDArray inputGradient =
          Gradients.of(
              leaf,
              () -> {
                outcome[0] = classifier.logits(leaf);
                outcome[1] = objective.evaluate(outcome[0], oneHot);
                return outcome[1].sum();
              });
      return new Evaluation(outcome[1].stopGradient(), inputGradient, outcome[0].stopGradient());
    }

    private NDArray replace(Scope scope, NDArray old, NDArray replacement) {
      old.close();
      return scope.keep(replacement);
    }
  }
}
