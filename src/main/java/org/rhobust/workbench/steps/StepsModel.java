package org.rhobust.workbench.steps;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import org.rhobust.data.ImageSet;
import org.rhobust.service.AttackRestarts;
import org.rhobust.service.AttackSteps;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.RunState;
import org.rhobust.service.StepsRequest;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.Selection.Subject;
import org.rhobust.workbench.controls.AttackModel;
import org.rhobust.workbench.controls.AttackModel.Attack;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Threats;

/**
 * An attack on the selected image, the restart and the step that are looked at. Attacks anew when
 * the model, the image or the settings change; the step stays where it is. Asks nothing until it is
 * {@linkplain #setShown shown}. Belongs to the JavaFX thread.
 */
final class StepsModel {

  private static final double SHORTEST_INTERVAL_SECONDS = 1;

  /** Where the step or the restart follows the attack. */
  private static final int END = Integer.MAX_VALUE;

  private static final int BEST = -1;

  private static final int MOST_SEEDS = 1_000_000;

  private final Selection selection;
  private final AttackModel attack = new AttackModel();
  private final DoubleSupplier seconds;
  private final WalkQuestion question;
  private final Subscription listening;
  private final ReadOnlyObjectWrapper<AttackRestarts> restarts =
      new ReadOnlyObjectWrapper<>(this, "restarts");
  private final ReadOnlyObjectWrapper<AttackSteps> steps =
      new ReadOnlyObjectWrapper<>(this, "steps");
  private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(this, "step");
  private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper(this, "age", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final BooleanProperty following = new SimpleBooleanProperty(this, "following");
  private TrainingSnapshot snapshot = TrainingSnapshot.IDLE;
  private int wantedStep = END;
  private int wantedRestart = BEST;
  private boolean shown;
  private boolean outdated = true;
  private int attackedStep;
  private double attackedAt;

  /**
   * @param walker attacks one image
   * @param ui runs on the JavaFX thread
   * @param seconds a clock that never goes back
   */
  StepsModel(Selection selection, WalkQuestion.Walker walker, Executor ui, DoubleSupplier seconds) {
    this.selection = selection;
    this.seconds = seconds;
    question = new WalkQuestion(walker, ui, seconds, this::showPartial);
    listening =
        Subscription.combine(
            selection.modelProperty().subscribe((before, after) -> modelChanged()),
            selection.subjectProperty().subscribe((before, after) -> attackAgain()));
    attack.attackProperty().subscribe((before, after) -> attackAgain());
    modelChanged();
  }

  /** The settings. */
  AttackModel attack() {
    return attack;
  }

  /** What the attack did from all its starts, as far as it has come; null where there is none. */
  ReadOnlyObjectProperty<AttackRestarts> restartsProperty() {
    return restarts.getReadOnlyProperty();
  }

  /** The restart that is looked at; null where there is none. */
  ReadOnlyObjectProperty<AttackSteps> stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /** The iteration that is looked at, 0 for the start. */
  ReadOnlyIntegerProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** Whether an attack is under way. */
  ReadOnlyBooleanProperty busyProperty() {
    return question.busyProperty();
  }

  /** How far an attack that takes long has come, and how long it will take; else empty. */
  ReadOnlyStringProperty statusProperty() {
    return question.statusProperty();
  }

  /** Why there is nothing to see, with the cure; empty where there is. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Which network the trace is of, where it has changed since; else empty. */
  ReadOnlyStringProperty ageProperty() {
    return age.getReadOnlyProperty();
  }

  /** Whether the network in training is attacked again while it changes. */
  BooleanProperty followingProperty() {
    return following;
  }

  /** The last iteration there is; 0 without an attack. */
  int last() {
    return restarts.get() == null ? 0 : restarts.get().last();
  }

  /** T of the attack that is shown; 0 without one. */
  int total() {
    return restarts.get() == null ? 0 : restarts.get().request().attack().steps();
  }

  /** Looks at an iteration, or at the nearest there is; the last one stays the last. */
  void goTo(int iteration) {
    int nearest = Math.max(0, Math.min(last(), iteration));
    wantedStep = nearest == last() ? END : nearest;
    step.set(nearest);
  }

  /**
   * Looks at the next step, and waits where an attack that is under way has not come to it.
   *
   * @return whether there is more to come
   */
  boolean goOn() {
    int next = Math.min(last(), step.get() + 1);
    boolean end = next == last() && !busyProperty().get();
    wantedStep = end ? END : next;
    step.set(next);
    return !end;
  }

  /** Looks at the walk from another start. */
  void chooseRestart(int restart) {
    wantedRestart = restart;
    steps.set(restarts.get().restarts().get(restart));
  }

  /** Draws another seed, so that random starts are others. */
  void startAnew() {
    attack.seedProperty().set(Integer.toString(ThreadLocalRandom.current().nextInt(1, MOST_SEEDS)));
  }

  /** Whether the view can be seen: while it cannot, nothing is asked and what runs is given up. */
  void setShown(boolean value) {
    shown = value;
    if (shown && outdated) {
      attackAgain();
    } else if (!shown && question.busyProperty().get()) {
      question.giveUp();
      outdated = true;
    }
  }

  /** Tells the training as it stands; a followed one is attacked again at most once a second. */
  void update(TrainingSnapshot now) {
    boolean changed = now.step() != attackedStep;
    boolean cameToRest = snapshot.state() == RunState.RUNNING && now.state() != RunState.RUNNING;
    snapshot = now;
    ModelInfo model = selection.modelProperty().get();
    if (model == null || !model.live()) {
      return;
    }
    attack.setThreat(Threats.of(model, now));
    if (changed && cameToRest) {
      attackAgain();
    }
    tellAge();
    if (following.get()
        && changed
        && !question.busyProperty().get()
        && seconds.getAsDouble() - attackedAt >= SHORTEST_INTERVAL_SECONDS) {
      attackAgain();
    }
  }

  /** Attacks the selected image with the settings, from the same starts. */
  void attackAgain() {
    outdated = !shown;
    if (!shown) {
      return;
    }
    ModelInfo model = selection.modelProperty().get();
    Subject subject = selection.subjectProperty().get();
    Attack settings = attack.attackProperty().get();
    if (model == null) {
      nothing("Open a model, or start a training, to attack an image.");
    } else if (subject == null) {
      nothing("The test images are not read yet.");
    } else if (subject.index() < 0 || subject.index() >= subject.images().size()) {
      nothing(
          "Image %d is not in the set: choose one of 0 to %d."
              .formatted(subject.index(), subject.images().size() - 1));
    } else if (settings != null) {
      ask(
          new StepsRequest(
              model.id(), subject.images(), subject.index(), settings.settings(), settings.seed()));
    } else if (isOther(model.id(), subject.images(), subject.index())) {
      nothing("Correct the setting that is marked to attack this image.");
    }
  }

  /** Gives up the attack that is under way; what there is of it stays. */
  void cancel() {
    question.giveUp();
    problem.set("Cancelled. Attack again starts it anew.");
  }

  /** Lets go of the selection, and of the attack that is under way. */
  void close() {
    listening.unsubscribe();
    question.giveUp();
  }

  private void ask(StepsRequest request) {
    if (request.values() > StepsRequest.MOST_VALUES) {
      String why =
          "%d steps from %d starts on images of %s are too many to keep: give fewer steps or restarts, or use rhobust attack."
              .formatted(
                  request.attack().steps(), request.attack().restarts(), request.images().shape());
      if (isOther(request)) {
        nothing(why);
      } else {
        question.giveUp();
        problem.set(why);
      }
      return;
    }
    problem.set("");
    attackedStep = snapshot.step();
    attackedAt = seconds.getAsDouble();
    question.ask(request, this::show, this::nothing);
  }

  /** Another image is seen from its first step on; else the step stays, so it is waited for. */
  private void showPartial(AttackRestarts partial) {
    boolean grows = restarts.get() != null && !restarts.get().finished();
    if (grows || isOther(partial.request()) || partial.last() >= wantedStep) {
      show(partial);
    }
  }

  private boolean isOther(StepsRequest request) {
    return isOther(request.model(), request.images(), request.index());
  }

  private boolean isOther(String model, ImageSet images, int index) {
    if (restarts.get() == null) {
      return true;
    }
    StepsRequest before = restarts.get().request();
    return !before.model().equals(model) || before.images() != images || before.index() != index;
  }

  private void show(AttackRestarts answer) {
    if (isOther(answer.request())) {
      wantedRestart = BEST;
    }
    problem.set("");
    // Before the answer, so that the step lies within it at every moment.
    step.set(Math.min(step.get(), answer.last()));
    restarts.set(answer);
    steps.set(answer.restarts().get(restart(answer)));
    step.set(Math.min(wantedStep, answer.last()));
    tellAge();
  }

  private int restart(AttackRestarts answer) {
    if (wantedRestart == BEST || wantedRestart >= answer.restarts().size()) {
      return answer.finished() ? answer.best() : 0;
    }
    return wantedRestart;
  }

  /** A trace of a network that has gone on training says so. */
  private void tellAge() {
    ModelInfo model = selection.modelProperty().get();
    boolean old = model != null && model.live() && snapshot.step() != attackedStep;
    age.set(
        old && steps.get() != null
            ? "This is the network after step %s; it has changed since. Attack again, or follow the training."
                .formatted(Format.count(attackedStep))
            : "");
  }

  private void modelChanged() {
    attack.setThreat(Threats.of(selection.modelProperty().get(), snapshot));
    attackAgain();
  }

  private void nothing(String why) {
    question.giveUp();
    steps.set(null);
    restarts.set(null);
    step.set(0);
    problem.set(why);
    tellAge();
  }
}
