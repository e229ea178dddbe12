package org.rhobust.model;

import java.util.Arrays;

/**
 * A multilayer perceptron, {@code mlp-H1-H2-...}: fully connected layers of these widths with ReLU
 * between them. Inputs are normalised per channel.
 */
final class MultilayerPerceptron implements Architecture {

  private static final int MOST_LAYERS = 16;
  private static final int LARGEST_WIDTH = 65_536;

  private final int[] widths;

  MultilayerPerceptron(int... widths) {
    this.widths = widths;
  }

  /**
   * @param name such as {@code mlp-256-128}
   * @throws IllegalArgumentException when it is not of that form, or of widths out of range
   */
  static MultilayerPerceptron parse(String name) {
    if (!name.matches("mlp(-\\d+)++")) {
      throw Architecture.refused(name, "it must be of the form mlp-H1-H2-..., such as mlp-512-512");
    }
    int[] widths =
        Arrays.stream(name.substring("mlp-".length()).split("-"))
            .mapToInt(Architecture::number)
            .toArray();
    if (widths.length > MOST_LAYERS) {
      throw Architecture.refused(
          name, "it can have at most %d hidden layers".formatted(MOST_LAYERS));
    }
    for (int width : widths) {
      if (width < 1 || width > LARGEST_WIDTH) {
        throw Architecture.refused(name, "widths must lie in 1..%d".formatted(LARGEST_WIDTH));
      }
    }
    return new MultilayerPerceptron(widths);
  }

  @Override
  public void build(Layers layers, int classes) {
    layers.normalise("normalise").flatten();
    for (int i = 0; i < widths.length; i++) {
      layers.linear("fc" + (i + 1), widths[i]).relu();
    }
    layers.linear("fc" + (widths.length + 1), classes);
  }
}
