package org.rhobust.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rhobust.tensor.TestArrays.array;
import static org.rhobust.tensor.TestArrays.assertClose;
import static org.rhobust.tensor.TestArrays.assertGolden;
import static org.rhobust.tensor.TestArrays.golden;
import static org.rhobust.tensor.TestArrays.oneHot;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rhobust.attack.Objectives;
import org.rhobust.model.TorchScriptClassifier.Output;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.OnComputeThread;

@ExtendWith(OnComputeThread.class)
class TorchScriptClassifierTest {

  /** float32 against float64 over one pass. */
  private static final double TOLERANCE = 2e-6;

  @TempDir Path folder;

  @Test
  void logitsAndInputGradients() {
    assertIsTinyCnn("tiny_cnn.pt", Output.LOGITS);
  }

  @Test
  void probabilitiesAreTakenAsTheyAre() {
    try (Classifier classifier = open("probabilities.pt", 5, Output.PROBABILITIES)) {
      NDArray logits = classifier.logits(golden("tiny_cnn", "inputs"));

      assertGolden(logits.softmax(1), TOLERANCE, "tiny_cnn", "clean_probs");
    }
  }

  @Test
  void oneLogitBecomesTwoClasses() {
    NDArray images = golden("tiny_cnn", "inputs");
    NDArray expected = golden("tiny_cnn", "clean_logits").get(":, 0:1");
    try (Classifier classifier = open("binary.pt", 2, Output.LOGITS)) {
      NDArray logits = classifier.logits(images);

      assertThat(logits.getShape().getShape()).containsExactly(3, 2);
      assertThat(logits.get(":, 0:1").toFloatArray()).containsOnly(0f);
      assertClose(logits.get(":, 1:2").toFloatArray(), doubles(expected.toFloatArray()), TOLERANCE);
    }
  }

  @Test
  void oneProbabilityBecomesTwoClasses() {
    NDArray images = golden("tiny_cnn", "inputs");
    try (Classifier logit = open("binary.pt", 2, Output.LOGITS);
        Classifier probability = open("binary_probability.pt", 2, Output.PROBABILITIES)) {
      assertClose(
          probability.logits(images).softmax(1).toFloatArray(),
          doubles(logit.logits(images).softmax(1).toFloatArray()),
          TOLERANCE);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tiny_cnn.pt|5|LOGITS|returns logits: its outputs were no probabilities on 4 images",
        "probabilities.pt|5|PROBABILITIES|were never negative and summed to 1 on 4 images",
        "batchnorm.pt|5|LOGITS|returns logits",
        "binary.pt|2|LOGITS|has one output, a logit, for it left 0..1 on one of 6 images",
        "binary_probability.pt|2|PROBABILITIES|this is a guess: if it is a logit, choose logits"
      })
  void theOutputIsFoundOut(String name, int classes, Output found, String words) {
    try (Classifier classifier = open(name, classes, Output.AUTO)) {
      assertThat(classifier.reading()).isEqualTo(found.name());
      assertThat(classifier.remark()).startsWith(name).contains(words).hasLineCount(1);
    }
  }

  @Test
  void whatAPersonSaysHoldsAndADoubtIsSaid() {
    try (Classifier classifier = open("probabilities.pt", 5, Output.LOGITS)) {
      assertThat(classifier.reading()).isEqualTo("LOGITS");
      assertThat(classifier.remark())
          .isEqualTo(
              "probabilities.pt is taken to return logits as you say, but its outputs look like"
                  + " probabilities");
    }
    try (Classifier classifier = open("tiny_cnn.pt", 5, Output.LOGITS)) {
      assertThat(classifier.remark()).isEmpty();
    }
  }

