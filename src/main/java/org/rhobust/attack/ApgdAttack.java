package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.rhobust.model.Classifier;
import org.rhobust.tensor.Scope;
import org.rhobust.threat.ThreatModel;

/**
 * {@link AutoPgd}, which needs no step size, as one attack of a battery.
 *
 * @param threat on L∞ or L2
 * @param objective a name of {@link Objectives}, without a target
 * @param steps T, at least 1
 * @param initialisation a name of {@link org.rhobust.threat.Initialisations}
 */
public record ApgdAttack(ThreatModel threat, String objective, int steps, String initialisation)
    implements Attack {

  /** Reads norm, epsilon, objective, steps and initialisation. */
  static ApgdAttack of(AttackOptions options) {
    ThreatModel threat = options.threatModel("linf", "l2");
    String objective = options.choice("objective", Objectives.untargeted(), "confidence");
    int steps = options.count("steps", 100);
    return new ApgdAttack(threat, objective, steps, PgdAttack.initialisation(options, "uniform"));
  }

  @Override
  public String describe() {
    return "APGD %s, %s start, %d steps".formatted(objective, initialisation, steps);
  }

  @Override
  public Family family() {
    return Family.ITERATIVE;
  }

  @Override
  public Optional<ThreatModel> threatModel() {
    return Optional.of(threat);
  }

  @Override
  public int evaluations() {
    return steps + 1;
  }

  @Override
  public NDArray run(
      Classifier classifier,
      AttackBatch batch,
      int restart,
      long seed,
      CandidateObserver observer) {
    try (Scope scope = Scope.open()) {
      NDArray start = batch.starts(initialisation, threat, restart, seed);
      AutoPgd run =
          new AutoPgd(classifier, batch, threat, Objectives.of(objective), start, observer);
      return scope.keep(run.run(steps));
    }
  }
}
