package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.rhobust.model.Classifier;
import org.rhobust.tensor.Scope;
import org.rhobust.threat.Norms;
import org.rhobust.threat.ThreatModel;

/**
 * The Square attack (Andriushchenko et al. 2020): random search that changes squares of shrinking
 * size and keeps a change where the objective falls. It sees outputs only, so that masked gradients
 * do not stop it. Unlike the published attack it goes on after a success, since against a
 * calibrated model more confidence counts.
 *
 * @param threat in L∞ or L2
 * @param queries how many points of an image are evaluated, at least 1
 * @param initialShare p, the share of the image that the first squares cover, in [0, 1]
 * @param objective a name of {@link Objectives#untargeted}
 */
public record SquareAttack(ThreatModel threat, int queries, double initialShare, String objective)
    implements Attack {

  /**
   * The paper's for MNIST in L∞, and its authors' for both norms in AutoAttack (Croce and Hein
   * 2020). The paper's 0.1 in L2 is for ImageNet; on MNIST it finds far less.
   */
  private static final double INITIAL_SHARE = 0.8;

  /** Reads norm (linf or l2), epsilon, queries, initial-share and objective. */
  static SquareAttack of(AttackOptions options) {
    ThreatModel threat = options.threatModel("linf", "l2");
    return new SquareAttack(
        threat,
        options.count("queries", 5000),
        options.between("initial-share", 0, 1, INITIAL_SHARE),
        options.choice("objective", Objectives.untargeted(), "confidence"));
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "Square %s, %d queries", objective, queries);
  }

  @Override
  public Family family() {
    return Family.BLACK_BOX;
  }

  @Override
  public Optional<ThreatModel> threatModel() {
    return Optional.of(threat);
  }

  @Override
  public int evaluations() {
    return queries;
  }

  @Override
  public NDArray run(
      Classifier classifier,
      AttackBatch batch,
      int restart,
      long seed,
      CandidateObserver observer) {
    try (Scope scope = Scope.open()) {
      RandomWindows windows = new RandomWindows(batch, classifier.input(), restart, seed);
      SquareSampling sampling = sampling(windows);
      SquareSchedule schedule = new SquareSchedule(initialShare, queries);
      UnaryOperator<NDArray> projection =
          Norms.of(threat.norm()).feasibleProjection(batch.images(), threat.epsilon());
      BestCandidate best = new BestCandidate(classifier, batch, Objectives.of(objective), observer);
      best.evaluate(() -> projection.apply(sampling.start()));
      for (int query = 1; query < queries; query++) {
        int side =
            schedule.side(
                query, windows.shape().height(), windows.shape().width(), sampling.leastSide());
        best.evaluate(() -> projection.apply(sampling.next(best.perturbations(), side)));
      }
      return scope.keep(best.perturbations());
    }
  }

  private SquareSampling sampling(RandomWindows windows) {
    float epsilon = (float) threat.epsilon();
    return threat.norm().equals("l2")
        ? new SquareL2(windows, epsilon)
        : new SquareLInfinity(windows, epsilon);
  }
}
