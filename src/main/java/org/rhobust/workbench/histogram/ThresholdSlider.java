package org.rhobust.workbench.histogram;

import java.util.function.DoubleConsumer;
import javafx.scene.control.Slider;

/** τ as a slider. What it is made to show is no choice of the person's. */
final class ThresholdSlider {

  private final Slider slider;
  private boolean showing;

  /**
   * @param choose told the τ that the person slides to
   */
  ThresholdSlider(Slider slider, DoubleConsumer choose) {
    this.slider = slider;
    slider
        .valueProperty()
        .subscribe(
            (before, value) -> {
              if (!showing) {
                choose.accept(value.doubleValue());
              }
            });
  }

  /** Shows τ; NaN leaves the slider where it is. */
  void show(double threshold) {
    if (!Double.isNaN(threshold)) {
      showing = true;
      slider.setValue(threshold);
      showing = false;
    }
  }
}
