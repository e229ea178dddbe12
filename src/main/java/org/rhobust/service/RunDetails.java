package org.rhobust.service;

import java.util.List;
import org.rhobust.training.AttackProgress;
import org.rhobust.training.LiveSettings;
import org.rhobust.training.SettingChange;

/**
 * What is told of a training besides where it stands.
 *
 * @param settings that the next step is trained with; null before they are known
 * @param changes what was changed while it trained, in the order of the steps
 * @param stopsAfterEpoch whether it will stop at the end of the epoch
 * @param stepsPerSecond over the last steps; NaN where unknown
 * @param attack on one of the last batches; null before the first
 * @param memory that it takes; null before it is known
 * @param failure what it failed with; null where it did not
 */
public record RunDetails(
    LiveSettings settings,
    List<SettingChange> changes,
    boolean stopsAfterEpoch,
    double stepsPerSecond,
    AttackProgress attack,
    MemoryUse memory,
    Throwable failure) {

  /** Of no training. */
  public static final RunDetails NONE =
      new RunDetails(null, List.of(), false, Double.NaN, null, null, null);

  public RunDetails {
    changes = List.copyOf(changes);
  }

  /** The same of a training that has failed. */
  RunDetails failed(Throwable problem) {
    return new RunDetails(
        settings, changes, stopsAfterEpoch, stepsPerSecond, attack, memory, problem);
  }
}
