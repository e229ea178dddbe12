package org.rhobust.model;

/** Convolutions, then fully connected layers. They take images in [0, 1] as they are. */
final class ConvolutionalNetworks {

  private ConvolutionalNetworks() {}

  /** Learns MNIST in a minute on one core: 166,406 parameters. */
  static void small(Layers layers, int classes) {
    layers
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
  static void leNet(Layers layers, int classes) {
    layers
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
