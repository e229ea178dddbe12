package org.rhobust.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;

/**
 * A differentiable classifier of images in [0, 1]. Used on the compute thread only; {@link #close}
 * frees its weights.
 */
public interface Classifier extends AutoCloseable {

  /**
   * The logits in evaluation mode: batch normalisation uses its running statistics and leaves them
   * as they are. Gradients flow to {@code images}, never to the weights.
   *
   * @param images [N, C, H, W] in [0, 1]
   * @return [N, K]
   */
  NDArray logits(NDArray images);

  /** How its outputs are read, where its file does not say that; else empty. */
  default String reading() {
    return "";
  }

  /** A line on what was found out about it when it was opened; empty where nothing had to be. */
  default String remark() {
    return "";
  }

  /** The number of classes, K, at least 2. */
  int classes();

  /** The shape of one image. */
  ImageShape input();

  /** Where it computes. */
  Device device();

  @Override
  void close();
}
