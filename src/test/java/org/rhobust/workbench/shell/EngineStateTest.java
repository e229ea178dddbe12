package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.rhobust.service.EngineStatus;

class EngineStateTest {

  private final EngineState engine = new EngineState(Runnable::run);
  private final List<Throwable> problems = new ArrayList<>();

  @Test
  void tellsHowFarTheFirstUnpackingIs() {
    engine.unpacking(0.424);

    assertThat(engine.textProperty().get()).contains("Unpacking PyTorch", "42 %");
    assertThat(engine.unpackedProperty().get()).isEqualTo(0.424);

    engine.unpacking(1);

    assertThat(engine.textProperty().get()).isEqualTo("Loading PyTorch");
  }

  @Test
  void aCpuIsShownWithItsThreadsAndWhyThereIsNoGpu() {
    load(status("cpu", List.of("cpu"), "No GPU is used: no NVIDIA driver was found"));

    assertThat(engine.textProperty().get()).isEqualTo("CPU · 2 threads");
    assertThat(engine.details())
        .startsWith("PyTorch 2.0.1 on CPU.\nNo GPU is used: no NVIDIA driver was found\n")
        .endsWith("a running training keeps its device.");
  }

  @Test
  void theChosenDeviceIsShown() {
    load(status("gpu:0", List.of("cpu", "gpu:0"), ""));
    assertThat(engine.textProperty().get()).isEqualTo("GPU 0");

    engine.choose("cpu");
    assertThat(engine.textProperty().get()).isEqualTo("CPU · 2 threads");
    assertThat(engine.details()).startsWith("PyTorch 2.0.1 on CPU.\nAnother choice ");

    engine.choose("auto");
    assertThat(engine.textProperty().get()).isEqualTo("GPU 0");
  }

  @Test
  void anEngineThatDidNotLoadIsToldAndStaysSo() {
    engine.load(
        CompletableFuture.failedFuture(new IllegalStateException("no natives")), problems::add);
    engine.unpacking(1);

    assertThat(engine.textProperty().get()).isEqualTo("PyTorch is not loaded");
    assertThat(engine.statusProperty().get()).isNull();
    assertThat(problems).singleElement().extracting(Throwable::getMessage).isEqualTo("no natives");
  }

  private void load(EngineStatus status) {
    engine.load(CompletableFuture.completedFuture(status), problems::add);
  }

  private static EngineStatus status(String device, List<String> devices, String remark) {
    return new EngineStatus("2.0.1", device, 2, devices, "", remark);
  }
}
