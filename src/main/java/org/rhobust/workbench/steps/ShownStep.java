package org.rhobust.workbench.steps;

import org.rhobust.attack.PgdStep;
import org.rhobust.data.ImageSet;
import org.rhobust.plot.PlotBuilder;
import org.rhobust.service.AttackRestarts;
import org.rhobust.service.AttackSteps;
import org.rhobust.workbench.controls.AttackWords;

/**
 * The step that is looked at.
 *
 * @param restarts all walks; null where there is no attack
 * @param attack the walk that is looked at; null likewise
 * @param index of the step
 * @param threshold τ, or NaN
 */
record ShownStep(AttackRestarts restarts, AttackSteps attack, int index, double threshold) {

  /** No attack yet. */
  static final ShownStep NONE = new ShownStep(null, null, 0, Double.NaN);

  boolean isEmpty() {
    return attack == null;
  }

  PgdStep step() {
    return attack.steps().get(index);
  }

  ImageSet images() {
    return attack.request().images();
  }

  /** The name of a class. */
  String name(int label) {
    return images().classNames().get(label);
  }

  /** Puts all it takes to repeat the attack under a plot. */
  <B extends PlotBuilder<B>> B captioned(B plot) {
    String restart =
        restarts.restarts().size() == 1 ? "" : ", restart %d".formatted(attack.restart());
    return plot.caption(
        "%s, image %d of %s%s, step %d: %s, seed %d"
            .formatted(
                attack.request().model(),
                attack.request().index(),
                images().name(),
                restart,
                index,
                AttackWords.of(attack.request().attack()),
                attack.request().seed()));
  }
}
