package org.rhobust.cli;

import ai.djl.Device;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rhobust.service.DeviceSpeed;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Devices;
import org.rhobust.tensor.EngineDetails;
import org.rhobust.tensor.GpuMemory;
import org.rhobust.tensor.Torch;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Lists the devices with what was loaded for them, and how fast each is. */
@CommandLine.Command(
    name = "devices",
    description = {
      "List the devices that --device takes, how fast each is, and what was loaded for them.",
      "",
      "The result is CSV. matrix_product_ms is a product of two 1024 x 1024 matrices with all cores"
          + " or the GPU, pgd_iteration_ms an iteration of PGD on 50 MNIST images through the small"
          + " network with the number of threads that is fastest for it; both are medians of five"
          + " trials. remark says why a GPU is not used, and what to do.",
      ""
    })
final class DevicesCommand extends Command {

  @Mixin JsonOption format;

  private final Function<Device, DeviceSpeed> measuring;

  DevicesCommand(Console console) {
    this(console, DeviceSpeed::measure);
  }

  DevicesCommand(Console console, Function<Device, DeviceSpeed> measuring) {
    super(console);
    this.measuring = measuring;
  }

  @Override
  public void run() {
    Table table =
        new Table(
            "device",
            "compute_capability",
            "memory_gb",
            "threads",
            "matrix_product_ms",
            "pgd_iteration_ms",
            "remark",
            "pytorch",
            "natives",
            "cuda",
            "driver",
            "djl",
            "folder");
    ComputeThread compute = ComputeThread.get();
    List<String> names = compute.call(Devices::names);
    for (String name : names) {
      console.checkStop();
      compute.call(() -> add(table, name));
    }
    console.print(table.text(format.json));
  }

  private Table add(Table table, String name) {
    try {
      Device device = Devices.of(name);
      DeviceSpeed speed = measuring.apply(device);
      return add(
          table,
          name,
          Devices.computeCapability(device),
          device.isGpu() ? rounded(Devices.memory(device) / 1e9, 10) : null,
          speed.threads(),
          rounded(speed.matrixMillis(), 1000),
          rounded(speed.pgdMillis(), 1000),
          device.isGpu() ? "" : Torch.details().remark());
    } catch (RuntimeException e) {
      // Whatever a library throws for one device, the others have rows.
      String remark = Console.oneLine(Objects.toString(GpuMemory.explain(e).getMessage(), ""));
      return add(
          table, name, null, null, null, null, null, remark.isEmpty() ? e.toString() : remark);
    }
  }

  private static Table add(Table table, Object... ofDevice) {
    EngineDetails engine = Torch.details();
    Stream<Object> ofEngine =
        Stream.of(
            engine.pytorch(),
            engine.flavor(),
            engine.cuda(),
            engine.driver(),
            engine.djl(),
            engine.folder());
    return table.add(Stream.concat(Stream.of(ofDevice), ofEngine).toArray());
  }

  /** A measured time has no more digits than these. */
  private static double rounded(double value, int parts) {
    return Math.round(value * parts) / (double) parts;
  }
}
