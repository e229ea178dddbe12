package org.rhobust.workbench.compare;

import org.rhobust.run.Durations;
import org.rhobust.service.QueueSnapshot;
import org.rhobust.service.QueuedRun;

/** What a method that is lined up waits for. */
final class QueueWords {

  private QueueWords() {}

  /** The share trained, in [0, 1]; NaN where it does not train. */
  static double progress(QueuedRun run) {
    return run.state() == QueuedRun.State.RUNNING ? run.progress() : Double.NaN;
  }

  /** Such as "Trains, 34 %, about 20 s left". */
  static String of(QueuedRun run, QueueSnapshot now) {
    String left =
        Double.isNaN(run.secondsLeft()) ? "" : ", about " + Durations.words(run.secondsLeft());
    return switch (run.state()) {
      case WAITING -> now.paused() ? "Waits: the queue is paused" : "Waits for its training" + left;
      case RUNNING ->
          "Trains, %d %%%s"
              .formatted((int) (100 * run.progress()), left.isEmpty() ? "" : left + " left");
      case FINISHED -> "";
      case STOPPED -> "Stopped: retry it in the queue of the Runs view";
      case FAILED -> "Failed: " + run.message();
    };
  }
}
