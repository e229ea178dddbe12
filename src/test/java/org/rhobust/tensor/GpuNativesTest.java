package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The GPU build as far as it can be tried without a GPU. Skipped where it is not on the class path;
 * {@code mvn -Pgpu test -Dtest=GpuNativesTest} unpacks 4.8 GB in the engine's cache folder.
 */
@EnabledOnOs(OS.LINUX)
class GpuNativesTest {

  /** The first time unpacks; a process that hangs must not hold the build for ever. */
  private static final int LONGEST_MINUTES = 10;

  @TempDir Path folder;

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

    Path log = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                GpuNativesOnCpu.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly().waitFor();
    String output = Files.readString(log).strip();

    assertThat(ended).as(output).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output.lines().reduce("", (first, last) -> last)).isEqualTo("cu118 2.0.1 48.0");
  }
}
