package org.rhobust.model;

/**
 * A residual network for small images (He et al. 2016): a 3×3 convolution, three groups of basic
 * blocks that double the width and halve the image from group to group, global average pooling, a
 * linear layer. Where the shape changes, the shortcut is a 1×1 convolution with batch normalisation
 * (option B). Inputs are normalised per channel.
 *
 * @param blocks in each group; 3 makes 20 layers
 * @param width of the first group
 */
record ResNet(int blocks, int width) implements Architecture {

  @Override
  public void build(Layers layers, int classes) {
    layers.normalise("normalise");
    layers.convolutionWithoutBias("conv1", width, 3, 1).batchNorm("bn1").relu();
    for (int group = 1; group <= 3; group++) {
      for (int i = 0; i < blocks; i++) {
        int stride = group > 1 && i == 0 ? 2 : 1;
        block(layers, "layer%d.%d.".formatted(group, i), width << (group - 1), stride);
      }
    }
    layers.globalAveragePool().linear("fc", classes);
  }

  private static void block(Layers layers, String name, int filters, int stride) {
    layers
        .residual(
            body ->
                body.convolutionWithoutBias(name + "conv1", filters, 3, stride)
                    .batchNorm(name + "bn1")
                    .relu()
                    .convolutionWithoutBias(name + "conv2", filters, 3, 1)
                    .batchNorm(name + "bn2"),
            shortcut ->
                stride == 1 && shortcut.channels() == filters
                    ? shortcut
                    : shortcut
                        .convolutionWithoutBias(name + "downsample.0", filters, 1, stride)
                        .batchNorm(name + "downsample.1"))
        .relu();
  }
}
