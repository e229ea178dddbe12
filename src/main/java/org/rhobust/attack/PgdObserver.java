package org.rhobust.attack;

import java.util.List;

/** Watches an attack from iteration to iteration, on the compute thread. */
@FunctionalInterface
public interface PgdObserver {

  /** Called for the start and after each iteration; may throw to end the attack. */
  void observe(PgdState state);

  /** Whether the gradient at the last point is wanted too, which costs one more backward pass. */
  default boolean watchesGradients() {
    return false;
  }

  /** An observer that does nothing. */
  static PgdObserver none() {
    return state -> {};
  }

  /** Hands on every point that is evaluated. */
  static PgdObserver candidates(CandidateObserver observer) {
    return state -> observer.observe(state.candidates(), state.candidateLogits());
  }

  /** One observer after the other. */
  static PgdObserver all(PgdObserver... observers) {
    List<PgdObserver> each = List.of(observers);
    return new PgdObserver() {
      @Override
      public void observe(PgdState state) {
        each.forEach(observer -> observer.observe(state));
      }

      @Override
      public boolean watchesGradients() {
        return each.stream().anyMatch(PgdObserver::watchesGradients);
      }
    };
  }
}
