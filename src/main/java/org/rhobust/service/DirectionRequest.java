package org.rhobust.service;

import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionSettings;

/**
 * A direction from an image, to be followed in a model.
 *
 * @param model an id of {@link ModelInfo}: whose confidences are asked for
 * @param attacked an id of {@link ModelInfo}: the model that the direction is found on; another
 *     than {@code model} to follow that one's direction
 * @param images the set the image is in
 * @param index of the image; of no meaning for many images
 * @param settings of the direction
 */
public record DirectionRequest(
    String model, String attacked, ImageSet images, int index, DirectionSettings settings) {}
