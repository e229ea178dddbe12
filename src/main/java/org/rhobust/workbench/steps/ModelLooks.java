package org.rhobust.workbench.steps;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.threat.ThreatModel;
import org.rhobust.workbench.controls.BatteryRunner;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.LongWork;
import org.rhobust.workbench.controls.Threats;

/** Finds out, once a model, what a {@link Look} knows. Belongs to the JavaFX thread. */
final class ModelLooks {

  private static final int LOOKED_AT = 500;
  private static final int HELD_OUT = 200;

  private final BatteryRunner looker;
  private final LongWork<BatteryResult> work;
  private final Map<ModelInfo, Look> known = new HashMap<>();

  /**
   * @param ui runs on the JavaFX thread
   * @param seconds a clock that never goes back
   */
  ModelLooks(BatteryRunner looker, Executor ui, DoubleSupplier seconds) {
    this.looker = looker;
    work = new LongWork<>(ui, seconds);
  }

  /** The look that is under way, if one is. */
  LongWork<BatteryResult> work() {
    return work;
  }

  /** What is known of a model, which may be null; else null. */
  Look of(ModelInfo model) {
    return model == null ? null : known.get(model);
  }

  /** Forgets what is known of a model. */
  void forget(ModelInfo model) {
    known.remove(model);
  }

  /** Forgets all models, as for other images. */
  void forgetAll() {
    known.clear();
  }

  /**
   * Looks at a model, unless a look is under way.
   *
   * @param images at least two
   * @param done called when more is known
   */
  void look(ModelInfo model, ImageSet images, TrainingSnapshot snapshot, Runnable done) {
    if (work.runningProperty().get()) {
      return;
    }
    int count = Math.min(LOOKED_AT, images.size() / 2);
    int heldOut = Math.min(HELD_OUT, images.size() - count);
    ThreatModel threat = Threats.of(model, snapshot);
    AttackBattery battery =
        AttackBattery.glimpse(AttackBattery.glimpseAttack(threat.norm(), threat.epsilon()));
    int step = model.live() ? snapshot.step() : Look.NO_STEP;
    work.start(
        "Looking at %s images".formatted(Format.count(count)),
        progress -> looker.run(model.id(), images, count, heldOut, battery, 0, progress),
        result -> {
          known.put(model, new Look(step, result));
          done.run();
        });
  }
}
