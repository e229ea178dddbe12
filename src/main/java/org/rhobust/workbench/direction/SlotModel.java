package org.rhobust.workbench.direction;

import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.workbench.controls.LongWork;

/** The answer of one model in one mode, and the work that brings it. */
final class SlotModel {

  private static final String PRESS =
      "Compute follows the directions of many test images and shows the mean and where 10 to 90 % of them lie.";

  private final String place;
  private final Asking asking;
  private final LongWork<Answer> work;
  private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(this, "answer");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
  private Question asked;

  SlotModel(String place, Asking asking, Executor ui, DoubleSupplier seconds) {
    this.place = place;
    this.asking = asking;
    work = new LongWork<>(ui, seconds);
    work.problemProperty().subscribe(this::failed);
  }

  /** The latest answer; null where there is none. */
  ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Why there is no answer, with the cure; empty where there is one. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** In what the answer is out of date, with the cure; empty where it is not. */
  ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** What is under way. */
  LongWork<Answer> work() {
    return work;
  }

  /**
   * Shows the answer to a question, asking it where that is quick. Many images are left for a
   * person to {@linkplain #ask ask} about, as is a plane of a network that trained on.
   */
  void show(Question question) {
    boolean running = work.runningProperty().get();
    if (running && question.equals(asked) || running && question.sameButForStep(asked)) {
      return;
    }
    Answer known = answer.get();
    Question before = known == null ? null : known.question();
    if (question.equals(before)) {
      work.cancel();
      note.set("");
      problem.set("");
    } else if (question.mode() == Mode.IMAGE
        || question.mode() == Mode.PLANE && !question.sameButForStep(before)) {
      ask(question);
    } else if (question.sameSubject(before)) {
      note.set(
          question.sameButForStep(before)
              ? "The network has trained on since: Compute looks again."
              : "The settings have changed since: Compute looks again.");
    } else {
      nothing(PRESS);
    }
  }

  /** Asks a question, whether or not it is known. */
  void ask(Question question) {
    Answer known = answer.get();
    if (known != null && !question.sameSubject(known.question())) {
      answer.set(null);
    }
    asked = question;
    problem.set("");
    note.set("");
    work.start(
        "Looking at " + question.model().title(),
        progress -> asking.ask(place, question, progress),
        answer::set);
  }

  /** Gives up what is under way. */
  void cancel() {
    work.cancel();
    if (answer.get() == null) {
      problem.set("Cancelled. Compute starts again.");
    }
  }

  /** Takes an answer that came by itself. */
  void give(Answer found) {
    work.cancel();
    problem.set("");
    note.set("");
    answer.set(found);
  }

  /** There is nothing to show. */
  void nothing(String why) {
    work.cancel();
    note.set("");
    answer.set(null);
    problem.set(why);
  }

  private void failed(String why) {
    if (!why.isEmpty()) {
      answer.set(null);
      problem.set(why);
    }
  }
}
