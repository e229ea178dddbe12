package org.rhobust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Devices;
import org.rhobust.tensor.Torch;

class DevicesCommandTest {

  @Test
  void everyDeviceHasARowWithItsSpeedOrTheReason() {
    CliRun run = CliRun.of("devices", "--json");
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

  @Test
  void theThreadCountStaysAsItWas() {
    int before = ComputeThread.get().call(Torch::threads);
    CliRun.of("devices");
    assertThat(ComputeThread.get().call(Torch::threads)).isEqualTo(before);
  }

  /** The one line that a user without a GPU sees for asking for it, with the reason. */
  @Test
  void aGpuThatIsNotThereIsRefusedWithTheReason() {
    CliRun run = CliRun.ofLine("predict --model mnist-ccat --images mnist --device gpu:99");
    assertThat(run.exitCode()).isEqualTo(Cli.WRONG_USE);
    assertThat(run.err()).contains("device 'gpu:99' is not here: ").contains("use auto or cpu");
    assertThat(run.errLines()).hasSize(1);
  }
}
