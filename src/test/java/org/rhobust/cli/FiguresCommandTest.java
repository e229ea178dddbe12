package org.rhobust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.NpzFixture;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.model.SampleModels;
import org.rhobust.model.StoredModel;

class FiguresCommandTest {

  private static final String QUICK =
      "figures --steps 2 --count 10 --holdout 50 --threads 1 --device cpu ";
  private static final List<String> NAMES = List.of("figure1", "figure2", "figure3");

  @TempDir Path folder;

  @Test
  void makesEveryFigureInEveryFormat() throws IOException {
    Path out = folder.resolve("new/figures");

    CliRun run = CliRun.ofLine(QUICK + "--out " + out);

    assertThat(run.err()).doesNotContain("error");
    assertThat(run.exitCode()).isEqualTo(Cli.DONE);
    for (String name : NAMES) {
      assertThat(inks(ImageIO.read(out.resolve(name + ".png").toFile()))).isGreaterThan(20);
      assertThat(out.resolve(name + ".svg")).content().startsWith("<?xml").contains("Rhobust");
    }
    assertThat(lines(out, "figure1.csv")).first().isEqualTo("panel,kind,name,x,y");
    assertThat(lines(out, "figure2.csv")).first().isEqualTo("panel,kind,name,x,y");
    assertThat(lines(out, "figure3.csv")).first().isEqualTo("panel,group,from,to,count,share");
    assertThat(lines(out, "figure1.csv"))
        .anyMatch(line -> line.startsWith("Adversarial training · mnist-adversarial,line,true"))
        .anyMatch(line -> line.startsWith("Confidence-calibrated (CCAT) · mnist-ccat,line,adv"));
  }

  @Test
  void theSettingsRepeatIt() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    CliRun.ofLine(QUICK + "--seed 5 --model mnist-ccat --out " + first);
    JsonObject settings =
        JsonParser.parseString(Files.readString(first.resolve("figures.json"))).getAsJsonObject();

    CliRun again =
        CliRun.ofLine(
            settings.get("command").getAsString() + " --threads 1 --device cpu --out " + second);

    assertThat(again.exitCode()).isEqualTo(Cli.DONE);
    assertThat(settings.getAsJsonArray("models").get(0).getAsJsonObject().get("weights_sha256"))
        .isNotNull();
    for (String name : NAMES) {
      assertThat(second.resolve(name + ".csv"))
          .hasSameBinaryContentAs(first.resolve(name + ".csv"));
    }
    assertThat(second.resolve("figures.json"))
        .hasSameBinaryContentAs(first.resolve("figures.json"));
  }

  @Test
  void aTorchScriptFileIsAPanelToo() throws IOException {
    Path data = Files.write(folder.resolve("noise.npz"), noise());
    Path out = folder.resolve("script");

    CliRun run =
        CliRun.ofLine(
            "figures --model src/test/resources/torchscript/tiny_cnn.pt --classes 5 --input 1x8x8"
                + " --steps 2 --count 30 --holdout 25 --threads 1 --device cpu --images "
                + data
                + " --out "
                + out);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(Cli.DONE);
    assertThat(run.err()).contains("logits");
    assertThat(lines(out, "figure3.csv")).anyMatch(line -> line.startsWith("tiny_cnn.pt,"));
    assertThat(Files.readString(out.resolve("figures.json")))
        .contains("--classes 5 --input 1x8x8 --output auto");
  }

  /** Sixty images of noise in five classes. */
  private static byte[] noise() throws IOException {
    double[] pixels = new Random(1).doubles(60 * 64).toArray();
    int[] labels = IntStream.range(0, 60).map(i -> i % 5).toArray();
    return new NpzFixture()
        .floats("x_train", pixels, 60, 8, 8)
        .integers("y_train", labels)
        .floats("x_test", pixels, 60, 8, 8)
        .integers("y_test", labels)
        .bytes(true);
  }

  @Test
  void anUnknownModelIsWrongUse() {
    assertWrong(QUICK + "--model no-model --out " + folder, "no-model");
    assertWrong(QUICK + "--images no-images --out " + folder, "no-images");
    assertWrong(QUICK + "--norm l7 --out " + folder, "l7");
    assertWrong(QUICK + "--epsilon 0 --out " + folder, "epsilon");
    assertWrong(QUICK + "--index 10000 --out " + folder, "index");
    assertWrong(QUICK + "--directions 0 --out " + folder, "directions");
    assertWrong(QUICK + "--index 3 --directions 2 --out " + folder, "directions");
    assertWrong(QUICK.replace("50", "9995") + "--out " + folder, "holdout");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void modelsOfAnotherInputAreRefusedBeforeAnyWork() throws IOException {
    StoredModel sample = SampleModels.shipped().open("mnist-ccat");
    ModelDescription wide =
        ModelDescription.builder("wide", "small", 10, new ImageShape(3, 32, 32)).build();
    Path model = folder.resolve("wide");
    ModelDirectory.write(model, wide, sample.weights());

    assertWrong(
        QUICK + "--model mnist-ccat --model " + model + " --out " + folder.resolve("out"),
        "3x32x32");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aPlaceThatCannotBeWrittenCostsNoWork() {
    Path file = folder.resolve("file");
    AtomicFiles.writeString(file, "here");

    CliRun run = CliRun.ofLine("figures --out " + file);

    assertThat(run.exitCode()).isEqualTo(Cli.FAILED);
    assertThat(run.errLines()).hasSize(1).first().asString().contains(file.toString());
  }

  @Test
  void aStopLeavesNoFigure() {
    Path out = folder.resolve("out");

    CliRun run = CliRun.stoppedWhen(() -> true, (QUICK + "--out " + out).split(" "));

    assertThat(run.exitCode()).isEqualTo(Cli.FAILED);
    assertThat(run.err()).contains("stopped");
    assertThat(out).isEmptyDirectory();
  }

  private static void assertWrong(String line, String named) {
    CliRun run = CliRun.ofLine(line);

    assertThat(run.exitCode()).isEqualTo(Cli.WRONG_USE);
    assertThat(run.errLines()).hasSize(1).first().asString().contains(named);
  }

  private static long inks(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
        .distinct()
        .count();
  }

  private static List<String> lines(Path folder, String name) throws IOException {
    return Files.readAllLines(folder.resolve(name));
  }
}
