package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The GPU build as far as it can be tried without a GPU. Skipped where it is not on the class path;
 * {@code mvn -Pgpu test -Dtest=GpuNativesTest} unpacks 4.8 GB in the engine's cache folder.
 */
@EnabledOnOs(OS.LINUX)
class GpuNativesTest {

  @Test
  void theGpuBuildLoadsWithTheCudaRuntimeAndComputesOnTheCpu()
      throws IOException, InterruptedException {
    Path cache = Utils.getEngineCacheDir("pytorch");
    assumeTrue(
        Natives.onClassPath().stream().anyMatch(Natives::forGpu),
        "the GPU build is not on the class path; build with -Pgpu");
    assumeTrue(
        CudaRuntime.onClassPath(cache).isPresent(),
        "the CUDA runtime is not on the class path; build with -Pgpu");

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                GpuNativesOnCpu.class.getName())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output.lines().reduce("", (first, last) -> last)).isEqualTo("cu118 2.0.1 48.0");
  }
}
