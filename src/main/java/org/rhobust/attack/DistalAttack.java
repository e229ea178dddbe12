package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import org.rhobust.model.Classifier;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Seeds;

/**
 * Distal adversarial examples: images of uniform noise, driven within a ball around the noise to
 * the highest confidence in any class. The batch's images give their shape and their indices, the
 * labels nothing. What it reports is relative to {@link #noise}, not to the batch: noise + δ lies
 * in [0, 1].
 *
 * @param settings of PGD with the objective {@code distal}
 */
public record DistalAttack(PgdSettings settings) implements DescentAttack {

  /** Parts the noise's random numbers from those of the start within the ball. */
  private static final int STREAM = 1;

  /** Reads norm, epsilon and the settings of {@link PgdAttack}, but for objective and target. */
  static DistalAttack of(AttackOptions options) {
    return new DistalAttack(PgdAttack.settings(options, options.threatModel(), "distal", null));
  }

  /**
   * The images that a restart starts from, uniform in [0, 1), each drawn for its image index and
   * restart.
   *
   * @return [N, C, H, W], in the scope of the caller
   */
  public static NDArray noise(AttackBatch batch, int restart, long seed) {
    return batch.uniform(index -> Seeds.generator(seed, index, restart, STREAM));
  }

  @Override
  public String describe() {
    return "distal PGD from noise, %s".formatted(settings.describeWalk());
  }

  @Override
  public Family family() {
    return Family.DISTAL;
  }

  /** {@inheritDoc} Here δ is relative to {@link #noise}. */
  @Override
  public NDArray run(
      Classifier classifier,
      AttackBatch batch,
      int restart,
      long seed,
      CandidateObserver observer) {
    try (Scope scope = Scope.open()) {
      AttackBatch distant =
          new AttackBatch(
              batch.indices(), batch.labels(), noise(batch, restart, seed), batch.oneHot());
      return scope.keep(new PgdAttack(settings).run(classifier, distant, restart, seed, observer));
    }
  }
}
