package org.rhobust.tensor;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where to compute: {@code auto}, {@code cpu} or {@code gpu:n}. All but {@link #name} are asked on
 * the compute thread, since the first use of a GPU tries it.
 */
public final class Devices {

  private Devices() {}

  /**
   * The device of this name; {@code auto} is the first GPU that can compute, else the CPU.
   *
   * @throws IllegalArgumentException when the name is none of the three, or there is no such GPU
   * @throws EngineException when the GPU cannot compute
   */
  public static Device of(String name) {
    if (name.equals("cpu")) {
      return Device.cpu();
    }
    if (name.equals("auto")) {
      return gpus()
          .filter(id -> Gpus.problem(id).isEmpty())
          .mapToObj(Device::gpu)
          .findFirst()
          .orElse(Device.cpu());
    }
    if (!name.matches("gpu:\\d{1,2}")) {
      throw new IllegalArgumentException(
          "device '" + name + "' is unknown; use auto, cpu or gpu:0, gpu:1, …");
    }
    return gpu(Integer.parseInt(name.substring("gpu:".length())));
  }

  /** The name that {@link #of} takes for this device. */
  public static String name(Device device) {
    return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
  }

  /** The devices found: {@code cpu}, {@code gpu:0}, {@code gpu:1}, … */
  public static List<String> names() {
    return Stream.concat(Stream.of("cpu"), gpus().mapToObj(id -> "gpu:" + id)).toList();
  }

  /**
   * Why no GPU is used, or why one cannot be, and what to do, in one line; empty when all is well.
   * A GPU that was not used yet is not tried for it.
   */
  public static String remark() {
    String remark = Torch.details().remark();
    return remark.isEmpty() ? String.join("; ", Gpus.knownProblems()) : remark;
  }

  /** A GPU's memory in bytes, all of it; 0 for the CPU. */
  public static long memory(Device device) {
    return device.isGpu() ? CudaUtils.getGpuMemory(device).getMax() : 0;
  }

  /** The bytes taken of a GPU's memory, by all programs; empty where {@code device} is no GPU. */
  public static OptionalLong usedMemory(Device device) {
    return device.isGpu()
        ? OptionalLong.of(CudaUtils.getGpuMemory(device).getUsed())
        : OptionalLong.empty();
  }

  /** A GPU's compute capability, such as {@code 8.6}; empty for the CPU. */
  public static String computeCapability(Device device) {
    return device.isGpu()
        ? CudaUtils.getComputeCapability(device.getDeviceId()).replaceFirst("(\\d)$", ".$1")
        : "";
  }

  private static IntStream gpus() {
    return IntStream.range(0, Gpus.count());
  }

  private static Device gpu(int id) {
    if (id >= Gpus.count()) {
      throw new IllegalArgumentException(
          "device 'gpu:%d' is not here: %s; use auto or cpu"
              .formatted(id, Gpus.count() == 0 ? remark() : Gpus.count() + " GPUs were found"));
    }
    Optional<String> problem = Gpus.problem(id);
    if (problem.isPresent()) {
      throw new EngineException(problem.get() + "; or use auto or cpu", null);
    }
    return Device.gpu(id);
  }
}
