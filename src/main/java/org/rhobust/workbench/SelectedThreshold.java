package org.rhobust.workbench;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * τ: a person's own where she has set one, else what is known of the model. Belongs to the JavaFX
 * thread.
 */
public final class SelectedThreshold {

  private final DoubleProperty value = new SimpleDoubleProperty(this, "threshold", Double.NaN);
  private final DoubleProperty own = new SimpleDoubleProperty(this, "own threshold", Double.NaN);
  private final ObjectProperty<KnownThreshold> known =
      new SimpleObjectProperty<>(this, "known threshold", KnownThreshold.NONE);

  SelectedThreshold() {
    value.subscribe((before, now) -> changed(now.doubleValue()));
    own.subscribe((before, now) -> tell());
    known.subscribe((before, now) -> tell());
  }

  /** τ; what is set here is a person's own. NaN where none is known. */
  public DoubleProperty valueProperty() {
    return value;
  }

  /** A person's own τ, which she may take back; NaN for none. */
  public DoubleProperty ownProperty() {
    return own;
  }

  /** What is known of the model. */
  public ObjectProperty<KnownThreshold> knownProperty() {
    return known;
  }

  /** Whether a measured τ may take the place of this one, since nobody has set it. */
  public boolean isProvisional() {
    return Double.isNaN(own.get()) && known.get().provisional();
  }

  /** Where τ comes from, for people; empty where there is none. */
  public String origin() {
    return Double.isNaN(own.get()) ? known.get().origin() : "set by you or your evaluation";
  }

  private void changed(double now) {
    if (Double.compare(now, effective()) != 0) {
      own.set(now);
      tell();
    }
  }

  private void tell() {
    value.set(effective());
  }

  private double effective() {
    return Double.isNaN(own.get()) ? known.get().value() : own.get();
  }
}
