package org.rhobust.workbench.compare;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.DirectionSettings;
import org.rhobust.model.ImageShape;
import org.rhobust.service.DirectionRequest;
import org.rhobust.threat.ThreatModel;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.Latest;
import org.rhobust.workbench.controls.LongWork;
import org.rhobust.workbench.controls.ModelTests.Measured;
import org.rhobust.workbench.controls.ModelTests.Subject;

/**
 * Attacks the opened models of a comparison, and follows the selected image, or the picture in its
 * place, along the attack, only while somebody looks. Belongs to the JavaFX thread.
 */
final class ComparisonTests {

  private static final int DIRECTION_STEPS = 40;

  private final Columns columns;
  private final CompareServices services;
  private final Selection selection;
  private final Consumer<String> onProblem;
  private final BooleanProperty looked = new SimpleBooleanProperty(this, "looked");
  private final LongWork<Measured> attack;
  private final Latest<DirectionCurve> direction;
  private final Subscription listening;
  private final Set<TrainingMethod> withoutCurve = EnumSet.noneOf(TrainingMethod.class);
  private TrainingMethod measuring;

  /**
   * @param onProblem told why there is no curve; an empty line once that is no more
   * @param ui runs on the JavaFX thread
   */
  ComparisonTests(
      Columns columns,
      CompareServices services,
      Selection selection,
      Consumer<String> onProblem,
      Executor ui) {
    this.columns = columns;
    this.services = services;
    this.selection = selection;
    this.onProblem = onProblem;
    attack = new LongWork<>(ui, () -> System.nanoTime() / 1e9);
    direction = new Latest<>(ui);
    listening =
        selection
            .imageProperty()
            .subscribe((before, after) -> forgetCurves())
            .and(selection.pictureProperty().subscribe((before, after) -> forgetCurves()))
            .and(looked.subscribe((before, after) -> goOn()))
            .and(attack.statusProperty().subscribe((before, words) -> tellAttack()))
            .and(attack.progressProperty().subscribe((before, share) -> tellAttack()))
            .and(attack.problemProperty().subscribe((before, why) -> attackFailed(why)));
  }

  /** Whether somebody looks: else nothing is attacked. */
  BooleanProperty lookedProperty() {
    return looked;
  }

  /** One question after the other, so that none crowds out the training or another view. */
  void goOn() {
    if (!looked.get()) {
      return;
    }
    if (!attack.runningProperty().get()) {
      columns
          .first(
              column -> column.subject() != null && column.measured() == null && !column.failed())
          .ifPresent(this::measure);
    }
    if (!direction.busyProperty().get()) {
      columns
          .first(
              column ->
                  column.subject() != null
                      && column.curve() == null
                      && !withoutCurve.contains(column.method()))
          .ifPresent(this::askDirection);
    }
  }

  /** Gives up what is under way. */
  void cancel() {
    attack.cancel();
    direction.forget();
    withoutCurve.clear();
  }

  void close() {
    listening.unsubscribe();
    cancel();
  }

  /** Small steps from zero are strongest against a calibrated model. */
  static PgdSettings directionAttack(ThreatModel threat) {
    return new PgdSettings(
        threat.norm(),
        threat.epsilon(),
        DIRECTION_STEPS,
        threat.epsilon() / 30,
        0.9,
        1.5,
        "confidence",
        null,
        "zero",
        1);
  }

  private void measure(Column column) {
    Subject subject = column.subject();
    measuring = column.method();
    attack.start(
        "Under attack",
        progress -> services.measure().apply(subject, progress),
        result -> {
          columns.change(column.method(), now -> now.with(result));
          goOn();
        });
  }

  private void tellAttack() {
    if (measuring != null && attack.runningProperty().get()) {
      columns.change(
          measuring,
          column ->
              column.measured() == null && !column.failed()
                  ? column.waiting(attack.statusProperty().get(), attack.progressProperty().get())
                  : column);
    }
  }

  private void attackFailed(String why) {
    if (!why.isEmpty() && measuring != null) {
      columns.change(measuring, column -> column.failed(why));
      goOn();
    }
  }

  private void forgetCurves() {
    direction.forget();
    if (!withoutCurve.isEmpty()) {
      withoutCurve.clear();
      onProblem.accept("");
    }
    columns.changeAll(column -> column.with(null, null));
    goOn();
  }

  private void askDirection(Column column) {
    Subject subject = column.subject();
    ImageSet images = images(subject.test().test());
    int image = Math.max(0, Math.min(images.size() - 1, selection.imageProperty().get()));
    String id = subject.model().id();
    PgdSettings settings = directionAttack(subject.test().threat());
    DirectionRequest request =
        new DirectionRequest(id, id, images, image, DirectionSettings.adversarial(settings, 0));
    direction.ask(
        () -> services.direction().apply(request),
        curve -> {
          columns.change(column.method(), now -> now.with(curve, images));
          goOn();
        },
        why -> {
          withoutCurve.add(column.method());
          onProblem.accept("Figure 1: " + why);
          goOn();
        });
  }

  /** The picture that is looked at, where it is like the test images; else these. */
  private ImageSet images(ImageSet test) {
    ImageSet picture = selection.pictureProperty().get();
    boolean fits =
        picture != null
            && picture.classes() == test.classes()
            && ImageShape.of(picture).equals(ImageShape.of(test));
    return fits ? picture : test;
  }
}