  /** METHOD's binary objective: y(−1 + σ(z)) − (1 − y)σ(z), and its gradient, through the file. */
  @Test
  void theConfidenceObjectiveOfOneLogitIsTheBinaryOne() {
    NDArray images = golden("tiny_cnn", "inputs");
    NDArray labels = oneHot(new int[] {0, 1, 1}, 2);
    float[] y = {0, 1, 1};
    try (Network network = TinyCnn.create();
        Classifier classifier = open("binary.pt", 2, Output.AUTO)) {
      NDArray expectedValue = binary(network.logits(images).get(":, 0"), array(y, 3));
      NDArray expected =
          Gradients.of(images, () -> binary(network.logits(images).get(":, 0"), array(y, 3)).sum());

      NDArray[] value = new NDArray[1];
      NDArray actual =
          Gradients.of(
              images,
              () -> {
                value[0] = Objectives.of("confidence").evaluate(classifier.logits(images), labels);
                return value[0].sum();
              });

      assertClose(value[0].toFloatArray(), doubles(expectedValue.toFloatArray()), TOLERANCE);
      assertClose(actual.toFloatArray(), doubles(expected.toFloatArray()), TOLERANCE);
    }
  }

  /** Its logits and input gradients. */
  private void assertIsTinyCnn(String file, Output output) {
    NDArray images = golden("tiny_cnn", "inputs");
    try (Classifier classifier = open(file, 5, output)) {
      assertGolden(classifier.logits(images), TOLERANCE, "tiny_cnn", "clean_logits");
      assertClose(
          gradient(classifier, images).toFloatArray(),
          doubles(gradientOfTinyCnn(images)),
          TOLERANCE);
    }
  }

  private static NDArray binary(NDArray logit, NDArray label) {
    NDArray sigma = Activation.sigmoid(logit);
    return label.mul(sigma.sub(1)).sub(label.neg().add(1).mul(sigma));
  }

  @Test
  void anOutputThatIsNoArrayIsRefused() {
    refused(resource("text_output.pt"), 5, TinyCnn.INPUT, "text_output.pt");
  }

  /** The file was saved in training mode, with statistics that no batch has, and with dropout. */
  @Test
  void theModelIsInEvaluationMode() {
    NDArray images = golden("tiny_cnn", "inputs");
    NDArray normalised = images.sub(0.25f).div((float) Math.sqrt(4 + 1e-5));
    try (Network plain = TinyCnn.create();
        Classifier classifier = open("batchnorm.pt", 5, Output.LOGITS)) {
      float[] batch = classifier.logits(images).toFloatArray();
      float[] again = classifier.logits(images).toFloatArray();
      float[] alone = classifier.logits(images.get("0:1")).toFloatArray();
      gradient(classifier, images);

      assertClose(batch, doubles(plain.logits(normalised).toFloatArray()), TOLERANCE);
      assertThat(again).isEqualTo(batch);
      assertClose(Arrays.copyOf(batch, 5), doubles(alone), TOLERANCE);
      assertThat(classifier.logits(images).toFloatArray()).isEqualTo(batch);
    }
  }

  @Test
  void anOutputOfTwoArraysIsRefused() {
    refused(resource("pair.pt"), 5, TinyCnn.INPUT, "pair.pt", "2 arrays", "returns one");
  }

  @Test
  void aFixedBatchSizeIsRefused() {
    refused(resource("one_image.pt"), 5, TinyCnn.INPUT, "one_image.pt", "batch", "x.flatten(1)");
  }

  @Test
  void doublesAreTakenAsFloats() {
    assertIsTinyCnn("float64.pt", Output.AUTO);
  }

  @Test
  void aModelWithoutGradientsPredictsAndRefusesToGiveThem() {
    NDArray images = golden("tiny_cnn", "inputs");
    try (Classifier classifier = open("detached.pt", 5, Output.AUTO)) {
      assertThatThrownBy(() -> gradient(classifier, images))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContainingAll("detached.pt", "no gradient", "torch.no_grad")
          .hasMessageNotContaining("\n");
      assertGolden(classifier.logits(images), TOLERANCE, "tiny_cnn", "clean_logits");
    }
  }

