package org.rhobust.tensor;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;

/** Where to compute: {@code auto}, {@code cpu} or {@code gpu:n}. */
public final class Devices {

  private Devices() {}

  /**
   * The device of this name; {@code auto} is the first GPU where there is one, else the CPU.
   *
   * @throws IllegalArgumentException when the name is none of the three or there is no such GPU
   */
  public static Device of(String name) {
    if (name.equals("cpu")) {
      return Device.cpu();
    }
    if (name.equals("auto")) {
      return CudaUtils.getGpuCount() > 0 ? Device.gpu(0) : Device.cpu();
    }
    if (!name.matches("gpu:\\d{1,2}")) {
      throw new IllegalArgumentException(
          "device '" + name + "' is unknown; use auto, cpu or gpu:0, gpu:1, …");
    }
    int id = Integer.parseInt(name.substring("gpu:".length()));
    int count = CudaUtils.getGpuCount();
    if (id >= count) {
      throw new IllegalArgumentException(
          "device '" + name + "' is not here: " + count + " GPUs were found; use auto or cpu");
    }
    return Device.gpu(id);
  }

  /** The name that {@link #of} takes for this device. */
  public static String name(Device device) {
    return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
  }
}
