package org.rhobust.model;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The networks by name. A new network is one {@link Architecture} and one line here. */
public final class Networks {

  private record Entry(String title, Architecture architecture) {}

  private static final Map<String, Entry> NAMED = new LinkedHashMap<>();
  private static final Map<String, Function<String, Architecture>> FAMILIES = new LinkedHashMap<>();

  static {
    add("small", "two convolutions, quick", ConvolutionalNetworks::small);
    add("lenet", "LeNet 32/64/1024", ConvolutionalNetworks::leNet);
    add("resnet20", "ResNet-20, width 64/128/256", new ResNet(3, 64));
    add("wrn-28-10", "WideResNet-28-10; any wrn-d-k can be named", new WideResNet(28, 10));
    add(
        "mlp",
        "multilayer perceptron 512/512; any mlp-H1-H2-... can be named",
        new MultilayerPerceptron(512, 512));
    FAMILIES.put("wrn-", WideResNet::parse);
    FAMILIES.put("mlp-", MultilayerPerceptron::parse);
  }

  private Networks() {}

  /**
   * A network with fresh weights on a device; see {@link Network} for how they are drawn.
   *
   * @param classes K, at least 2
   * @throws IllegalArgumentException when there is no network of this name, naming those there are,
   *     or it cannot be made for these images and classes
   */
  public static Network create(
      String name, int classes, ImageShape input, Device device, long seed) {
    return Network.fresh(layers(name, classes, input), classes, input, device, seed);
  }

  /**
   * A network with these weights on a device. Nothing is allocated before they are known to fit.
   *
   * @param weights as {@link Network#snapshot} gives them
   * @throws IllegalArgumentException as {@link #create}
   * @throws ModelFileException when the weights are of another network
   */
  public static Network restore(
      String name,
      int classes,
      ImageShape input,
      Device device,
      Map<String, WeightTensor> weights) {
    return Network.restored(layers(name, classes, input), classes, input, device, weights);
  }

  /**
   * How many trainable values {@link #create} would make; needs no engine and little memory.
   *
   * @throws IllegalArgumentException as {@link #create}
   */
  public static long parameterCount(String name, int classes, ImageShape input) {
    return layers(name, classes, input).parameterCount();
  }

  /**
   * Checks that there is a network of this name; needs no engine.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public static void requireKnown(String name) {
    architecture(name);
  }

  /** Networks to choose from, in the order to show them; families by their usual member. */
  public static List<NetworkOffer> offers() {
    return NAMED.entrySet().stream()
        .map(entry -> new NetworkOffer(entry.getKey(), entry.getValue().title()))
        .toList();
  }

  /** The names that {@link #create} takes, separated by commas. */
  public static String names() {
    return String.join(", ", NAMED.keySet()) + ", any wrn-d-k, any mlp-H1-H2-...";
  }

  private static Layers layers(String name, int classes, ImageShape input) {
    Architecture architecture = architecture(name);
    if (classes < 2) {
      throw new IllegalArgumentException("classes is " + classes + "; it must be at least 2");
    }
    Layers layers = new Layers(name, input);
    architecture.build(layers, classes);
    return layers;
  }

  private static Architecture architecture(String name) {
    if (NAMED.containsKey(name)) {
      return NAMED.get(name).architecture();
    }
    return FAMILIES.entrySet().stream()
        .filter(family -> name.startsWith(family.getKey()))
        .findFirst()
        .map(family -> family.getValue().apply(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "network '%s' is unknown; use one of %s"
                        .formatted(JsonText.printable(name), names())));
  }

  private static void add(String name, String title, Architecture architecture) {
    NAMED.put(name, new Entry(title, architecture));
  }
}
