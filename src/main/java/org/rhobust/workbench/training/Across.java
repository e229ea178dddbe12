package org.rhobust.workbench.training;

import org.rhobust.service.RunCurves;

/** What the curves of a training run over. */
public enum Across {
  STEP("step") {
    @Override
    double[] xs(RunCurves run) {
      return run.metrics().column("step");
    }
  },
  EPOCH("epoch") {
    @Override
    double[] xs(RunCurves run) {
      double[] steps = run.metrics().column("step");
      double[] epochs = new double[run.metrics().size()];
      for (int i = 0; i < epochs.length; i++) {
        epochs[i] = steps[i] / run.stepsPerEpoch();
      }
      return epochs;
    }
  },
  TIME("time (s)") {
    @Override
    double[] xs(RunCurves run) {
      return run.metrics().column("seconds");
    }
  };

  private final String label;

  /** Whether it is known where a run's steps stand. */
  boolean in(RunCurves run) {
    return this != EPOCH || run.stepsPerEpoch() > 0;
  }

  Across(String label) {
    this.label = label;
  }

  /** For people, with the unit. */
  public String label() {
    return label;
  }

  /** The x value of each row; the array may be longer than there are rows. */
  abstract double[] xs(RunCurves run);

  /** Where a step stands, or would stand if it came next; NaN before the first row. */
  double at(RunCurves run, int step) {
    int rows = run.metrics().size();
    return rows == 0 ? Double.NaN : xs(run)[Math.min(step, rows) - 1];
  }
}
