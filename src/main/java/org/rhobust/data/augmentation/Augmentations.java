package org.rhobust.data.augmentation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The augmentations known by name. A new one is one method and one line here.
 *
 * <table>
 * <caption>What each does to an image</caption>
 * <tr><td>crop<td>4 black pixels are added on each side, and a window of the old size is cut out at
 *     random (He et al., 2016)
 * <tr><td>flip<td>mirrored left and right with probability 0.5
 * <tr><td>contrast<td>differences from the mean brightness times a factor in 0.7..1.3, the range of
 *     the public experiments of confidence-calibrated adversarial training
 * <tr><td>autoaugment<td>AutoAugment's policy for CIFAR-10 (Cubuk et al., 2019); what moves in from
 *     outside is mid-grey, and without three channels the operation Color does nothing
 * <tr><td>cutout<td>a mid-grey square of half the shorter side, 16 by 16 for CIFAR-10, about a
 *     random pixel and clipped at the border (DeVries and Taylor, 2017)
 * </table>
 */
public final class Augmentations {

  private static final int PADDING = 4;
  private static final double LEAST_CONTRAST = 0.7;
  private static final double MOST_CONTRAST = 1.3;

  private static final Map<String, Entry> ALL = new LinkedHashMap<>();

  static {
    register("crop", "Moved by up to 4 pixels either way, black outside", Augmentations::crop);
    register("flip", "Mirrored left and right, every other time", Augmentations::flip);
    register("contrast", "Contrast times a factor from 0.7 to 1.3", Augmentations::contrast);
    register("autoaugment", "AutoAugment's policy found on CIFAR-10", AutoAugment::apply);
    register("cutout", "A grey square of half the side, anywhere", Augmentations::cutout);
  }

  private Augmentations() {}

  private record Entry(String description, Augmentation augmentation) {}

  /** The names, in the order shown to people, which is also a sensible one to apply. */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /**
   * What the augmentation of this name does, in a few words for people.
   *
   * @throws IllegalArgumentException as {@link #requireKnown}
   */
  public static String description(String name) {
    return entry(name).description();
  }

  /**
   * Refuses a name that is none of {@link #names}.
   *
   * @throws IllegalArgumentException if there is no such augmentation, naming those there are
   */
  public static void requireKnown(String name) {
    entry(name);
  }

  /** The augmentation of this name; throws as {@link #requireKnown}. */
  static Augmentation of(String name) {
    return entry(name).augmentation();
  }

  private static Entry entry(String name) {
    Entry entry = ALL.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "augmentation '" + name + "' is unknown; use one of " + String.join(", ", ALL.keySet()));
    }
    return entry;
  }

  private static void crop(PixelBuffer image, RandomGenerator random) {
    int right = random.nextInt(2 * PADDING + 1) - PADDING;
    int down = random.nextInt(2 * PADDING + 1) - PADDING;
    Geometry.shift(image, right, down, 0);
  }

  private static void flip(PixelBuffer image, RandomGenerator random) {
    if (random.nextBoolean()) {
      Geometry.flip(image);
    }
  }

  private static void contrast(PixelBuffer image, RandomGenerator random) {
    Enhancement.contrast(
        image, LEAST_CONTRAST + (MOST_CONTRAST - LEAST_CONTRAST) * random.nextDouble());
  }

  private static void cutout(PixelBuffer image, RandomGenerator random) {
    int side = Math.max(1, Math.min(image.height(), image.width()) / 2);
    int top = random.nextInt(image.height()) - side / 2;
    int left = random.nextInt(image.width()) - side / 2;
    image.fill(top, left, top + side, left + side, PixelBuffer.MID_GREY);
  }

  private static void register(String name, String description, Augmentation augmentation) {
    ALL.put(name, new Entry(description, augmentation));
  }
}
