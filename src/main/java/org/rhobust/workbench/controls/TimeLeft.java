package org.rhobust.workbench.controls;

import java.util.ArrayDeque;
import java.util.Deque;
import org.rhobust.run.Durations;

/**
 * How fast a work goes on, from its latest reports. What takes no time, since it was found from an
 * earlier run, says nothing about the rest and is left out.
 */
public final class TimeLeft {

  private static final int MOST_REPORTS = 100;

  /** Many times faster than the usual report: that was not work. */
  private static final double JUMP = 10;

  private final Deque<Report> reports = new ArrayDeque<>();
  private double time;
  private double share;

  private record Report(double seconds, double share) {

    double speed() {
      return share / seconds;
    }
  }

  /**
   * @param start of the work, in seconds of a clock that never goes back
   */
  public TimeLeft(double start) {
    time = start;
  }

  /**
   * Takes a report.
   *
   * @param now in seconds
   * @param done the share done in [0, 1]
   */
  public void report(double now, double done) {
    if (now > time) {
      reports.addLast(new Report(now - time, done - share));
      if (reports.size() > MOST_REPORTS) {
        reports.removeFirst();
      }
    }
    time = now;
    share = done;
  }

  /** The share done a second; NaN before it is known. */
  double speed() {
    double median =
        reports.stream()
            .mapToDouble(Report::speed)
            .sorted()
            .skip(reports.size() / 2)
            .findFirst()
            .orElse(Double.NaN);
    double seconds = 0;
    double done = 0;
    for (Report report : reports) {
      if (median == 0 || report.speed() <= JUMP * median) {
        seconds += report.seconds();
        done += report.share();
      }
    }
    return done > 0 ? done / seconds : Double.NaN;
  }

  /** Seconds until all is done; NaN before that is known. */
  double seconds() {
    return (1 - share) / speed();
  }

  /** What is being done, with how long it will take once that is known. */
  public String words(String doing) {
    double left = seconds();
    return left > 0 ? "%s, about %s left".formatted(doing, Durations.words(left)) : doing;
  }
}
