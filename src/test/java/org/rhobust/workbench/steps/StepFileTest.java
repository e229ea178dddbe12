package org.rhobust.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.attack.ImageAttack;
import org.rhobust.attack.ImageAttack.Outcome;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.model.OpenModel;
import org.rhobust.report.AttackFile;
import org.rhobust.report.PerturbationFile;
import org.rhobust.report.PictureFile;
import org.rhobust.report.TraceFile;
import org.rhobust.service.AttackSteps;
import org.rhobust.service.Inspection;
import org.rhobust.service.ModelShelf;
import org.rhobust.service.StepsRequest;
import org.rhobust.tensor.ComputeThread;

/** Files of a step against those that the command {@code attack} writes of the same attack. */
class StepFileTest {

  private static final int SIDE = 12;
  private static final int INDEX = 2;
  private static final PgdSettings ATTACK =
      new PgdSettings("linf", 0.3, 8, 0.05, 0.9, 1.25, "confidence", null, "uniform", 1);

  @TempDir Path folder;
  private ImageSet images;
  private AttackSteps attack;

  @BeforeEach
  void walk() throws Exception {
    byte[] pixels = new byte[4 * SIDE * SIDE];
    new Random(1).nextBytes(pixels);
    images =
        ImageSet.of(
            "noise test", List.of("a", "b", "c"), 1, SIDE, SIDE, pixels, new int[] {0, 1, 2, 0});
    ImageShape shape = new ImageShape(1, SIDE, SIDE);
    Path model = folder.resolve("20260101-net/final");
    ComputeThread.get()
        .call(
            () -> {
              try (Network network = Networks.create("small", 3, shape, Device.cpu(), 1)) {
                return ModelDirectory.write(
                    model,
                    ModelDescription.builder("fresh", "small", 3, shape).build(),
                    network.snapshot());
              }
            });
    ModelShelf shelf = new ModelShelf(ComputeThread.get());
    shelf.open(model.toString()).get(60, TimeUnit.SECONDS);
    StepsRequest request = new StepsRequest(model.toString(), images, INDEX, ATTACK, 7);
    attack =
        new Inspection(ComputeThread.get(), shelf)
            .steps(request, partial -> {})
            .get(60, TimeUnit.SECONDS)
            .restarts()
            .get(0);
  }

  @Test
  void theLowestStepIsSavedByteForByteAsTheCommandDoes() throws IOException {
    int[] index = {INDEX};
    List<AttackFile.Target> targets =
        List.of(
            new AttackFile.Target(folder.resolve("cli.csv"), TraceFile::new),
            new AttackFile.Target(
                folder.resolve("cli.npz"), stream -> new PerturbationFile(stream, images, index)),
            new AttackFile.Target(
                folder.resolve("cli.png"), stream -> new PictureFile(stream, images)));
    AttackFile.writeAll(targets, files -> files.forEach(file -> file.add(byTheCommand())));

    for (StepFile file : StepFile.values()) {
      Path saved = folder.resolve("saved." + file.extension());
      file.write(attack, attack.best(), saved);
      assertThat(saved).hasSameBinaryContentAs(folder.resolve("cli." + file.extension()));
    }
  }

  @Test
  void anotherStepHasOtherPicturesAndTheSameTrace() throws IOException {
    Path start = folder.resolve("start");
    Path end = folder.resolve("end");
    for (StepFile file : StepFile.values()) {
      file.write(attack, 0, start);
      file.write(attack, 8, end);
      assertThat(Files.mismatch(start, end) < 0).isEqualTo(file == StepFile.TRACE);
    }
  }

  @Test
  void theNameSaysWhatIsInTheFile() {
    assertThat(StepFile.PICTURES.name(attack, 5)).isEqualTo("20260101-net-noise-test-2-step-5.png");
    assertThat(StepFile.TRACE.name(attack, 5)).isEqualTo("20260101-net-noise-test-2-trace.csv");
  }

  private Outcome byTheCommand() {
    return ComputeThread.get()
        .call(
            () -> {
              try (OpenModel model =
                  OpenModel.open(folder.resolve("20260101-net/final").toString(), Device.cpu())) {
                return new ImageAttack(model.classifier(), images, ATTACK, 7)
                    .run(new int[] {INDEX}, new int[] {2}, PgdObserver.none())
                    .get(0);
              }
            });
  }
}
