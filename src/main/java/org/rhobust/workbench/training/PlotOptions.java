package org.rhobust.workbench.training;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.StringConverter;
import javafx.util.converter.NumberStringConverter;
import org.rhobust.workbench.Memory;

/** How the curves of a training are drawn, all in the same way. */
public final class PlotOptions {

  /** Below one: a moving average of weight one never moves. */
  public static final double MOST_SMOOTHING = 0.99;

  private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", 0.8);
  private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
  private final ObjectProperty<Across> across =
      new SimpleObjectProperty<>(this, "across", Across.STEP);

  /** The weight of the moving average in [0, 1); 0 draws the curves as they are. */
  public DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** Whether losses and errors stand on a logarithmic axis. */
  public BooleanProperty logarithmicProperty() {
    return logarithmic;
  }

  /** What the x axis is. */
  public ObjectProperty<Across> acrossProperty() {
    return across;
  }

  void subscribe(Runnable changed) {
    smoothing.addListener(o -> changed.run());
    logarithmic.addListener(o -> changed.run());
    across.addListener(o -> changed.run());
  }

  void keep(Memory memory) {
    memory.keep(
        "training.smoothing",
        "smoothing of the curves",
        smoothing,
        new NumberStringConverter(java.util.Locale.ROOT, "0.###"));
    memory.keepFlag("training.logarithmic", "logarithmic axis of the curves", logarithmic);
    memory.keep("training.across", "x axis of the curves", across, new AcrossName());
  }

  private static final class AcrossName extends StringConverter<Across> {

    @Override
    public String toString(Across value) {
      return value.name();
    }

    @Override
    public Across fromString(String text) {
      return Across.valueOf(text);
    }
  }
}
