package org.rhobust.workbench.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rhobust.workbench.controls.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one line that tells a person what went wrong and what helps, or what was done. An error that
 * another notice covers comes back when that one is dismissed.
 */
final class Notices {

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private static final int MOST_EARLIER = 20;

  private final ReadOnlyObjectWrapper<Notice> latest = new ReadOnlyObjectWrapper<>(Notice.NONE);
  private final Deque<Notice> earlier = new ArrayDeque<>();

  /**
   * A notice.
   *
   * @param line empty for none
   * @param error whether something went wrong
   * @param details for a report of the error
   */
  record Notice(String line, boolean error, String details) {

    static final Notice NONE = new Notice("", false, "");
  }

  ReadOnlyObjectProperty<Notice> latest() {
    return latest.getReadOnlyProperty();
  }

  /** How many errors come back when the latest notice is dismissed. */
  int earlier() {
    return earlier.size();
  }

  void tell(String line) {
    show(new Notice(line, false, line));
  }

  void warn(String line) {
    show(new Notice(line, true, Failures.details(line).orElse(line)));
  }

  /** What an answer failed with; a cancelled question is no failure. */
  void warn(Throwable problem) {
    if (!Failures.isCancelled(problem)) {
      LOG.warn("shown in the window", problem);
      warn(Failures.line(problem));
    }
  }

  void dismiss() {
    latest.set(earlier.isEmpty() ? Notice.NONE : earlier.pop());
  }

  private void show(Notice notice) {
    Notice covered = latest.get();
    earlier.removeIf(old -> old.line().equals(notice.line()));
    if (covered.error() && !covered.line().equals(notice.line())) {
      earlier.push(covered);
    }
    if (earlier.size() > MOST_EARLIER) {
      earlier.removeLast();
    }
    latest.set(notice);
  }
}
