package org.rhobust.service;

import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;

/**
 * An attack on one image, to be walked through step by step.
 *
 * @param model an id of {@link ModelInfo}
 * @param images the set the image is in
 * @param index of the image
 * @param attack one walk a restart
 * @param seed of the starts, with the index and the restart
 */
public record StepsRequest(
    String model, ImageSet images, int index, PgdSettings attack, long seed) {

  /** How many floats a walk may keep, 200 MB: more than that is a task for the command line. */
  public static final long MOST_VALUES = 50_000_000;

  /** How many floats the perturbations and gradients of all steps and restarts take. */
  public long values() {
    long image = (long) images.channels() * images.height() * images.width();
    return 2 * image * (attack.steps() + 1L) * attack.restarts();
  }
}
