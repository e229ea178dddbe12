package org.rhobust.workbench.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * A person's changes of settings, to be taken back and made again. All that one input changes is
 * one step, and so are changes of one setting that follow each other quickly: a drag, a typed
 * number. A setting that the program has changed since is left as it is.
 */
final class History {

  static final int MOST_STEPS = 200;

  private static final long QUICK_NANOS = 700_000_000;

  private final LongSupplier nanos;
  private final Settings settings;
  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private final ReadOnlyStringWrapper undoWords = new ReadOnlyStringWrapper(this, "undo", "");
  private final ReadOnlyStringWrapper redoWords = new ReadOnlyStringWrapper(this, "redo", "");
  private boolean open;
  private boolean applying;

  /** Where changes are taken back. */
  interface Settings {

    /** The setting's value as text; null where it is not kept. */
    String value(String key);

    /** Gives the setting another value. */
    void set(String key, String value);
  }

  /** A change of one setting. */
  record Change(String key, String words, String before, String after) {}

  private static final class Step {
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private String words;
    private long input;
    private long last;

    boolean takes(Change change, long itsInput, long now) {
      return itsInput == input || now - last < QUICK_NANOS && changes.containsKey(change.key());
    }

    void add(Change change, long itsInput, long now) {
      Change first = changes.getOrDefault(change.key(), change);
      changes.put(
          change.key(), new Change(change.key(), change.words(), first.before(), change.after()));
      words = change.words();
      input = itsInput;
      last = now;
    }

    boolean isNothing() {
      return changes.values().stream().allMatch(change -> change.before().equals(change.after()));
    }
  }

  /**
   * @param nanos a clock that never goes back
   */
  History(Settings settings, LongSupplier nanos) {
    this.settings = settings;
    this.nanos = nanos;
  }

  /** What would be taken back, such as "ε of PGD steps"; empty for nothing. */
  ReadOnlyStringProperty undoWordsProperty() {
    return undoWords.getReadOnlyProperty();
  }

  /** What would be made again; empty for nothing. */
  ReadOnlyStringProperty redoWordsProperty() {
    return redoWords.getReadOnlyProperty();
  }

  /**
   * Notes what a person changed.
   *
   * @param input its number: all that one input changes is one step
   */
  void note(Change change, long input) {
    if (applying) {
      return;
    }
    long now = nanos.getAsLong();
    if (!open || done.isEmpty() || !done.peek().takes(change, input, now)) {
      done.push(new Step());
    }
    done.peek().add(change, input, now);
    if (done.peek().isNothing()) {
      done.pop();
    }
    while (done.size() > MOST_STEPS) {
      done.removeLast();
    }
    undone.clear();
    open = true;
    tell();
  }

  /** Takes the latest step back; what can no longer be is passed over. */
  void undo() {
    move(done, undone, true);
  }

  /** Makes the step again that was taken back last. */
  void redo() {
    move(undone, done, false);
  }

  private void move(Deque<Step> from, Deque<Step> to, boolean back) {
    open = false;
    boolean moved = false;
    while (!moved && !from.isEmpty()) {
      Step step = from.pop();
      moved = apply(step, back);
      if (moved) {
        to.push(step);
      }
    }
    tell();
  }

  private boolean apply(Step step, boolean back) {
    List<Change> changes = new ArrayList<>(step.changes.values());
    if (back) {
      Collections.reverse(changes);
    }
    changes.removeIf(change -> !(back ? change.after() : change.before()).equals(now(change)));
    applying = true;
    try {
      // Twice: one setting, such as a preset, may carry along others that were set before it.
      for (int i = 0; i < 2; i++) {
        changes.forEach(c -> settings.set(c.key(), back ? c.before() : c.after()));
      }
    } finally {
      applying = false;
    }
    return !changes.isEmpty();
  }

  private String now(Change change) {
    return settings.value(change.key());
  }

  private void tell() {
    undoWords.set(done.isEmpty() ? "" : done.peek().words);
    redoWords.set(undone.isEmpty() ? "" : undone.peek().words);
  }
}
