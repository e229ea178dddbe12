package org.rhobust.data.augmentation;

import java.util.random.RandomGenerator;

/**
 * The operations of AutoAugment (Cubuk et al., 2019, table 6), each with the amount at magnitude 9;
 * it grows from nothing at magnitude 0. The paper gives the range of a translation as 150 pixels of
 * images 331 wide, so here it is that share of the side.
 */
enum Operation {
  SHEAR_X(0.3, true, Geometry::shearX),
  SHEAR_Y(0.3, true, Geometry::shearY),
  TRANSLATE_X(150.0 / 331, true, Geometry::translateX),
  TRANSLATE_Y(150.0 / 331, true, Geometry::translateY),
  ROTATE(30, true, Geometry::rotate),
  AUTO_CONTRAST(0, false, (image, amount) -> PointOperations.autoContrast(image)),
  INVERT(0, false, (image, amount) -> PointOperations.invert(image)),
  EQUALIZE(0, false, (image, amount) -> PointOperations.equalize(image)),
  SOLARIZE(256, false, (image, amount) -> PointOperations.solarize(image, 256 - amount)),
  POSTERIZE(
      4, false, (image, amount) -> PointOperations.posterize(image, 8 - (int) Math.rint(amount))),
  CONTRAST(0.9, true, (image, amount) -> Enhancement.contrast(image, 1 + amount)),
  COLOR(0.9, true, (image, amount) -> Enhancement.color(image, 1 + amount)),
  BRIGHTNESS(0.9, true, (image, amount) -> Enhancement.brightness(image, 1 + amount)),
  SHARPNESS(0.9, true, (image, amount) -> Enhancement.sharpness(image, 1 + amount));

  private static final double STRONGEST = 9;

  private final double range;
  private final boolean signed;
  private final Effect effect;

  Operation(double range, boolean signed, Effect effect) {
    this.range = range;
    this.signed = signed;
    this.effect = effect;
  }

  @FunctionalInterface
  private interface Effect {
    void apply(PixelBuffer image, double amount);
  }

  /**
   * Changes {@code image}; where both directions make sense, {@code random} chooses one.
   *
   * @param magnitude 0..9
   */
  void apply(PixelBuffer image, int magnitude, RandomGenerator random) {
    double amount = range * magnitude / STRONGEST;
    effect.apply(image, signed && random.nextBoolean() ? -amount : amount);
  }
}
