package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import java.util.Set;
import org.rhobust.model.Classifier;
import org.rhobust.tensor.Scope;
import org.rhobust.threat.ThreatModel;

/**
 * Multi-targeted PGD (Gowal et al. 2019): one descent of −softmax_t, or −logit_t, for each of an
 * image's most probable other classes t. Untargeted, it follows the one class that leads where it
 * starts, and may climb a low hill.
 *
 * @param settings of PGD, whose objective, {@code confidence} or {@code logit}, is taken of t
 * @param targets how many classes an image is driven to, those most probable at x first; a model
 *     with fewer other classes is attacked in all of them
 */
public record MultiTargetedAttack(PgdSettings settings, int targets) implements DescentAttack {

  private static final float BELOW_ALL = 1e30f;

  /** −softmax_t, or −logit_t, of each example, whose target class t the one-hot rows name. */
  private record Towards(String name) implements Objective {

    @Override
    public NDArray evaluate(NDArray logits, NDArray oneHotTargets) {
      NDArray scores = name.equals("logit") ? logits : logits.softmax(1);
      return scores.mul(oneHotTargets).sum(new int[] {1}).neg();
    }
  }

  /**
   * Reads objective, targets, by default 9, which is every other class of ten, and what {@link
   * PgdAttack} reads, but for target.
   */
  static MultiTargetedAttack of(AttackOptions options) {
    ThreatModel threat = options.threatModel();
    String objective = options.choice("objective", Set.of("confidence", "logit"), "confidence");
    int targets = options.count("targets", 9);
    return new MultiTargetedAttack(PgdAttack.settings(options, threat, objective, null), targets);
  }

  @Override
  public String describe() {
    return "PGD %s of %d targets, %s"
        .formatted(settings.objective(), targets, settings.describeWalk());
  }

  /** x, which ranks the classes, and a descent for each target; less with fewer classes. */
  @Override
  public int evaluations() {
    return (int) Math.min(Integer.MAX_VALUE, 1 + targets * (settings.steps() + 1L));
  }

  @Override
  public NDArray run(
      Classifier classifier,
      AttackBatch batch,
      int restart,
      long seed,
      CandidateObserver observer) {
    try (Scope scope = Scope.open()) {
      BestPoint best = new BestPoint(batch);
      NDArray start = batch.starts(settings, restart, seed);
      NDArray ranking = rankOtherClasses(classifier, batch, observer);
      ProjectedGradientDescent pgd =
          new ProjectedGradientDescent(settings, new Towards(settings.objective()));
      for (int rank = 0; rank < ranking.getShape().get(1); rank++) {
        try (Scope descent = Scope.open()) {
          ProjectedGradientDescent.Result result =
              pgd.run(
                  classifier,
                  batch.images(),
                  ranking.get(":, {}", rank).oneHot(classifier.classes()),
                  start,
                  PgdObserver.candidates(observer));
          best.offer(result.perturbations(), result.objective());
        }
      }
      return scope.keep(best.perturbations());
    }
  }

  /** The other classes of each example by their logits at x, the largest first, [N, targets]. */
  private NDArray rankOtherClasses(
      Classifier classifier, AttackBatch batch, CandidateObserver observer) {
    int others = Math.min(targets, classifier.classes() - 1);
    NDArray logits = classifier.logits(batch.images());
    observer.observe(batch.images().zerosLike(), logits);
    return logits.sub(batch.oneHot().mul(BELOW_ALL)).topK(others, 1).get(1);
  }
}
