package org.rhobust.workbench.direction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.ProbeResult;
import org.rhobust.service.RunState;
import org.rhobust.service.StepsRequest;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.AttackModel;
import org.rhobust.workbench.controls.AttackModel.Attack;
import org.rhobust.workbench.controls.Latest;
import org.rhobust.workbench.controls.Threats;

/**
 * The curve of the selected image. While the selected network trains, the training's probes bring
 * it, found with their own attack; else the fields' attack finds it. Belongs to the JavaFX thread.
 */
final class DirectionModel {

  private final Selection selection;
  private final AttackModel attack = new AttackModel();
  private final Function<StepsRequest, CompletableFuture<DirectionCurve>> inspection;
  private final IntConsumer probeImage;
  private final Latest<DirectionCurve> latest;
  private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(this, "found");
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private TrainingSnapshot snapshot = TrainingSnapshot.IDLE;

  /**
   * A curve and where it comes from.
   *
   * @param curve along the direction
   * @param images that the curve's image is in
   * @param attack that found the direction
   */
  record Found(DirectionCurve curve, ImageSet images, PgdSettings attack) {}

  /**
   * @param inspection follows the direction that an attack finds
   * @param probeImage told the image that the training's probes should follow
   * @param ui runs on the JavaFX thread
   */
  DirectionModel(
      Selection selection,
      Function<StepsRequest, CompletableFuture<DirectionCurve>> inspection,
      IntConsumer probeImage,
      Executor ui) {
    this.selection = selection;
    this.inspection = inspection;
    this.probeImage = probeImage;
    latest = new Latest<>(ui);
    selection.modelProperty().addListener((o, before, after) -> modelChanged());
    selection.imagesProperty().addListener((o, before, after) -> find());
    selection.imageProperty().addListener((o, before, after) -> imageChanged());
    attack.attackProperty().addListener((o, before, after) -> find());
    imageChanged();
    modelChanged();
  }

  /** The settings, which a {@linkplain #liveProperty live} curve does not follow. */
  AttackModel attack() {
    return attack;
  }

  /** The curve of the selected image; null where there is none. */
  ReadOnlyObjectProperty<Found> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Whether the training's probes bring the curve. */
  ReadOnlyBooleanProperty liveProperty() {
    return live.getReadOnlyProperty();
  }

  /** Whether a curve is being computed. */
  ReadOnlyBooleanProperty busyProperty() {
    return latest.busyProperty();
  }

  /** Why there is no curve, with the cure; empty where there is one. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Tells the training as it stands. */
  void update(TrainingSnapshot now) {
    ProbeResult before = snapshot.probe();
    snapshot = now;
    ModelInfo model = selection.modelProperty().get();
    if (model != null && model.live()) {
      attack.setThreat(Threats.of(model, now));
    }
    boolean wasLive = live.get();
    live.set(isLive());
    if (live.get() && !wasLive) {
      latest.forget();
    }
    if (live.get() && (!wasLive || now.probe() != before)) {
      latest.forget();
      showProbe(now.probe());
    } else if (wasLive && !live.get()) {
      find();
    }
  }

  private boolean isLive() {
    ModelInfo model = selection.modelProperty().get();
    return model != null && model.live() && snapshot.state() == RunState.RUNNING;
  }

  private void modelChanged() {
    found.set(null);
    live.set(isLive());
    attack.setThreat(Threats.of(selection.modelProperty().get(), snapshot));
    find();
  }

  private void imageChanged() {
    probeImage.accept(selection.imageProperty().get());
    find();
  }

  private void find() {
    ModelInfo model = selection.modelProperty().get();
    ImageSet images = selection.imagesProperty().get();
    int image = selection.imageProperty().get();
    Attack settings = attack.attackProperty().get();
    if (model == null) {
      nothing("Open a model, or start a training, to follow an image along its attack.");
    } else if (images == null) {
      nothing("The test images are not read yet.");
    } else if (image < 0 || image >= images.size()) {
      nothing(
          "Image %d is not in the set: choose one of 0 to %d.".formatted(image, images.size() - 1));
    } else if (live.get()) {
      latest.forget();
      showProbe(snapshot.probe());
    } else if (settings != null) {
      problem.set("");
      PgdSettings pgd = settings.settings();
      StepsRequest request = new StepsRequest(model.id(), images, image, pgd, settings.seed());
      latest.ask(
          () -> inspection.apply(request),
          curve -> show(new Found(curve, images, pgd)),
          this::nothing);
    }
  }

  /** A probe of the image before waits to be replaced by one of the selected image. */
  private void showProbe(ProbeResult probe) {
    ImageSet images = selection.imagesProperty().get();
    if (images == null) {
      return;
    }
    if (probe != null && probe.direction().index() == selection.imageProperty().get()) {
      show(new Found(probe.direction(), images, probe.attack()));
    } else {
      nothing("The next look at the training shows this image.");
    }
  }

  private void show(Found answer) {
    problem.set("");
    found.set(answer);
  }

  private void nothing(String why) {
    latest.forget();
    found.set(null);
    problem.set(why);
  }
}
