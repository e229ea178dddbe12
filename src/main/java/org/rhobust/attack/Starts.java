package org.rhobust.attack;

import java.util.random.RandomGenerator;
import org.rhobust.tensor.Seeds;
import org.rhobust.threat.Initialisation;
import org.rhobust.threat.Initialisations;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;
import org.rhobust.threat.ThreatModel;

/**
 * The starting perturbations of an attack on chosen images. Each derives from (seed, image index,
 * restart), so an image's attack does not depend on its batch.
 */
public final class Starts {

  private Starts() {}

  /**
   * @param settings whose initialisation, norm and ε are used
   * @param indices of the images in their set
   * @param size the entries of an image, C·H·W
   * @param restart from 0
   * @return the starts one after the other, before projection
   */
  public static float[] draw(
      PgdSettings settings, int[] indices, int size, int restart, long seed) {
    return draw(
        settings.initialisation(),
        new ThreatModel(settings.norm(), settings.epsilon()),
        indices,
        size,
        restart,
        seed);
  }

  /** As {@link #draw(PgdSettings, int[], int, int, long)} from an initialisation by its name. */
  static float[] draw(
      String name, ThreatModel threat, int[] indices, int size, int restart, long seed) {
    Initialisation initialisation = Initialisations.of(name);
    Norm norm = Norms.of(threat.norm());
    float[] starts = new float[indices.length * size];
    for (int i = 0; i < indices.length; i++) {
      RandomGenerator random = Seeds.generator(seed, indices[i], restart);
      float[] start = initialisation.draw(size, norm, threat.epsilon(), random);
      System.arraycopy(start, 0, starts, i * size, size);
    }
    return starts;
  }
}
