package org.rhobust.workbench.steps;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.rhobust.data.ImageSet;
import org.rhobust.service.AttackSteps;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.RunState;
import org.rhobust.service.StepsRequest;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.AttackModel;
import org.rhobust.workbench.controls.AttackModel.Attack;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Latest;
import org.rhobust.workbench.controls.Threats;

/**
 * An attack on the selected image and the step that is looked at. Attacks anew when the model, the
 * image or the settings change; the step stays where it is. Belongs to the JavaFX thread.
 */
final class StepsModel {

  private static final double SHORTEST_INTERVAL_SECONDS = 1;

  private final Selection selection;
  private final AttackModel attack = new AttackModel();
  private final Function<StepsRequest, CompletableFuture<AttackSteps>> inspection;
  private final DoubleSupplier seconds;
  private final Latest<AttackSteps> latest;
  private final ReadOnlyObjectWrapper<AttackSteps> steps =
      new ReadOnlyObjectWrapper<>(this, "steps");
  private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(this, "step");
  private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper(this, "age", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final BooleanProperty following = new SimpleBooleanProperty(this, "following");
  private TrainingSnapshot snapshot = TrainingSnapshot.IDLE;
  private int attackedStep;
  private double attackedAt;

  /**
   * @param inspection attacks one image
   * @param ui runs on the JavaFX thread
   * @param seconds a clock that never goes back
   */
  StepsModel(
      Selection selection,
      Function<StepsRequest, CompletableFuture<AttackSteps>> inspection,
      Executor ui,
      DoubleSupplier seconds) {
    this.selection = selection;
    this.inspection = inspection;
    this.seconds = seconds;
    latest = new Latest<>(ui);
    selection.modelProperty().addListener((o, before, after) -> modelChanged());
    selection.imagesProperty().addListener((o, before, after) -> attackAgain());
    selection.imageProperty().addListener((o, before, after) -> attackAgain());
    attack.attackProperty().addListener((o, before, after) -> attackAgain());
    modelChanged();
  }

  /** The settings. */
  AttackModel attack() {
    return attack;
  }

  /** What the attack did; null where there is none. */
  ReadOnlyObjectProperty<AttackSteps> stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /** The iteration that is looked at, 0 for the start. */
  ReadOnlyIntegerProperty stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** Whether an attack is under way. */
  ReadOnlyBooleanProperty busyProperty() {
    return latest.busyProperty();
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

  /** T; 0 without an attack. */
  int last() {
    return steps.get() == null ? 0 : steps.get().steps().size() - 1;
  }

  /** Looks at an iteration, or at the nearest there is. */
  void goTo(int iteration) {
    step.set(Math.max(0, Math.min(last(), iteration)));
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
        && !latest.busyProperty().get()
        && seconds.getAsDouble() - attackedAt >= SHORTEST_INTERVAL_SECONDS) {
      attackAgain();
    }
  }

  /** Attacks the selected image with the settings, from the same start. */
  void attackAgain() {
    ModelInfo model = selection.modelProperty().get();
    ImageSet images = selection.imagesProperty().get();
    int image = selection.imageProperty().get();
    Attack settings = attack.attackProperty().get();
    if (model == null) {
      nothing("Open a model, or start a training, to attack an image.");
    } else if (images == null) {
      nothing("The test images are not read yet.");
    } else if (image < 0 || image >= images.size()) {
      nothing(
          "Image %d is not in the set: choose one of 0 to %d.".formatted(image, images.size() - 1));
    } else if (settings != null) {
      problem.set("");
      attackedStep = snapshot.step();
      attackedAt = seconds.getAsDouble();
      StepsRequest request =
          new StepsRequest(model.id(), images, image, settings.settings(), settings.seed());
      latest.ask(() -> inspection.apply(request), this::show, this::nothing);
    }
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

  private void show(AttackSteps answer) {
    boolean first = steps.get() == null;
    int end = answer.steps().size() - 1;
    problem.set("");
    // Before the answer, so that the step lies within it at every moment.
    step.set(Math.min(step.get(), end));
    steps.set(answer);
    tellAge();
    goTo(first ? end : step.get());
  }

  private void nothing(String why) {
    latest.forget();
    steps.set(null);
    step.set(0);
    problem.set(why);
    tellAge();
  }
}
