package org.rhobust.evaluation.warning;

/** Measurements made by hand, of a model with nothing wrong unless said. */
final class SampleChecks {

  static final Repetition EQUAL = new Repetition(1e-6, 0);
  static final InputGradients USEFUL = new InputGradients(0, 0, 0.01);

  private SampleChecks() {}

  static ModelChecks clean() {
    return gradients(USEFUL, USEFUL, USEFUL);
  }

  static ModelChecks unstable(int images, Repetition batchSize, Repetition repeated) {
    return new ModelChecks(
        10, images, images, batchSize, repeated, USEFUL, USEFUL, USEFUL, 0, 0, false);
  }

  static ModelChecks gradients(
      InputGradients confidence, InputGradients crossEntropy, InputGradients logit) {
    return new ModelChecks(
        10, 100, 100, EQUAL, EQUAL, confidence, crossEntropy, logit, 0, 0, false);
  }

  static ModelChecks saturated(int confidence, int crossEntropy) {
    return new ModelChecks(
        10, 100, 100, EQUAL, EQUAL, USEFUL, USEFUL, USEFUL, confidence, crossEntropy, false);
  }

  static ModelChecks hiddenLogits() {
    return new ModelChecks(10, 100, 100, EQUAL, EQUAL, USEFUL, USEFUL, USEFUL, 0, 0, true);
  }

  static ModelChecks nothingCorrect() {
    InputGradients none = new InputGradients(0, 0, 0);
    return new ModelChecks(10, 100, 0, EQUAL, EQUAL, none, none, none, 0, 0, false);
  }
}
