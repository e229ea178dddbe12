package org.rhobust.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which {@link LiveSettings} each step of a run is trained with: those it began with, and what was
 * changed since. A run that goes on from a checkpoint follows it to the same weights.
 *
 * @param start at the first step
 * @param changes in the order of their steps, each setting at most once a step
 */
public record LiveChanges(LiveSettings start, List<SettingChange> changes) {

  public LiveChanges {
    changes = List.copyOf(changes);
  }

  /** Those of a run in which nothing was changed. */
  public static LiveChanges none(LiveSettings start) {
    return new LiveChanges(start, List.of());
  }

  /** What a step, from 1, is trained with. */
  public LiveSettings at(int step) {
    LiveSettings settings = start;
    for (SettingChange change : changes) {
      if (change.step() <= step) {
        settings = change.setting().set(settings, change.after());
      }
    }
    return settings;
  }

  /**
   * With {@code wanted} from a step on. Changes that were to come at that step or later, since the
   * run had been trained further before it went back to a checkpoint, are dropped.
   */
  public LiveChanges with(int step, LiveSettings wanted) {
    List<SettingChange> kept =
        changes.stream()
            .filter(change -> change.step() < step)
            .collect(Collectors.toCollection(ArrayList::new));
    LiveSettings before = new LiveChanges(start, kept).at(step);
    for (LiveSetting setting : LiveSetting.values()) {
      if (setting.in(before) != setting.in(wanted)) {
        kept.add(new SettingChange(step, setting, setting.in(before), setting.in(wanted)));
      }
    }
    return new LiveChanges(start, kept);
  }

  /** What was changed up to a step, in a line; empty where nothing was. */
  public String words(int step) {
    return changes.stream()
        .filter(change -> change.step() <= step)
        .map(SettingChange::words)
        .collect(Collectors.joining(", "));
  }
}
