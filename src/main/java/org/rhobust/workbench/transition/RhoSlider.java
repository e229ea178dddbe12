package org.rhobust.workbench.transition;

import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.util.Subscription;

/**
 * Moves ρ with a slider in log ρ, so that every doubling takes the same way, and with the wheel.
 */
final class RhoSlider {

  private final Slider slider;
  private final TransitionModel model;

  /** What moves the other end must not come back, rounded, to the end that is dragged. */
  private boolean moving;

  private RhoSlider(Slider slider, TransitionModel model) {
    this.slider = slider;
    this.model = model;
  }

  /**
   * Binds a slider.
   *
   * @return ends what the model knows of it
   */
  static Subscription bind(Slider slider, TransitionModel model) {
    slider.setMin(Math.log10(TransitionModel.LOWEST_RHO));
    slider.setMax(Math.log10(TransitionModel.HIGHEST_RHO));
    RhoSlider bound = new RhoSlider(slider, model);
    Subscription listening = model.rho().valueProperty().subscribe(bound::follow);
    slider.valueProperty().addListener((o, before, after) -> bound.move(after.doubleValue()));
    turnByWheel(slider, model);
    return listening;
  }

  /** Lets the wheel over a node turn ρ. */
  static void turnByWheel(Node node, TransitionModel model) {
    node.setOnScroll(
        event -> {
          model.turnRho(event.getDeltaY() / event.getMultiplierY());
          event.consume();
        });
  }

  private void follow(Number rho) {
    if (!moving) {
      moving = true;
      slider.setValue(Math.log10(rho.doubleValue()));
      moving = false;
    }
  }

  private void move(double logarithm) {
    if (!moving) {
      moving = true;
      model.rho().setValue(Math.pow(10, logarithm));
      moving = false;
    }
  }
}
