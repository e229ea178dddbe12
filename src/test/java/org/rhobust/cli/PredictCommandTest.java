package org.rhobust.cli;

import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.data.PictureFixture;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.model.WeightTensor;
import org.rhobust.tensor.ComputeThread;

class PredictCommandTest {

  private static final String HEADER = "index,label,prediction,confidence,accepted";
  private static final String TINY =
      "--model src/test/resources/torchscript/tiny_cnn.pt --classes 5 --input 1x8x8 --output logits";

  @TempDir Path folder;

  private final ImageSet mnist = DataSets.get("mnist").test();

  private CliRun predict(Path images, String... more) {
    String line = "predict --model mnist-ccat --images " + images + " " + String.join(" ", more);
    return CliRun.ofLine(line);
  }

  private Path picture(String file, int index) {
    float[] values = mnist.image(index);
    return PictureFixture.write(
        folder.resolve(file),
        TYPE_BYTE_GRAY,
        28,
        28,
        (x, y) -> Math.round(255 * values[28 * y + x]));
  }

  @Test
  void predictsADataSetAtTheModelsThreshold() {
    CliRun run = CliRun.ofLine("predict --model mnist-ccat --images mnist");

    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> lines = run.outLines();
    assertThat(lines).hasSize(10_001);
    assertThat(lines.get(0)).isEqualTo(HEADER);
    int correct = 0;
    int accepted = 0;
    double lowestAccepted = 1;
    double highestRejected = 0;
    for (int i = 0; i < 10_000; i++) {
      String[] row = lines.get(i + 1).split(",");
      assertThat(row[0]).isEqualTo(Integer.toString(i));
      assertThat(row[1]).isEqualTo(Integer.toString(mnist.label(i)));
      correct += row[1].equals(row[2]) ? 1 : 0;
      double confidence = Double.parseDouble(row[3]);
      if (Boolean.parseBoolean(row[4])) {
        accepted++;
        lowestAccepted = Math.min(lowestAccepted, confidence);
      } else {
        assertThat(row[4]).isEqualTo("false");
        highestRejected = Math.max(highestRejected, confidence);
      }
    }
    assertThat(correct).isGreaterThan(9_700);
    assertThat(accepted).isBetween(9_600, 9_990);
    assertThat(highestRejected).isLessThan(lowestAccepted);
  }

