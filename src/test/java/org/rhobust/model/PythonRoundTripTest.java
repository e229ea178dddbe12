package org.rhobust.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.model.TorchScriptClassifier.Output;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Seeds;
import org.rhobust.tensor.TestArrays;

/** The code of docs/python.md, run by Python where that has PyTorch and NumPy. */
@ExtendWith(OnComputeThread.class)
class PythonRoundTripTest {

  private static final Path DOCUMENT = Path.of("docs", "python.md");
  private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
  private static final int CLASSES = 7;
  private static final int IMAGES = 4;
  private static final float TOLERANCE = 1e-5f;

  private static final Map<String, ImageShape> NETWORKS = new LinkedHashMap<>();

  static {
    NETWORKS.put("small", new ImageShape(1, 28, 28));
    NETWORKS.put("lenet", new ImageShape(1, 12, 12));
    NETWORKS.put("mlp", new ImageShape(3, 6, 5));
    NETWORKS.put("mlp-9", new ImageShape(1, 6, 5));
    NETWORKS.put("resnet20", new ImageShape(3, 16, 16));
    NETWORKS.put("wrn-10-1", new ImageShape(3, 16, 12));
    NETWORKS.put("wrn-16-2", new ImageShape(1, 16, 16));
  }

  @TempDir private Path folder;

  @Test
  void weightsGoToPythonAndBack() throws Exception {
    String python = python();
    assumeTrue(
        python != null, "no Python with PyTorch and NumPy here: weights were not tried in Python");
    Path root = Files.createDirectory(folder.resolve("networks"));
    for (Map.Entry<String, ImageShape> entry : NETWORKS.entrySet()) {
      write(root.resolve(entry.getKey()), entry.getKey(), entry.getValue());
    }

    String said = run(python, root);

    for (String name : NETWORKS.keySet()) {
      Matcher difference = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(said);
      assertThat(difference.find()).as(said).isTrue();
      assertThat(Float.parseFloat(difference.group(1))).as(name).isLessThan(TOLERANCE);
      readBack(root.resolve(name));
    }
  }

  /** A model with running statistics that are not those of a fresh one, and its logits. */
  private static void write(Path folder, String name, ImageShape shape) {
    try (Scope scope = Scope.open();
        Network network = Networks.create(name, CLASSES, shape, Device.cpu(), 3)) {
      NDArray images = images(shape);
      if (network.normalises()) {
        float[] mean = new float[shape.channels()];
        float[] std = new float[shape.channels()];
        for (int i = 0; i < mean.length; i++) {
          mean[i] = 0.3f + 0.1f * i;
          std[i] = 0.2f + 0.1f * i;
        }
        network.normalise(mean, std);
      }
      for (int i = 0; i < 3; i++) {
        network.trainingLogits(images);
      }
      ModelDirectory.write(
          folder.resolve("in"),
          ModelDescription.builder("to Python", name, CLASSES, shape).build(),
          network.snapshot());
      Safetensors.write(
          folder.resolve("io.safetensors"),
          Map.of("images", tensor(images), "logits", tensor(network.logits(images))),
          Map.of());
    }
  }

  private static void readBack(Path folder) {
    float[] expected =
        Safetensors.read(folder.resolve("expected.safetensors")).tensors().get("logits").values();
    ImageShape shape = NETWORKS.get(folder.getFileName().toString());
    try (Scope scope = Scope.open();
        OpenModel weights = OpenModel.open(folder.resolve("out").toString(), Device.cpu());
        OpenModel script =
            OpenModel.openTorchScript(
                folder.resolve("net.pt"), CLASSES, shape, Output.AUTO, Device.cpu())) {
      for (OpenModel model : List.of(weights, script)) {
        assertThat(model.classifier().logits(images(shape)).toFloatArray())
            .as("%s of %s", model.name(), folder)
            .containsExactly(expected, within(TOLERANCE));
      }
      assertThat(script.classifier().reading()).isEqualTo("LOGITS");
    }
  }

  private static NDArray images(ImageShape shape) {
    RandomGenerator random = Seeds.generator(11);
    float[] values = new float[IMAGES * shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return TestArrays.array(values, shape.batch(IMAGES).getShape());
  }

  private static WeightTensor tensor(NDArray array) {
    return WeightTensor.of(array.getShape().getShape(), array.toFloatArray());
  }

  private String run(String python, Path root) throws Exception {
    Path code = Files.writeString(folder.resolve("docs.py"), code());
    Path log = folder.resolve("log.txt");
    Path resources = resources();
    ProcessBuilder builder =
        new ProcessBuilder(
            python,
            resources.resolve("round_trip.py").toString(),
            code.toString(),
            root.toString());
    builder.environment().put("PYTHONPATH", resources.toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(log);
    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  /** The blocks of Python, in the order of the page. */
  private static String code() throws IOException {
    Matcher blocks =
        Pattern.compile("(?ms)^```python\n(.*?)^```$").matcher(Files.readString(DOCUMENT));
    StringBuilder code = new StringBuilder();
    while (blocks.find()) {
      code.append(blocks.group(1)).append("\n\n");
    }
    return code.toString();
  }

  private static Path resources() throws URISyntaxException {
    return Path.of(PythonRoundTripTest.class.getResource("/python").toURI());
  }

  private static String python() throws Exception {
    for (String python : PYTHONS) {
      try {
        Process process =
            new ProcessBuilder(python, "-c", "import torch, numpy")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0) {
          return python;
        }
        process.destroyForcibly();
      } catch (IOException e) {
        // Not installed: the next may be.
      }
    }
    return null;
  }
}
