package org.rhobust.workbench.direction;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;

/** What is shown of one model, in each mode. Belongs to the JavaFX thread. */
final class PanelModel {

  private final Map<Mode, SlotModel> slots = new EnumMap<>(Mode.class);

  /**
   * @param place names the panel to the service
   * @param ui runs on the JavaFX thread
   * @param seconds a clock that never goes back
   */
  PanelModel(String place, Asking asking, Executor ui, DoubleSupplier seconds) {
    for (Mode mode : Mode.values()) {
      slots.put(mode, new SlotModel(place, asking, ui, seconds));
    }
  }

  /** What is shown in a mode. */
  SlotModel slot(Mode mode) {
    return slots.get(mode);
  }

  /** Gives up what a mode computes, unless a person started it. */
  void rest() {
    slot(Mode.IMAGE).work().cancel();
    slot(Mode.PLANE).work().cancel();
  }

  /** Gives up everything. */
  void end() {
    slots.values().forEach(slot -> slot.work().cancel());
  }
}
