package org.rhobust.evaluation.warning;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.rhobust.attack.Attack;
import org.rhobust.attack.AttackBatch;
import org.rhobust.attack.CandidateObserver;
import org.rhobust.model.Classifier;
import org.rhobust.threat.ThreatModel;

/** An attack by what a battery says of it; it is never run. */
record StubAttack(Family family, Optional<ThreatModel> threatModel, int evaluations)
    implements Attack {

  @Override
  public String describe() {
    return "stub";
  }

  @Override
  public NDArray run(
      Classifier classifier,
      AttackBatch batch,
      int restart,
      long seed,
      CandidateObserver observer) {
    throw new UnsupportedOperationException("the outcome is made by hand");
  }
}
