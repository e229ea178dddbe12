package org.rhobust.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * WRN-d-k, a wide residual network (Zagoruyko &amp; Komodakis 2016): a 3×3 convolution of width 16,
 * three groups of (d − 4)/6 blocks of widths 16k, 32k and 64k with normalisation and ReLU before
 * each convolution, global average pooling, a linear layer. Where the shape changes, the shortcut
 * is a 1×1 convolution. No dropout. Inputs are normalised per channel.
 *
 * @param depth d = 6n + 4
 * @param widening k
 */
record WideResNet(int depth, int widening) implements Architecture {

  private static final Pattern NAME = Pattern.compile("wrn-(\\d+)-(\\d+)");
  private static final int LARGEST_DEPTH = 1000;
  private static final int LARGEST_WIDENING = 100;

  /**
   * @param name such as {@code wrn-28-10}
   * @throws IllegalArgumentException when it is not of that form, or of a depth or width that no
   *     such network has
   */
  static WideResNet parse(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw Architecture.refused(name, "it must be of the form wrn-d-k, such as wrn-28-10");
    }
    int depth = Architecture.number(matcher.group(1));
    int widening = Architecture.number(matcher.group(2));
    if (depth < 10 || depth > LARGEST_DEPTH || depth % 6 != 4) {
      throw Architecture.refused(
          name,
          "the depth must be 6n+4 with n from 1 on, at most %d, such as 10, 16, 22, 28 or 40"
              .formatted(LARGEST_DEPTH));
    }
    if (widening < 1 || widening > LARGEST_WIDENING) {
      throw Architecture.refused(
          name, "the widening factor must lie in 1..%d".formatted(LARGEST_WIDENING));
    }
    return new WideResNet(depth, widening);
  }

  @Override
  public void build(Layers layers, int classes) {
    layers.normalise("normalise").convolutionWithoutBias("conv1", 16, 3, 1);
    for (int group = 1; group <= 3; group++) {
      for (int i = 0; i < (depth - 4) / 6; i++) {
        int stride = group > 1 && i == 0 ? 2 : 1;
        block(layers, "group%d.%d.".formatted(group, i), (8 << group) * widening, stride);
      }
    }
    layers.batchNorm("bn").relu().globalAveragePool().linear("fc", classes);
  }

  /** A shortcut with a convolution begins after the first normalisation, the identity before it. */
  private static void block(Layers layers, String name, int filters, int stride) {
    if (stride == 1 && layers.channels() == filters) {
      layers.residual(
          body -> convolutions(activate(body, name), name, filters, stride), shortcut -> shortcut);
    } else {
      activate(layers, name)
          .residual(
              body -> convolutions(body, name, filters, stride),
              shortcut -> shortcut.convolutionWithoutBias(name + "shortcut", filters, 1, stride));
    }
  }

  private static Layers activate(Layers layers, String name) {
    return layers.batchNorm(name + "bn1").relu();
  }

  private static Layers convolutions(Layers layers, String name, int filters, int stride) {
    return layers
        .convolutionWithoutBias(name + "conv1", filters, 3, stride)
        .batchNorm(name + "bn2")
        .relu()
        .convolutionWithoutBias(name + "conv2", filters, 3, 1);
  }
}
