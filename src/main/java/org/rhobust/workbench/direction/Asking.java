package org.rhobust.workbench.direction;

import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.rhobust.service.Inspection;

/** Asks a question. */
@FunctionalInterface
interface Asking {

  /**
   * Asks.
   *
   * @param place names the asker, whose newer questions replace older ones
   * @param progress told the share done of long work, on any thread
   * @return cancelling it ends the work
   */
  CompletableFuture<Answer> ask(String place, Question question, DoubleConsumer progress);

  /** Asks the service. */
  static Asking of(Inspection inspection) {
    return (place, question, progress) ->
        switch (question.mode()) {
          case IMAGE ->
              forward(
                  inspection.direction(place, question.request()),
                  curve -> new Answer.Curve(question, curve));
          case MANY ->
              forward(
                  inspection.meanDirection(question.request(), question.count(), progress),
                  summary -> new Answer.Mean(question, summary));
          case PLANE ->
              forward(
                  inspection.plane(question.request(), progress),
                  plane -> new Answer.Plane(question, plane));
        };
  }

  /** The answer made from a result; cancelling it cancels the work behind it. */
  private static <R> CompletableFuture<Answer> forward(
      CompletableFuture<R> work, java.util.function.Function<R, Answer> answer) {
    CompletableFuture<Answer> made = work.thenApply(answer);
    made.whenComplete((value, problem) -> work.cancel(false));
    return made;
  }
}
