package org.rhobust.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Loads the GPU build of PyTorch with the CUDA runtime of the class path on a machine without a
 * driver, and computes on the CPU. Only {@code libcaffe2_nvrtc.so} is left out, which needs the
 * driver's {@code libcuda.so.1}. Runs in a process of its own: no two builds share one.
 */
final class GpuNativesOnCpu {

  private GpuNativesOnCpu() {}

  public static void main(String[] arguments) throws IOException {
    Path cache = Files.createDirectories(Utils.getEngineCacheDir("pytorch"));
    CudaRuntime runtime = CudaRuntime.onClassPath(cache).orElseThrow();
    runtime.unpack();
    runtime.load();
    Natives natives =
        Natives.onClassPath().stream().filter(Natives::forGpu).findFirst().orElseThrow();
    System.setProperty("PYTORCH_LIBRARY_PATH", unpackWithoutDriver(natives, cache).toString());
    System.setProperty("PYTORCH_FLAVOR", natives.flavor());
    ComputeThread.get().call(GpuNativesOnCpu::compute);
  }

  private static Void compute() {
    NDArray images = Torch.manager(Device.cpu()).ones(new Shape(1, 1, 4, 4));
    NDArray kernel = images.duplicate();
    NDArray gradient =
        Gradients.of(images, () -> Conv2d.conv2d(images.mul(3), kernel).singletonOrThrow().sum());
    System.out.println(
        "%s %s %.1f"
            .formatted(Torch.details().flavor(), Torch.version(), gradient.sum().getFloat()));
    return null;
  }

  private static Path unpackWithoutDriver(Natives natives, Path cache) throws IOException {
    Path folder = cache.resolve(natives.folder().getFileName() + "-without-driver");
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    if (!Files.exists(folder)) {
      Files.createDirectories(part);
      Properties properties = new Properties();
      try (InputStream stream = natives.properties().openStream()) {
        properties.load(stream);
      }
      for (String library : properties.getProperty("libraries").split(",")) {
        if (!library.equals("libcaffe2_nvrtc.so")) {
          String name = "/pytorch/%s/linux-x86_64/%s".formatted(natives.flavor(), library);
          try (InputStream stream = GpuNativesOnCpu.class.getResourceAsStream(name)) {
            Files.copy(stream, part.resolve(library));
          }
        }
      }
      Files.move(part, folder);
    }
    return folder;
  }
}
