package org.rhobust.run;

import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/** Real trainings of a second: the quick preset on few images with a short attack. */
public final class QuickSettings {

  private QuickSettings() {}

  /** Two epochs of two batches. */
  public static TrainingSettings of(TrainingMethod method) {
    return Presets.of("quick", method).toBuilder()
        .examples(60)
        .batch(30)
        .epochs(2)
        .steps(2)
        .build();
  }
}
