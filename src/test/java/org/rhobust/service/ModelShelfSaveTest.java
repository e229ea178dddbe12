package org.rhobust.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.run.QuickSettings;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.training.TrainingMethod;

class ModelShelfSaveTest {

  @TempDir private Path folder;

  private final ComputeThread compute = ComputeThread.get();
  private final ModelShelf models = new ModelShelf(compute);
  private final TrainingService service = new TrainingService(compute, models);

  @Test
  void anOpenModelIsCopiedWithItsDescription() throws Exception {
    ModelInfo sample = models.open("mnist-normal").get(60, TimeUnit.SECONDS);
    Path copy = folder.resolve("copy");

    save("mnist-normal", copy);

    assertThat(ModelDirectory.describe(copy)).isEqualTo(sample.description());
    ModelInfo reopened = models.open(copy.toString()).get(60, TimeUnit.SECONDS);
    assertThat(reopened.sha256()).isEqualTo(sample.sha256());
  }

  @Test
  void theNetworkInTrainingIsSavedAsWhatItIs() throws Exception {
    Path run = folder.resolve("run");
    service
        .start(
            new TrainingRequest(
                QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED), run, "cpu", 1, "train"))
        .get(60, TimeUnit.SECONDS);

    ModelDescription saved = save(ModelShelf.LIVE, folder.resolve("live"));

    assertThat(saved.notes()).contains("after step 4 of 4", "not measured");
    assertThat(saved.threshold()).isNull();
    assertThat(saved.figures()).isEmpty();
    assertThat(saved.method()).isEqualTo("ccat");
    assertThat(saved.transition().rho()).isEqualTo(12);
    assertThat(
            Arrays.equals(
                Files.readAllBytes(folder.resolve("live/weights.safetensors")),
                Files.readAllBytes(run.resolve("final/weights.safetensors"))))
        .isTrue();
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    models.open("mnist-normal").get(60, TimeUnit.SECONDS);
    Path place = folder.resolve("place");
    save("mnist-normal", place);

    assertThatThrownBy(() -> save("mnist-normal", place))
        .hasRootCauseMessage(
            place + " already holds a model; choose a new folder, so that none is lost");
    Files.createDirectories(folder.resolve("full"));
    Files.writeString(folder.resolve("full/mine.txt"), "x");
    assertThatThrownBy(() -> save("mnist-normal", folder.resolve("full")))
        .hasMessageContaining("it holds other files");
  }

  private ModelDescription save(String id, Path target) throws Exception {
    return models.save(id, target, service::snapshot).get(60, TimeUnit.SECONDS);
  }
}
