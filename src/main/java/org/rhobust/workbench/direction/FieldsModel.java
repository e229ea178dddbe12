package org.rhobust.workbench.direction;

import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionKind;
import org.rhobust.evaluation.DirectionSettings;
import org.rhobust.evaluation.Directions;
import org.rhobust.workbench.controls.AttackModel;
import org.rhobust.workbench.controls.AttackModel.Attack;
import org.rhobust.workbench.controls.FieldProblem;
import org.rhobust.workbench.controls.Numbers;

/** The fields that say which direction is followed, and over what. */
final class FieldsModel {

  static final String OTHER = "other image";
  static final String COUNT = "images";
  private static final int MOST_IMAGES = 100_000;

  private final AttackModel attack = new AttackModel();
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.IMAGE);
  private final ObjectProperty<DirectionKind> kind =
      new SimpleObjectProperty<>(this, "kind", DirectionKind.ADVERSARIAL);
  private final StringProperty other = new SimpleStringProperty(this, "other", "");
  private final StringProperty countText = new SimpleStringProperty(this, "count", "50");
  private final BooleanProperty clipped = new SimpleBooleanProperty(this, "clipped");
  private final BooleanProperty shared = new SimpleBooleanProperty(this, "shared");
  private final ReadOnlyObjectWrapper<DirectionSettings> settings =
      new ReadOnlyObjectWrapper<>(this, "settings");
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "images", 50);
  private final ReadOnlyObjectWrapper<FieldProblem> problem =
      new ReadOnlyObjectWrapper<>(this, "problem");
  private int available = Integer.MAX_VALUE;

  FieldsModel() {
    Stream.of(attack.attackProperty(), kind, other, countText, clipped)
        .forEach(field -> field.addListener(o -> read()));
    read();
  }

  /** Norm, ε and how adversarial directions are found. */
  AttackModel attack() {
    return attack;
  }

  /** What is shown. */
  ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  /** What the line is drawn towards. */
  ObjectProperty<DirectionKind> kindProperty() {
    return kind;
  }

  /** The index of the other image as typed; empty for the next one of another class. */
  StringProperty otherProperty() {
    return other;
  }

  /** How many images are looked at, as typed. */
  StringProperty countTextProperty() {
    return countText;
  }

  /** How many images are looked at: as typed, or all there are. */
  ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Whether points are clipped to [0, 1]. */
  BooleanProperty clippedProperty() {
    return clipped;
  }

  /** Whether both models are followed along the direction of the selected one. */
  BooleanProperty sharedProperty() {
    return shared;
  }

  /** What the fields say; null while one cannot be used. */
  ReadOnlyObjectProperty<DirectionSettings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** The first field that cannot be used; null where all can, or where the attack's own cannot. */
  ReadOnlyObjectProperty<FieldProblem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether all fields can be used. */
  boolean usable() {
    return settings.get() != null;
  }

  /** Tells how many test images there are. */
  void setAvailable(int images) {
    available = images;
    read();
  }

  /** Sets the other image to the next one, after the present one, of another class. */
  void nextOther(ImageSet images, int index) {
    int from =
        other.get().isBlank() || problem.get() != null
            ? index
            : Integer.parseInt(other.get().strip());
    int next = Directions.nextOfAnotherClass(images, from);
    while (images.label(next) == images.label(index) && next != index) {
      next = (next + 1) % images.size();
    }
    other.set(Integer.toString(next));
  }

  private void read() {
    Attack found = attack.attackProperty().get();
    try {
      int images = Numbers.whole(COUNT, countText.get(), 1, MOST_IMAGES);
      int to =
          kind.get() != DirectionKind.BETWEEN || other.get().isBlank()
              ? DirectionSettings.NEXT
              : Numbers.whole(OTHER, other.get(), 0, available - 1);
      problem.set(null);
      count.set(Math.min(images, available));
      settings.set(
          found == null
              ? null
              : new DirectionSettings(
                  kind.get(), found.settings(), found.seed(), to, clipped.get()));
    } catch (IllegalArgumentException e) {
      String field = e.getMessage().startsWith(COUNT) ? COUNT : OTHER;
      problem.set(new FieldProblem(field, e.getMessage()));
      settings.set(null);
    }
  }
}
