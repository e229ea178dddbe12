package org.rhobust.service;

import java.util.List;
import org.rhobust.attack.PgdStep;

/**
 * An attack on one image from all its starts, as far as it has come.
 *
 * @param restarts one a start, in their order and with equally many steps
 * @param finished whether nothing follows
 */
public record AttackRestarts(List<AttackSteps> restarts, boolean finished) {

  public AttackRestarts {
    restarts = List.copyOf(restarts);
  }

  /** What was asked. */
  public StepsRequest request() {
    return restarts.get(0).request();
  }

  /** The index of the last step that each restart has taken, 0 for the start. */
  public int last() {
    return restarts.get(0).steps().size() - 1;
  }

  /** The restart whose path met the lowest objective, the first among equals. */
  public int best() {
    int best = 0;
    for (int i = 1; i < restarts.size(); i++) {
      if (lowest(i) < lowest(best)) {
        best = i;
      }
    }
    return best;
  }

  private float lowest(int restart) {
    AttackSteps walk = restarts.get(restart);
    PgdStep step = walk.steps().get(walk.best());
    return step.objective();
  }
}
