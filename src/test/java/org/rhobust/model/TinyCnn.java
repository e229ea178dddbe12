package org.rhobust.model;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rhobust.Golden;

/** The network of the golden values: 5 classes, images of 1x8x8. Used on the compute thread. */
public final class TinyCnn {

  public static final int CLASSES = 5;
  public static final ImageShape INPUT = new ImageShape(1, 8, 8);

  /** The weights' names here and in golden.json, in one order. */
  public static final Map<String, String> GOLDEN_NAMES = new LinkedHashMap<>();

  static {
    for (String name : List.of("conv.weight", "conv.bias", "fc.weight", "fc.bias")) {
      GOLDEN_NAMES.put(name, name.replace('.', '_'));
    }
  }

  private TinyCnn() {}

  /** The network with the golden weights. */
  public static Network create() {
    Network network = withFreshWeights(0);
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    GOLDEN_NAMES.forEach(
        (name, golden) ->
            weights.put(
                name,
                WeightTensor.of(
                    Golden.shape("tiny_cnn", golden), Golden.floats("tiny_cnn", golden))));
    network.restore(weights);
    return network;
  }

  /** The network with weights drawn from {@code seed}. */
  public static Network withFreshWeights(long seed) {
    Layers layers =
        new Layers("tiny", INPUT)
            .convolution("conv", 4, 3, 1, 1)
            .relu()
            .maxPool(2)
            .flatten()
            .linear("fc", CLASSES);
    return Network.fresh(layers, CLASSES, INPUT, Device.cpu(), seed);
  }
}
