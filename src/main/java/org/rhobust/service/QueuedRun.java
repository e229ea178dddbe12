package org.rhobust.service;

import org.rhobust.training.TrainingSettings;

/**
 * A training in the queue.
 *
 * @param id of it in its queue, for good
 * @param request what to train and where to
 * @param state where it stands
 * @param message why it failed; else empty
 * @param secondsLeft until its end, once it runs; NaN where unknown
 * @param progress the share of its steps that are done, in [0, 1]
 */
public record QueuedRun(
    long id,
    TrainingRequest request,
    State state,
    String message,
    double secondsLeft,
    double progress) {

  /** Where a training in the queue stands. */
  public enum State {
    /** It will be started, or resumed where its folder holds a run. */
    WAITING,
    RUNNING,
    FINISHED,
    /** Ended by a person; it can go on. */
    STOPPED,
    /** Ended by an error; it can be tried again. */
    FAILED;

    /** Whether it is under way or will be. */
    public boolean pending() {
      return this == RUNNING || this == WAITING;
    }

    /** Whether it has ended and can be lined up once more. */
    public boolean canRetry() {
      return this == STOPPED || this == FAILED;
    }
  }

  /** What it trains. */
  public TrainingSettings settings() {
    return request.settings();
  }

  QueuedRun in(State next, String why) {
    return new QueuedRun(id, request, next, why, Double.NaN, next == State.FINISHED ? 1 : progress);
  }

  QueuedRun told(double left, double done) {
    return new QueuedRun(id, request, state, message, left, done);
  }
}
