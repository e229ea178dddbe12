package org.rhobust.tensor;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Everything random derives from a few whole numbers, such as (seed, epoch, step) in training or
 * (seed, image index, restart) in an attack. So a resumed run repeats an uninterrupted one, and an
 * image's attack does not depend on its batch. No random number comes from the engine's own stream.
 */
public final class Seeds {

  private Seeds() {}

  /** A seed that depends on every part and on their order (SplitMix64 finaliser, chained). */
  public static long mix(long... parts) {
    long state = 0x9E3779B97F4A7C15L;
    for (long part : parts) {
      state = finalise(state + 0x9E3779B97F4A7C15L ^ finalise(part + 0x632BE59BD9B4E019L));
    }
    return state;
  }

  /** A generator seeded with {@link #mix}. */
  public static RandomGenerator generator(long... parts) {
    return new SplittableRandom(mix(parts));
  }

  private static long finalise(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