  @Test
  void aPictureOfATestImageIsPredictedAsTheImage() throws IOException {
    for (int i = 0; i < 3; i++) {
      picture(mnist.label(i) + "/image-" + i + ".png", i);
    }
    CliRun run = predict(folder, "--names");
    List<String> set = CliRun.ofLine("predict --model mnist-ccat --images mnist").outLines();

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines().get(0)).isEqualTo(HEADER + ",file");
    Set<Integer> seen = new HashSet<>();
    for (int row = 0; row < 3; row++) {
      String[] found = run.outLines().get(row + 1).split(",");
      int image = Integer.parseInt(found[5].replaceAll(".*-|\\.png", ""));
      String[] expected = set.get(image + 1).split(",");
      assertThat(seen.add(image)).isTrue();
      assertThat(found[0]).isEqualTo(Integer.toString(row));
      assertThat(found[1]).isEqualTo(expected[1]);
      assertThat(found[2]).isEqualTo(expected[2]);
      assertThat(Double.parseDouble(found[3]))
          .isCloseTo(Double.parseDouble(expected[3]), within(1e-5));
      assertThat(found[4]).isEqualTo(expected[4]);
      assertThat(found[5]).isEqualTo(expected[1] + "/image-" + image + ".png");
    }
  }

  @Test
  void anUnreadablePictureIsNamedAndTheRestGoesOn() throws IOException {
    picture("a.png", 0);
    Path bad = Files.writeString(folder.resolve("b.png"), "no picture");
    picture("c.png", 1);
    Files.writeString(folder.resolve("notes.txt"), "left out");

    CliRun run = predict(folder);

    assertThat(run.exitCode()).isEqualTo(Cli.FAILED);
    assertThat(run.outLines()).hasSize(3);
    assertThat(run.outLines().get(1)).startsWith("0,,7,0.");
    assertThat(run.outLines().get(2)).startsWith("2,,2,");
    assertThat(run.errLines()).hasSize(2);
    assertThat(run.errLines().get(0)).startsWith("error: " + bad).contains("no picture");
    assertThat(run.errLines().get(1)).startsWith("error: 1 of 3 pictures could not be read");
    CliRun alone = predict(bad);
    assertThat(alone.exitCode()).isEqualTo(Cli.FAILED);
    assertThat(alone.out()).isEmpty();
    assertThat(alone.errLines()).singleElement().asString().startsWith("error: " + bad);
  }

  @Test
  void scaledPicturesAreCountedOnce() {
    picture("a.png", 0);
    for (String file : List.of("b.png", "c.jpg")) {
      PictureFixture.write(
          folder.resolve(file), TYPE_INT_RGB, 300, 200, (x, y) -> x > 100 ? 0x30c060 : 0);
    }
    CliRun run = predict(folder);

    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).hasSize(4);
    assertThat(run.errLines())
        .containsExactly(
            "of 3 pictures: 2 scaled to 28x28, aspect kept, on black; 2 turned to grey");
  }

  @Test
  void theThresholdOfTheCommandLineComesFirst() {
    Path one = picture("a.png", 0);
    String confidence = predict(one).outLines().get(1).split(",")[3];

    assertThat(predict(one, "--threshold", confidence).outLines().get(1)).endsWith(",true");
    assertThat(predict(one, "--threshold", "1").outLines().get(1)).endsWith(",false");
    JsonArray json =
        JsonParser.parseString(predict(one, "--threshold", "0", "--json").out()).getAsJsonArray();
    assertThat(json.get(0).getAsJsonObject().get("accepted").getAsBoolean()).isTrue();
    assertThat(json.get(0).getAsJsonObject().get("label").isJsonNull()).isTrue();
  }

  @Test
  void withoutAThresholdAcceptedIsEmptyAndThatIsSaidOnce() {
    for (String file : List.of("a.png", "b.png")) {
      PictureFixture.write(folder.resolve(file), TYPE_BYTE_GRAY, 8, 8, (x, y) -> 30 * x);
    }
    CliRun run = CliRun.ofLine("predict " + TINY + " --images " + folder);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.outLines()).hasSize(3).last().asString().endsWith(",");
    assertThat(run.errLines()).singleElement().asString().contains("--threshold");
  }

  @Test
  void anOutputThatIsNotFiniteHasNoPredictionAndCountsAsAccepted() {
    ImageShape shape = new ImageShape(1, 8, 8);
    Path model = folder.resolve("broken");
    ComputeThread.get()
        .call(
            () -> {
              try (Network network = Networks.create("small", 3, shape, Device.cpu(), 1)) {
                Map<String, WeightTensor> weights = new LinkedHashMap<>(network.snapshot());
                weights.replaceAll(PredictCommandTest::allNan);
                return ModelDirectory.write(
                    model, ModelDescription.builder("broken", "small", 3, shape).build(), weights);
              }
            });
    Path picture =
        PictureFixture.write(folder.resolve("a.png"), TYPE_BYTE_GRAY, 8, 8, (x, y) -> 30 * x);

    CliRun run =
        CliRun.of(
            "predict",
            "--model",
            model.toString(),
            "--images",
            picture.toString(),
            "--threshold",
            "1");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.outLines().get(1)).isEqualTo("0,,,,true");
    assertThat(run.errLines()).hasSize(2);
    assertThat(run.errLines().get(0)).startsWith("the weights hold NaN");
    assertThat(run.errLines().get(1)).startsWith("warning: 1 output is not finite");
  }

  private static WeightTensor allNan(String name, WeightTensor weights) {
    float[] nan = new float[(int) Arrays.stream(weights.shape()).reduce(1, (a, b) -> a * b)];
    Arrays.fill(nan, Float.NaN);
    return WeightTensor.of(weights.shape(), nan);
  }

  @Test
  void readsIdxImagesWithAndWithoutTheirLabels() throws IOException {
    Path images = folder.resolve("some-images-idx3-ubyte");
    Files.write(
        images, ByteBuffer.allocate(16 + 128).putInt(0x803).putInt(2).putInt(8).putInt(8).array());
    String line = "predict " + TINY + " --threshold 0 --images " + images;
    assertThat(CliRun.ofLine(line).outLines().get(1)).startsWith("0,,");

    Files.write(
        folder.resolve("some-labels-idx1-ubyte"), new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 4, 3});
    assertThat(CliRun.ofLine(line).outLines().get(1)).startsWith("0,4,");
    assertThat(CliRun.ofLine(line).outLines().get(2)).startsWith("1,3,");
  }

  @Test
  void anAttackTakesAFolderForEachClassAndNoFolderWithoutLabels() {
    PictureFixture.write(folder.resolve("k/3/a.png"), TYPE_BYTE_GRAY, 8, 8, (x, y) -> 30 * x);
    PictureFixture.write(folder.resolve("k/1/b.png"), TYPE_BYTE_GRAY, 16, 16, (x, y) -> 9 * y);
    PictureFixture.write(folder.resolve("flat/a.png"), TYPE_BYTE_GRAY, 8, 8, (x, y) -> 30 * x);
    String attack = "attack " + TINY + " --index all --epsilon 0.1 --steps 2 --images " + folder;

    CliRun run = CliRun.ofLine(attack + "/k");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.outLines()).hasSize(3);
    assertThat(run.err()).contains("of 2 pictures: 1 scaled to 8x8");

    CliRun flat = CliRun.ofLine(attack + "/flat");
    assertThat(flat.exitCode()).isEqualTo(Cli.FAILED);
    assertThat(flat.errLines())
        .singleElement()
        .asString()
        .contains("labels", "a folder for each class", "0 to 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          predict --images mnist                                      | 2 | --model
          predict --model mnist-ccat                                  | 2 | --images
          predict --model mnist-ccat --images nowhere                 | 2 | nowhere
          predict --model mnist-ccat --images mnist --threshold 1.5   | 2 | threshold
          predict --model mnist-ccat --images mnist --threshold NaN   | 2 | threshold
          predict --model mnist-ccat --images mnist --threads 0       | 2 | threads
          predict TINY --images mnist                                 | 2 | 5
          predict TINY10 --images mnist                               | 2 | 1x28x28
          predict --model mnist-ccat --images EMPTY                   | 1 | pictures
          predict --model mnist-ccat --images MIXED                   | 1 | beside the folder 3
          predict --model mnist-ccat --images NAMED                   | 1 | cats is no class
          """)
  void badInputIsOneLine(String line, int exitCode, String word) throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    picture("mixed/3/a.png", 0);
    picture("mixed/b.png", 0);
    picture("named/cats/a.png", 0);
    CliRun run =
        CliRun.ofLine(
            line.replace("TINY10", TINY.replace("5", "10"))
                .replace("TINY", TINY)
                .replace("EMPTY", empty.toString())
                .replace("MIXED", folder.resolve("mixed").toString())
                .replace("NAMED", folder.resolve("named").toString()));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().startsWith("error: ").contains(word);
  }
}
