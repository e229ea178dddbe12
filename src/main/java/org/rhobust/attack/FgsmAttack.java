package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.rhobust.model.Classifier;
import org.rhobust.threat.ThreatModel;

/**
 * The fast gradient sign method (Goodfellow et al. 2015) and its like for L2 and L1: one step of
 * length ε along the norm's own direction, from x. Where the gradient is zero, as in a saturated
 * model, it stays at x. An iterative attack that finds less than this has gone wrong.
 *
 * @param threat on L∞, L2 or L1
 * @param objective a name of {@link Objectives}, without a target
 */
public record FgsmAttack(ThreatModel threat, String objective) implements Attack {

  /** Reads norm, epsilon and objective. */
  static FgsmAttack of(AttackOptions options) {
    ThreatModel threat = options.threatModel("linf", "l2", "l1");
    return new FgsmAttack(
        threat, options.choice("objective", Objectives.untargeted(), "confidence"));
  }

  @Override
  public String describe() {
    return "FGSM " + objective;
  }

  @Override
  public Family family() {
    return Family.SINGLE_STEP;
  }

  @Override
  public Optional<ThreatModel> threatModel() {
    return Optional.of(threat);
  }

  /** x and the end of the step. */
  @Override
  public int evaluations() {
    return 2;
  }

  @Override
  public NDArray run(
      Classifier classifier,
      AttackBatch batch,
      int restart,
      long seed,
      CandidateObserver observer) {
    return new PgdAttack(oneStep()).run(classifier, batch, restart, seed, observer);
  }

  /** As one step of PGD; an empty ball takes steps of any size. */
  private PgdSettings oneStep() {
    double length = threat.epsilon() > 0 ? threat.epsilon() : 1;
    return new PgdSettings(
        threat.norm(), threat.epsilon(), 1, length, 0, null, objective, null, "zero", 1);
  }
}
