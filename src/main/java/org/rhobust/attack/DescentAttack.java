package org.rhobust.attack;

import java.util.Optional;
import org.rhobust.threat.ThreatModel;

/** An attack that runs {@link ProjectedGradientDescent} in its own way. */
interface DescentAttack extends Attack {

  /** Of the descent. */
  PgdSettings settings();

  @Override
  default Family family() {
    return Family.ITERATIVE;
  }

  @Override
  default Optional<ThreatModel> threatModel() {
    return Optional.of(new ThreatModel(settings().norm(), settings().epsilon()));
  }

  @Override
  default int evaluations() {
    return settings().steps() + 1;
  }

  @Override
  default double reach() {
    return settings().reach();
  }
}
