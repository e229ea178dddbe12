package org.rhobust.cli;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Devices;
import org.rhobust.tensor.Torch;

class DevicesCommandTest {

  @TempDir Path folder;

  @Test
  void everyDeviceHasARowWithItsSpeedOrTheReason() {
    int threads = ComputeThread.get().call(Torch::threads);
    CliRun run = CliRun.of("devices", "--json");
    assertThat(ComputeThread.get().call(Torch::threads)).isEqualTo(threads);
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonArray rows = JsonParser.parseString(run.out()).getAsJsonArray();
    assertThat(rows)
        .extracting(row -> row.getAsJsonObject().get("device").getAsString())
        .containsExactlyElementsOf(ComputeThread.get().call(Devices::names));

    JsonObject cpu = rows.get(0).getAsJsonObject();
    assertThat(cpu.get("matrix_product_ms").getAsDouble()).isPositive();
    assertThat(cpu.get("pgd_iteration_ms").getAsDouble()).isPositive();
    assertThat(cpu.get("threads").getAsInt())
        .isBetween(1, Runtime.getRuntime().availableProcessors());
    assertThat(cpu.get("pytorch").getAsString()).isEqualTo(Torch.version());
    assertThat(cpu.get("natives").getAsString()).isEqualTo(Torch.details().flavor());
    assertThat(cpu.get("remark").getAsString()).isEqualTo(Torch.details().remark());
  }

  @Test
  void csvHasAHeaderAndARowADevice() {
    CliRun run = CliRun.of("devices");
    assertThat(run.outLines()).hasSize(1 + ComputeThread.get().call(Devices::names).size());
    assertThat(run.outLines().get(0))
        .startsWith(
            "device,compute_capability,memory_gb,threads,matrix_product_ms,pgd_iteration_ms");
    assertThat(run.outLines().get(1)).startsWith("cpu,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CUDA error: an illegal memory access|CUDA error: an illegal memory access",
        "CUDA out of memory. Tried to allocate 1 GiB|the GPU's memory is full; see with nvidia-smi"
      })
  void aDeviceThatCannotBeMeasuredHasARowWithTheReason(String problem, String reason) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = new Console(new PrintStream(out), new PrintStream(out), () -> false);
    DevicesCommand command =
        new DevicesCommand(
            console,
            device -> {
              throw new EngineException(problem + "\nException raised from some file");
            });
    command.format = new JsonOption();
    command.format.json = true;

    command.run();

    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(JsonParser.parseString(text).getAsJsonArray())
        .hasSameSizeAs(ComputeThread.get().call(Devices::names))
        .extracting(row -> row.getAsJsonObject().get("remark").getAsString())
        .allSatisfy(remark -> assertThat(remark).startsWith(reason).hasLineCount(1));
  }

  /** The one line that a user without a GPU sees for asking for it, with the reason. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "train --preset quick --method ccat --out OUT",
        "attack --model mnist-ccat --images mnist --index 0 --norm linf --epsilon 0.3",
        "predict --model mnist-ccat --images mnist",
        "evaluate --model mnist-ccat --battery quick --out OUT",
        "figures --model mnist-ccat --out OUT"
      })
  void aGpuThatIsNotThereIsRefusedWithTheReason(String command) {
    Path out = folder.resolve("out");
    CliRun run = CliRun.ofLine(command.replace("OUT", out.toString()) + " --device gpu:99");
    assertThat(run.exitCode()).isEqualTo(Cli.WRONG_USE);
    assertThat(run.errLines())
        .last(as(InstanceOfAssertFactories.STRING))
        .startsWith("error: device 'gpu:99' is not here: ")
        .contains("use auto or cpu");
    assertThat(out.toFile().list()).isNullOrEmpty();
  }
}
