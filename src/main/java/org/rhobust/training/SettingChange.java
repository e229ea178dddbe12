package org.rhobust.training;

import org.rhobust.threat.Digits;

/**
 * A setting that was changed in a run.
 *
 * @param step the first that was trained with it, from 1
 * @param setting which
 * @param before its value until then
 * @param after its value from then on
 */
public record SettingChange(int step, LiveSetting setting, double before, double after) {

  /** Such as "ρ 12 → 6". */
  public String label() {
    return "%s %s → %s".formatted(setting.title(), Digits.brief(before), Digits.brief(after));
  }

  /** Such as "ρ 12 → 6 at step 101". */
  public String words() {
    return label() + " at step " + step;
  }
}
