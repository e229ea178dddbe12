package org.rhobust.data.augmentation;

import static org.rhobust.data.augmentation.Operation.AUTO_CONTRAST;
import static org.rhobust.data.augmentation.Operation.BRIGHTNESS;
import static org.rhobust.data.augmentation.Operation.COLOR;
import static org.rhobust.data.augmentation.Operation.CONTRAST;
import static org.rhobust.data.augmentation.Operation.EQUALIZE;
import static org.rhobust.data.augmentation.Operation.INVERT;
import static org.rhobust.data.augmentation.Operation.POSTERIZE;
import static org.rhobust.data.augmentation.Operation.ROTATE;
import static org.rhobust.data.augmentation.Operation.SHARPNESS;
import static org.rhobust.data.augmentation.Operation.SHEAR_Y;
import static org.rhobust.data.augmentation.Operation.SOLARIZE;
import static org.rhobust.data.augmentation.Operation.TRANSLATE_X;
import static org.rhobust.data.augmentation.Operation.TRANSLATE_Y;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The policy that AutoAugment found on CIFAR-10 (Cubuk et al., 2019, table 7): one of 25
 * sub-policies an image, all equally likely, whose two steps each happen with their probability.
 */
final class AutoAugment {

  static final List<SubPolicy> CIFAR10 =
      List.of(
          new SubPolicy(step(INVERT, 0.1, 7), step(CONTRAST, 0.2, 6)),
          new SubPolicy(step(ROTATE, 0.7, 2), step(TRANSLATE_X, 0.3, 9)),
          new SubPolicy(step(SHARPNESS, 0.8, 1), step(SHARPNESS, 0.9, 3)),
          new SubPolicy(step(SHEAR_Y, 0.5, 8), step(TRANSLATE_Y, 0.7, 9)),
          new SubPolicy(step(AUTO_CONTRAST, 0.5, 8), step(EQUALIZE, 0.9, 2)),
          new SubPolicy(step(SHEAR_Y, 0.2, 7), step(POSTERIZE, 0.3, 7)),
          new SubPolicy(step(COLOR, 0.4, 3), step(BRIGHTNESS, 0.6, 7)),
          new SubPolicy(step(SHARPNESS, 0.3, 9), step(BRIGHTNESS, 0.7, 9)),
          new SubPolicy(step(EQUALIZE, 0.6, 5), step(EQUALIZE, 0.5, 1)),
          new SubPolicy(step(CONTRAST, 0.6, 7), step(SHARPNESS, 0.6, 5)),
          new SubPolicy(step(COLOR, 0.7, 7), step(TRANSLATE_X, 0.5, 8)),
          new SubPolicy(step(EQUALIZE, 0.3, 7), step(AUTO_CONTRAST, 0.4, 8)),
          new SubPolicy(step(TRANSLATE_Y, 0.4, 3), step(SHARPNESS, 0.2, 6)),
          new SubPolicy(step(BRIGHTNESS, 0.9, 6), step(COLOR, 0.2, 8)),
          new SubPolicy(step(SOLARIZE, 0.5, 2), step(INVERT, 0.0, 3)),
          new SubPolicy(step(EQUALIZE, 0.2, 0), step(AUTO_CONTRAST, 0.6, 0)),
          new SubPolicy(step(EQUALIZE, 0.2, 8), step(EQUALIZE, 0.6, 4)),
          new SubPolicy(step(COLOR, 0.9, 9), step(EQUALIZE, 0.6, 6)),
          new SubPolicy(step(AUTO_CONTRAST, 0.8, 4), step(SOLARIZE, 0.2, 8)),
          new SubPolicy(step(BRIGHTNESS, 0.1, 3), step(COLOR, 0.7, 0)),
          new SubPolicy(step(SOLARIZE, 0.4, 5), step(AUTO_CONTRAST, 0.9, 3)),
          new SubPolicy(step(TRANSLATE_Y, 0.9, 9), step(TRANSLATE_Y, 0.7, 9)),
          new SubPolicy(step(AUTO_CONTRAST, 0.9, 2), step(SOLARIZE, 0.8, 3)),
          new SubPolicy(step(EQUALIZE, 0.8, 8), step(INVERT, 0.1, 3)),
          new SubPolicy(step(TRANSLATE_Y, 0.7, 9), step(AUTO_CONTRAST, 0.9, 1)));

  private AutoAugment() {}

  /** An operation with its probability and magnitude; some operations have no use for the last. */
  record Step(Operation operation, double probability, int magnitude) {

    void apply(PixelBuffer image, RandomGenerator random) {
      if (random.nextDouble() < probability) {
        operation.apply(image, magnitude, random);
      }
    }
  }

  /** Two steps, one after the other. */
  record SubPolicy(Step first, Step second) {

    void apply(PixelBuffer image, RandomGenerator random) {
      first.apply(image, random);
      second.apply(image, random);
    }
  }

  static void apply(PixelBuffer image, RandomGenerator random) {
    CIFAR10.get(random.nextInt(CIFAR10.size())).apply(image, random);
  }

  private static Step step(Operation operation, double probability, int magnitude) {
    return new Step(operation, probability, magnitude);
  }
}
