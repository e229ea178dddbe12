package org.rhobust.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Corruptions by name, computed here: MNIST-C-like, but not MNIST-C, whose pictures and parameters
 * differ. A new one is one method and one line here, with its amounts at severities 1 to 5.
 *
 * <table>
 * <caption>Amounts; lengths are for a shorter side of 28 pixels and grow with it</caption>
 * <tr><th>name<th>amount<th>1<th>2<th>3<th>4<th>5
 * <tr><td>gaussian-noise<td>standard deviation<td>0.08<td>0.12<td>0.18<td>0.26<td>0.38
 * <tr><td>impulse-noise<td>share of entries<td>0.03<td>0.06<td>0.09<td>0.17<td>0.27
 * <tr><td>blur<td>standard deviation, pixels<td>0.6<td>0.9<td>1.3<td>1.8<td>2.5
 * <tr><td>brightness<td>added<td>0.1<td>0.2<td>0.3<td>0.4<td>0.5
 * <tr><td>contrast<td>what is left of it<td>0.75<td>0.5<td>0.4<td>0.3<td>0.15
 * <tr><td>rotation<td>degrees, either way<td>10<td>20<td>30<td>40<td>50
 * <tr><td>translation<td>pixels, any direction<td>1<td>2<td>3<td>4<td>5
 * </table>
 */
public final class Corruptions {

  /** The number of severities, which count from 1. */
  public static final int SEVERITIES = 5;

  private static final Map<String, Corruption> ALL = new LinkedHashMap<>();

  static {
    register("gaussian-noise", Corruptions::gaussianNoise, 0.08, 0.12, 0.18, 0.26, 0.38);
    register("impulse-noise", Corruptions::impulseNoise, 0.03, 0.06, 0.09, 0.17, 0.27);
    register("blur", Corruptions::blur, 0.6, 0.9, 1.3, 1.8, 2.5);
    register("brightness", Corruptions::brightness, 0.1, 0.2, 0.3, 0.4, 0.5);
    register("contrast", Corruptions::contrast, 0.75, 0.5, 0.4, 0.3, 0.15);
    register("rotation", Corruptions::rotation, 10, 20, 30, 40, 50);
    register("translation", Corruptions::translation, 1, 2, 3, 4, 5);
  }

  private Corruptions() {}

  @FunctionalInterface
  private interface Effect {
    Planes apply(Planes image, double amount, RandomGenerator random);
  }

  /**
   * The corruption of this name.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public static Corruption of(String name) {
    if (!ALL.containsKey(name)) {
      throw new IllegalArgumentException(
          "corruption '" + name + "' is unknown; use one of " + String.join(", ", ALL.keySet()));
    }
    return ALL.get(name);
  }

  /** The names that {@link #of} takes, in the order shown to people. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(ALL.keySet());
  }

  private static Planes gaussianNoise(Planes image, double amount, RandomGenerator random) {
    return image.map(value -> value + amount * random.nextGaussian());
  }

  /** Salt and pepper. */
  private static Planes impulseNoise(Planes image, double amount, RandomGenerator random) {
    return image.map(value -> random.nextDouble() >= amount ? value : random.nextInt(2));
  }

  private static Planes blur(Planes image, double amount, RandomGenerator random) {
    return image.smooth(amount * image.scale());
  }

  private static Planes brightness(Planes image, double amount, RandomGenerator random) {
    return image.map(value -> value + amount);
  }

  private static Planes contrast(Planes image, double amount, RandomGenerator random) {
    double mean = image.mean();
    return image.map(value -> mean + amount * (value - mean));
  }

  private static Planes rotation(Planes image, double amount, RandomGenerator random) {
    double angle = Math.toRadians(random.nextBoolean() ? amount : -amount);
    return image.move(angle, 0, 0);
  }

  private static Planes translation(Planes image, double amount, RandomGenerator random) {
    double length = amount * image.scale();
    double direction = 2 * Math.PI * random.nextDouble();
    return image.move(0, length * Math.sin(direction), length * Math.cos(direction));
  }

  private static void register(String name, Effect effect, double... amounts) {
    ALL.put(
        name,
        (image, height, width, severity, random) ->
            effect.apply(new Planes(image, height, width), amounts[severity - 1], random).values());
  }
}
