package org.rhobust.workbench.controls;

import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryResult;

/** Attacks a model with a battery; see {@link org.rhobust.service.Inspection#confidences}. */
@FunctionalInterface
public interface BatteryRunner {

  /**
   * Begins the attacks.
   *
   * @param model by its id
   * @param count how many images from the start of {@code test} are attacked
   * @param heldOut how many from its end set the threshold
   * @param progress told the share done, on any thread
   * @return cancelling it ends the work
   */
  CompletableFuture<BatteryResult> run(
      String model,
      ImageSet test,
      int count,
      int heldOut,
      AttackBattery battery,
      long seed,
      DoubleConsumer progress);
}
