package org.rhobust.workbench.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one line that tells a person what went wrong and what helps, or what was done. */
final class Notices {

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private final ReadOnlyObjectWrapper<Notice> latest = new ReadOnlyObjectWrapper<>(Notice.NONE);

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

  void tell(String line) {
    latest.set(new Notice(line, false, line));
  }

  void warn(String line) {
    latest.set(new Notice(line, true, line));
  }

  /** What an answer failed with; a cancelled question is no failure. */
  void warn(Throwable problem) {
    Throwable cause = problem;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof CancellationException) {
      return;
    }
    LOG.warn("shown in the window", cause);
    String line =
        cause.getMessage() == null || cause.getMessage().isBlank()
            ? cause.getClass().getSimpleName() + ": copy the details and report them"
            : cause.getMessage().lines().findFirst().orElse("");
    StringWriter details = new StringWriter();
    cause.printStackTrace(new PrintWriter(details));
    latest.set(new Notice(line, true, details.toString()));
  }

  void dismiss() {
    latest.set(Notice.NONE);
  }
}
