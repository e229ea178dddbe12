package org.rhobust.workbench.training;

import java.util.List;
import org.rhobust.plot.ColorRole;
import org.rhobust.service.RunCurves;
import org.rhobust.training.TrainingMethod;

/**
 * A curve of a run.
 *
 * @param name for people
 * @param role its colour in the run that trains
 * @param column of the metrics
 * @param attacked whether it is of attacked images, which normal training has none of
 * @param dashed whether it is dashed in other runs, whose colour says which run it is
 * @param ofEpsilon whether it is shown in multiples of ε
 */
record Quantity(
    String name,
    ColorRole role,
    String column,
    boolean attacked,
    boolean dashed,
    boolean ofEpsilon) {

  /** Mean λ and mean ‖δ‖/ε. */
  static final List<Quantity> TRANSITION =
      List.of(
          new Quantity("λ", ColorRole.ADVERSARIAL, "lambda", true, false, false),
          new Quantity("‖δ‖/ε", ColorRole.ATTACKED, "norm", true, true, true));

  /** A measure of the clean and of the attacked part of a batch. */
  static List<Quantity> parts(String measure) {
    return List.of(
        new Quantity("clean", ColorRole.CLEAN, "clean_" + measure, false, true, false),
        new Quantity("attacked", ColorRole.ATTACKED, "adversarial_" + measure, true, false, false));
  }

  /** Whether the run has it, and it is known. */
  boolean in(RunCurves run) {
    boolean known = !ofEpsilon || !Double.isNaN(run.epsilon());
    return known && (!attacked || run.method() != TrainingMethod.NORMAL);
  }

  /** The value of each row; the array may be longer than there are rows. */
  double[] values(RunCurves run) {
    double[] values = run.metrics().column(column);
    if (!ofEpsilon) {
      return values;
    }
    double[] shares = new double[run.metrics().size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = values[i] / run.epsilon();
    }
    return shares;
  }
}
