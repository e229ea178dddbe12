package org.rhobust.workbench.compare;

import javafx.util.StringConverter;
import org.rhobust.training.Preset;
import org.rhobust.training.Presets;

/** A preset by its name. */
final class PresetName extends StringConverter<Preset> {

  @Override
  public String toString(Preset preset) {
    return preset == null ? "" : preset.name();
  }

  @Override
  public Preset fromString(String name) {
    return Presets.all().stream()
        .filter(preset -> preset.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("preset '" + name + "' is unknown"));
  }
}