  @Test
  void anotherClassCountIsRefused() {
    refused(resource("tiny_cnn.pt"), 10, TinyCnn.INPUT, "tiny_cnn.pt", "[1, 10]", "--classes");
    refused(resource("tiny_cnn.pt"), 2, TinyCnn.INPUT, "tiny_cnn.pt", "[1, 2]", "--classes");
  }

  @Test
  void anotherInputShapeIsRefused() {
    refused(resource("tiny_cnn.pt"), 5, new ImageShape(3, 8, 8), "tiny_cnn.pt", "(1, 3, 8, 8)");
    refused(resource("tiny_cnn.pt"), 5, new ImageShape(1, 9, 28), "tiny_cnn.pt", "(1, 1, 9, 28)");
  }

  @Test
  void aFileThatIsNoArchiveIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.pt"), "weights");
    Path empty = Files.createFile(folder.resolve("empty.pt"));
    Path pickle = Files.write(folder.resolve("old.pt"), new byte[] {(byte) 0x80, 2, 0x7d});

    refused(pickle, 5, TinyCnn.INPUT, "old.pt was written by torch.save", "torch.jit.trace");

    refused(text, 5, TinyCnn.INPUT, "text.pt", "no TorchScript");
    refused(empty, 5, TinyCnn.INPUT, "empty.pt", "no TorchScript");
  }

  @Test
  void anArchiveThatIsNoTorchScriptIsRefused() throws IOException {
    refused(zip("plain.pt", "a.txt"), 5, TinyCnn.INPUT, "plain.pt", "no TorchScript");
    refused(
        zip("state.pt", "archive/data.pkl"),
        5,
        TinyCnn.INPUT,
        "state.pt was written by torch.save",
        "load_state_dict",
        "torch.jit.trace");
    refused(zip("fake.pt", "a/code/b.py"), 5, TinyCnn.INPUT, "fake.pt", "could not be opened");
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(resource("tiny_cnn.pt"));
    for (int length : new int[] {whole.length - 1, whole.length / 2, 10}) {
      Path file = folder.resolve("cut.pt");
      Files.write(file, Arrays.copyOf(whole, length));
      refused(file, 5, TinyCnn.INPUT, "cut.pt");
    }
  }

  /** The archive's directory is whole, the code or the weights are not. */
  @Test
  void aDamagedFileIsRefused() throws IOException {
    byte[] damaged = Files.readAllBytes(resource("tiny_cnn.pt"));
    Arrays.fill(damaged, 100, damaged.length / 2, (byte) 7);
    Path file = Files.write(folder.resolve("damaged.pt"), damaged);

    refused(file, 5, TinyCnn.INPUT, "damaged.pt");
  }

  @Test
  void whatIsNoFileIsRefused() {
    refused(folder, 5, TinyCnn.INPUT, folder.toString(), "is not a file");
    refused(folder.resolve("none.pt"), 5, TinyCnn.INPUT, "none.pt", "is not a file");
  }

  static TorchScriptClassifier open(String name, int classes, Output output) {
    return TorchScriptClassifier.open(resource(name), classes, TinyCnn.INPUT, output, Device.cpu());
  }

  private static void refused(Path file, int classes, ImageShape input, String... words) {
    assertThatThrownBy(
            () -> TorchScriptClassifier.open(file, classes, input, Output.LOGITS, Device.cpu()))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContainingAll(words)
        .hasMessageNotContaining("\n");
  }

  private static NDArray gradient(Classifier classifier, NDArray images) {
    NDArray weighting = array(new float[] {1, -2, 3, -4, 5}, 1, 5);
    return Gradients.of(images, () -> classifier.logits(images).mul(weighting).sum());
  }

  private static float[] gradientOfTinyCnn(NDArray images) {
    try (Network network = TinyCnn.create()) {
      return gradient(network, images).toFloatArray();
    }
  }

  private Path zip(String name, String entry) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(1);
    }
    return file;
  }

  private static Path resource(String name) {
    try {
      return Path.of(TorchScriptClassifierTest.class.getResource("/torchscript/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, i -> values[i]);
    return doubles;
  }
}
