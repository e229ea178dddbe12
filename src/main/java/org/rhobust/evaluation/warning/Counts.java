package org.rhobust.evaluation.warning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.rhobust.evaluation.battery.AttackedImage;

/** Counts of images and how they are told. */
final class Counts {

  private static final double NOISE = 0.01;
  private static final int LONGEST_NAME = 50;

  private Counts() {}

  /**
   * Whether so many images are more than noise: more than one, and more than 1 % of all. One image
   * may flip by rounding on another machine, and figures are read to a percentage point.
   */
  static boolean matters(int count, int all) {
    return count > 1 && count > NOISE * all;
  }

  /** The threshold to compare with; without one every misclassified candidate counts. */
  static double tau(OptionalDouble threshold) {
    return Math.max(0, threshold.orElse(0));
  }

  /** Whether some candidate is misclassified and accepted. */
  static boolean broken(AttackedImage image, double tau) {
    return image.misclassifiedConfidence() >= tau;
  }

  /** How many images have a candidate that is misclassified and accepted. */
  static int broken(List<AttackedImage> images, double tau) {
    return (int) images.stream().filter(image -> broken(image, tau)).count();
  }

  /** The images' places, from 0. */
  static IntStream each(List<?> images) {
    return IntStream.range(0, images.size());
  }

  /** Such as {@code at τ = 0.98}. */
  static String at(OptionalDouble threshold) {
    return threshold.isPresent()
        ? "at τ = " + number(threshold.getAsDouble())
        : "without rejection";
  }

  /** Such as {@code 1 image} or {@code 2 images}. */
  static String images(int count) {
    return count == 1 ? "1 image" : count + " images";
  }

  /** To five digits, such as {@code 0.3}. */
  static String number(double number) {
    return new BigDecimal(number).round(new MathContext(5)).stripTrailingZeros().toPlainString();
  }

  /** A share in [0, 1], such as {@code 12.5 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** Names come from people and may be of any length. */
  static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
