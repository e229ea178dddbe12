package org.rhobust.service;

import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;

/**
 * An attack on one image, to be walked through step by step.
 *
 * @param model an id of {@link ModelInfo}
 * @param images the set the image is in
 * @param index of the image
 * @param attack its first start is taken
 * @param seed of the start, with the index
 */
public record StepsRequest(
    String model, ImageSet images, int index, PgdSettings attack, long seed) {}
