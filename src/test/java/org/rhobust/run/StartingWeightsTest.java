package org.rhobust.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.attack.PgdObserver;
import org.rhobust.data.AtomicFiles;
import org.rhobust.model.ModelDirectory;
import org.rhobust.model.ModelSource;
import org.rhobust.model.WeightTensor;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/** What a run begins with, and that it goes on from there after a kill. */
@ExtendWith(OnComputeThread.class)
class StartingWeightsTest {

  private static final TrainingSettings CCAT =
      QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED);

  @TempDir private Path folder;

  @Test
  void beginsWithTheWeightsOfTheModel() {
    try (TrainingRun run = begin("run", CCAT.toBuilder().weights("mnist-normal").build())) {
      assertThat(run.network().snapshot()).isEqualTo(ModelSource.resolve("mnist-normal").weights());
    }
  }

  @Test
  void goesOnThoughTheModelIsGone() throws IOException {
    finish(begin("first", CCAT));
    Path model = folder.resolve("first/final");
    TrainingSettings settings = CCAT.toBuilder().weights(model.toString()).seed(3).build();
    finish(begin("whole", settings));
    TrainingRun killed = begin("killed", settings);
    killed.advance();
    killed.close();
    AtomicFiles.deleteTree(model);

    finish(TrainingRun.resume(folder.resolve("killed"), PgdObserver.none()));

    assertThat(folder.resolve("killed/final/weights.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("whole/final/weights.safetensors"));
  }

  @Test
  void refusesAModelOfAnotherNetwork() {
    TrainingSettings settings = CCAT.toBuilder().network("lenet").weights("mnist-normal").build();

    assertThatThrownBy(() -> begin("run", settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the weights of mnist-normal are of network 'small' for 10 classes of 1x28x28 images,"
                + " but the run trains network 'lenet' for 10 classes of 1x28x28 images;"
                + " give a model of the same network");
    assertThat(Files.exists(folder.resolve("run"))).isFalse();
  }

  /** Batch normalisation's statistics and the input's are part of what is resumed. */
  @Test
  void aNetworkWithBuffersResumesToTheSameBytes() throws IOException {
    TrainingSettings settings =
        CCAT.toBuilder()
            .network("wrn-10-1")
            .examples(8)
            .batch(4)
            .steps(1)
            .augmentation(List.of("crop", "contrast"))
            .subset(5L)
            .build();
    finish(begin("whole", settings));
    TrainingRun killed = begin("killed", settings);
    killed.advance();
    killed.advance();
    killed.advance();
    killed.close();

    finish(TrainingRun.resume(folder.resolve("killed"), PgdObserver.none()));

    assertThat(folder.resolve("killed/final/weights.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("whole/final/weights.safetensors"));
    Map<String, WeightTensor> weights =
        ModelDirectory.read(folder.resolve("whole/final")).weights();
    assertThat((double) weights.get("normalise.mean").values()[0]).isCloseTo(0.13, within(0.04));
    assertThat((double) weights.get("normalise.std").values()[0]).isCloseTo(0.31, within(0.04));
  }

  @Test
  void someClassesOfADataSetAreADataSet() throws IOException {
    TrainingSettings settings =
        CCAT.toBuilder().dataset("mnist[3,8]").examples(20).batch(10).build();
    finish(begin("run", settings));

    var model = ModelDirectory.read(folder.resolve("run/final")).description();
    assertThat(model.classes()).isEqualTo(2);
    assertThat(model.dataset()).isEqualTo("mnist[3,8]");
    assertThat(model.name()).isEqualTo("mnist[3,8]-ccat");
  }

  private TrainingRun begin(String name, TrainingSettings settings) {
    return TrainingRun.begin(folder.resolve(name), settings, "cpu", 1, "test", PgdObserver.none());
  }

  private static void finish(TrainingRun run) {
    try (run) {
      while (!run.finished()) {
        run.advance();
      }
      run.finish(() -> {});
    }
  }
}
