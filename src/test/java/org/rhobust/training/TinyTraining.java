package org.rhobust.training;

import java.util.List;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;
import org.rhobust.model.TinyCnn;
import org.rhobust.tensor.Seeds;

/** Settings and images for trainings of the golden network that take milliseconds. */
final class TinyTraining {

  static final int EXAMPLES = 20;

  private TinyTraining() {}

  /** Two epochs of batches of 8, 8 and 4. */
  static TrainingSettings settings(TrainingMethod method, double fraction, long seed) {
    boolean calibrated = method == TrainingMethod.CONFIDENCE_CALIBRATED;
    return new TrainingSettings(
        "tiny",
        "tiny",
        "tiny",
        method,
        EXAMPLES,
        null,
        List.of(),
        null,
        2,
        8,
        seed,
        new OptimiserSettings(0.1, 0.9, false, 0, "cosine", 1, List.of()),
        "power",
        12,
        fraction,
        new PgdSettings(
            "linf",
            0.3,
            3,
            0.1,
            0.9,
            1.5,
            calibrated ? "confidence" : "cross-entropy",
            null,
            "zero",
            1),
        List.of("gaussian", "uniform-norm", "zero"));
  }

  /** More images than the settings use. */
  static ImageSet images() {
    int count = EXAMPLES + 3;
    byte[] pixels = new byte[count * TinyCnn.INPUT.size()];
    Seeds.generator(5).nextBytes(pixels);
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % TinyCnn.CLASSES;
    }
    return ImageSet.of("tiny", List.of("a", "b", "c", "d", "e"), 1, 8, 8, pixels, labels);
  }
}
