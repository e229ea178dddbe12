package org.rhobust.service;

import java.util.List;
import java.util.Optional;

/**
 * The queue as it stands.
 *
 * @param runs in the order they are trained in
 * @param paused whether none is started after the one under way
 * @param waiting whether a run that was not started by the queue keeps it waiting
 * @param problem one line on why the queue of an earlier session is not all here; may be empty
 */
public record QueueSnapshot(List<QueuedRun> runs, boolean paused, boolean waiting, String problem) {

  /** Nothing lined up. */
  public static final QueueSnapshot EMPTY = new QueueSnapshot(List.of(), false, false, "");

  public QueueSnapshot {
    runs = List.copyOf(runs);
  }

  /** The run of this id; empty where it was removed. */
  public Optional<QueuedRun> find(long id) {
    return runs.stream().filter(run -> run.id() == id).findFirst();
  }

  /** Whether a run is under way or waits. */
  public boolean pending() {
    return runs.stream().anyMatch(run -> run.state().pending());
  }

  /** Seconds until all is trained; NaN where a part of it is not known, 0 where nothing waits. */
  public double secondsLeft() {
    return runs.stream()
        .filter(run -> run.state().pending())
        .mapToDouble(QueuedRun::secondsLeft)
        .sum();
  }
}
