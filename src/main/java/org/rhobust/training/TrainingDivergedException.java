package org.rhobust.training;

/** The loss is no longer a number; the message names the step and the cure. */
public final class TrainingDivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TrainingDivergedException(int step, double learningRate) {
    super(
        "the loss is not a number at step %d; start again with a learning rate below %s"
            .formatted(step, learningRate));
  }
}
