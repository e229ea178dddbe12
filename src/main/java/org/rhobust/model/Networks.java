package org.rhobust.model;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** The networks by name. A new network is one method and one line here. */
public final class Networks {

  private static final Map<String, IntFunction<Layers>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("small", Networks::small);
    ALL.put("lenet", Networks::leNet);
  }

  private Networks() {}

  /**
   * A network with fresh weights on a device; see {@link Network} for how they are drawn.
   *
   * @param classes K, at least 2
   * @throws IllegalArgumentException when there is no network of this name, naming those there are
   */
  public static Network create(
      String name, int classes, ImageShape input, Device device, long seed) {
    requireKnown(name);
    if (classes < 2) {
      throw new IllegalArgumentException("classes is " + classes + "; it must be at least 2");
    }
    return new Network(name, ALL.get(name).apply(classes), classes, input, device, seed);
  }

  /**
   * Checks that there is a network of this name; needs no engine.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public static void requireKnown(String name) {
    if (!ALL.containsKey(name)) {
      throw new IllegalArgumentException(
          "network '" + name + "' is unknown; use one of " + names());
    }
  }

  /** The names that {@link #create} takes, separated by commas. */
  public static String names() {
    return String.join(", ", ALL.keySet());
  }

  /** Learns MNIST in a minute on one core: 166,406 parameters. */
  private static Layers small(int classes) {
    return new Layers()
        .convolution("conv1", 16, 4, 2, 1)
        .relu()
        .convolution("conv2", 32, 4, 2, 1)
        .relu()
        .flatten()
        .linear("fc1", 100)
        .relu()
        .linear("fc2", classes);
  }

  /** LeNet with 32 and 64 filters and 1024 units: 3,274,634 parameters on MNIST. */
  private static Layers leNet(int classes) {
    return new Layers()
        .convolution("conv1", 32, 5, 1, 2)
        .relu()
        .maxPool(2)
        .convolution("conv2", 64, 5, 1, 2)
        .relu()
        .maxPool(2)
        .flatten()
        .linear("fc1", 1024)
        .relu()
        .linear("fc2", classes);
  }
}
