package org.rhobust.workbench.direction;

import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionKind;
import org.rhobust.evaluation.DirectionSettings;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.ProbeResult;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.Threats;

/**
 * The directions of the selected image in the selected model and the one compared with it. While
 * the selected network trains, the training's probes bring its adversarial direction, found with
 * their own attack; else, and for a direction that both share, the fields' attack finds it. Nothing
 * is computed while the view is hidden. Belongs to the JavaFX thread.
 */
final class DirectionModel {

  private final Selection selection;
  private final FieldsModel fields = new FieldsModel();
  private final Questions questions;
  private final PanelModel main;
  private final PanelModel compared;
  private final IntConsumer probeImage;
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live");
  private final Subscription listening;
  private TrainingSnapshot snapshot = TrainingSnapshot.IDLE;

  /**
   * @param probeImage told the image that the training's probes should follow
   * @param ui runs on the JavaFX thread
   * @param seconds a clock that never goes back
   */
  DirectionModel(
      Selection selection,
      Asking asking,
      IntConsumer probeImage,
      Executor ui,
      DoubleSupplier seconds) {
    this.selection = selection;
    questions = new Questions(selection, fields);
    this.probeImage = probeImage;
    main = new PanelModel("main", asking, ui, seconds);
    compared = new PanelModel("compared", asking, ui, seconds);
    listening =
        Subscription.combine(
            selection.modelProperty().subscribe(this::modelChanged),
            selection.comparedProperty().subscribe(model -> refresh()),
            selection.imagesProperty().subscribe(images -> imagesChanged()),
            selection.subjectProperty().subscribe(subject -> imageChanged()));
    Stream.of(fields.settingsProperty(), fields.modeProperty(), fields.sharedProperty(), shown)
        .forEach(setting -> setting.subscribe(value -> refresh()));
    fields.countProperty().subscribe(value -> refresh());
  }

  /** The settings. */
  FieldsModel fields() {
    return fields;
  }

  /** Of the selected model. */
  PanelModel main() {
    return main;
  }

  /** Of the model that is compared with it. */
  PanelModel compared() {
    return compared;
  }

  /** Whether the view can be seen. */
  BooleanProperty shownProperty() {
    return shown;
  }

  /** Whether the training's probes bring the curve of the selected model. */
  ReadOnlyBooleanProperty liveProperty() {
    return live.getReadOnlyProperty();
  }

  /** Whether another model than the selected one is pinned beside it. */
  boolean comparing() {
    ModelInfo other = selection.comparedProperty().get();
    return other != null && !other.equals(selection.modelProperty().get());
  }

  /** Whether {@link #compute} has what it needs. */
  boolean canCompute() {
    return questions.obstacle(selection.modelProperty().get()).isEmpty() && fields.usable();
  }

  /** Looks again, at the networks as they are now. */
  void compute() {
    if (canCompute()) {
      Mode mode = fields.modeProperty().get();
      main.slot(mode).ask(questions.of(selection.modelProperty().get(), snapshot));
      if (comparing()) {
        compared.slot(mode).ask(questions.of(selection.comparedProperty().get(), snapshot));
      }
    }
  }

  /** Gives up the work of this mode. */
  void cancel() {
    Mode mode = fields.modeProperty().get();
    main.slot(mode).cancel();
    if (comparing()) {
      compared.slot(mode).cancel();
    }
  }

  /** Sets the image that a line goes to, to the next one of another class. */
  void nextOther() {
    ImageSet images = selection.imagesProperty().get();
    if (images != null) {
      fields.nextOther(images, selection.imageProperty().get());
    }
  }

  /** Tells the training as it stands. */
  void update(TrainingSnapshot now) {
    boolean news = now.probe() != snapshot.probe() || now.state() != snapshot.state();
    snapshot = now;
    ModelInfo model = selection.modelProperty().get();
    if (model != null && model.live()) {
      fields.attack().setThreat(Threats.of(model, now));
    }
    if (news && (isLive(model) || isLive(selection.comparedProperty().get()))) {
      refresh();
    }
  }

  /** Ends all work and lets go of the selection. */
  void close() {
    listening.unsubscribe();
    main.end();
    compared.end();
  }

  private static boolean isLive(ModelInfo model) {
    return model != null && model.live();
  }

  private void modelChanged(ModelInfo model) {
    fields.attack().setThreat(Threats.of(model, snapshot));
    refresh();
  }

  private void imagesChanged() {
    ImageSet images = selection.imagesProperty().get();
    if (images != null) {
      fields.setAvailable(images.size());
    }
    refresh();
  }

  private void imageChanged() {
    probeImage.accept(selection.imageProperty().get());
    refresh();
  }

  private void refresh() {
    ModelInfo model = selection.modelProperty().get();
    live.set(broughtByProbes(model));
    if (!shown.get()) {
      main.rest();
      compared.rest();
      return;
    }
    if (live.get() && questions.obstacle(model).isEmpty()) {
      showProbe(model);
    } else {
      show(main, model);
    }
    if (comparing()) {
      show(compared, selection.comparedProperty().get());
    } else {
      Stream.of(Mode.values()).forEach(mode -> compared.slot(mode).nothing(""));
    }
  }

  private boolean broughtByProbes(ModelInfo model) {
    DirectionSettings settings = fields.settingsProperty().get();
    return isLive(model)
        && snapshot.state() == RunState.RUNNING
        && fields.modeProperty().get() == Mode.IMAGE
        && selection.pictureProperty().get() == null
        && !(comparing() && fields.sharedProperty().get())
        && (snapshot.probe() == null || snapshot.probe().isOf(selection.imagesProperty().get()))
        && (settings == null
            || settings.kind() == DirectionKind.ADVERSARIAL && !settings.clipped());
  }

  private void show(PanelModel panel, ModelInfo model) {
    SlotModel slot = panel.slot(fields.modeProperty().get());
    String obstacle = questions.obstacle(model);
    if (!obstacle.isEmpty()) {
      slot.nothing(obstacle);
    } else if (fields.usable()) {
      slot.show(questions.of(model, snapshot));
    } else if (!questions.selected(slot.answerProperty().get(), model)) {
      slot.nothing("Correct the setting that is marked.");
    }
  }

  /** A probe of the image before waits to be replaced by one of the selected image. */
  private void showProbe(ModelInfo model) {
    SlotModel slot = main.slot(Mode.IMAGE);
    ProbeResult probe = snapshot.probe();
    int image = selection.imageProperty().get();
    if (probe == null || probe.direction().index() != image) {
      slot.nothing("The next look at the training shows this image.");
      return;
    }
    slot.give(new Answer.Curve(questions.ofProbe(model, probe), probe.direction()));
  }
}
