package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.util.cuda.CudaUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each obstacle has one line with a cure. */
class GpuPreparationTest {

  private static final Optional<String> DRIVER = Optional.of("535.104.05");

  private static final String VERSION = "11.8-8.6-1.5.8";

  @TempDir Path cache;
  private Natives natives;
  private LoadAttempt attempt;

  @BeforeEach
  void makeNatives() {
    natives = new Natives("cu118", null, cache.resolve("2.0.1-cu118"), 3_000_000_000L);
    attempt = new LoadAttempt(natives.folder());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutADriver() {
    assertThatThrownBy(() -> prepare(Optional.empty()).requireParts())
        .isInstanceOf(NoGpuException.class)
        .hasMessage("no NVIDIA driver was found; a GPU needs one (see docs/devices.md)");
  }

  @Test
  void withoutTheGpuBuild() {
    assertThatThrownBy(() -> new GpuPreparation(Optional.empty(), DRIVER, cache).requireParts())
        .hasMessage(
            "this build has no GPU libraries, though the NVIDIA driver 535.104.05 is here; build it"
                + " with -Pgpu");
  }

  @Test
  void withTooLittleSpace() throws IOException, NoGpuException {
    CudaRuntime runtime = new CudaRuntimeJar(VERSION).runtime(cache);
    long needed = prepare(DRIVER).bytesToUnpack(runtime);
    assertThat(needed).isGreaterThan(natives.bytes());
    assertThatThrownBy(() -> prepare(DRIVER).requireSpace(needed, 1_200_000_000L))
        .hasMessage(
            "the GPU libraries need 3.1 GB in %s, where 1.2 GB are free; make room, or set"
                    .formatted(cache)
                + " DJL_CACHE_DIR to another folder");
  }

  @Test
  void whatIsUnpackedNeedsNoSpace() throws IOException, NoGpuException {
    CudaRuntime runtime = new CudaRuntimeJar(VERSION).runtime(cache);
    runtime.unpack();
    Files.createDirectories(natives.folder());
    assertThat(prepare(DRIVER).bytesToUnpack(runtime)).isZero();
    prepare(DRIVER).requireSpace(0, 0);
  }

  @Test
  void afterAStartThatFailed() throws IOException {
    attempt.begin();
    CudaRuntime runtime = new CudaRuntimeJar(VERSION).runtime(cache);
    assertThatThrownBy(() -> prepare(DRIVER).run(runtime, attempt))
        .hasMessage(
            "the GPU build of PyTorch could not be loaded at an earlier start; delete %s to try"
                    .formatted(attempt.file())
                + " again");
  }

  @Test
  void withADriverThatServesNoGpu() throws IOException {
    ComputeThread.get().loaded().join();
    assumeTrue(CudaUtils.getGpuCount() == 0, "this machine has a GPU");
    CudaRuntime runtime = new CudaRuntimeJar(VERSION).runtime(cache);
    assertThatThrownBy(() -> prepare(DRIVER).run(runtime, attempt))
        .hasMessageStartingWith("CUDA finds no GPU that the NVIDIA driver 535.104.05 serves; ");
    assertThat(runtime.folder()).doesNotExist();
  }

  @Test
  void withACacheThatCannotBeWritten() throws IOException {
    CudaRuntime runtime = new CudaRuntimeJar(VERSION).runtime(cache);
    Files.createDirectories(cache.resolve("cudart-11.8-8.6-1.5.8.lock"));
    assertThatThrownBy(() -> prepare(DRIVER).run(runtime, attempt))
        .isInstanceOf(NoGpuException.class)
        .hasMessageContaining("could not be unpacked into " + cache)
        .hasMessageEndingWith("; set DJL_CACHE_DIR to another folder");
  }

  @Test
  void withARuntimeThatLacksALibrary() throws IOException {
    CudaRuntime runtime = new CudaRuntimeJar(VERSION).without("libcudnn.so.8").runtime(cache);
    assertThatThrownBy(() -> prepare(DRIVER).bytesToUnpack(runtime))
        .isInstanceOf(NoGpuException.class)
        .hasMessageContaining(" has no usable libcudnn.so.8; build again with -Pgpu");
  }

  @Test
  void withALibraryThatDoesNotLoad() throws IOException {
    CudaRuntime runtime = new CudaRuntimeJar(VERSION).runtime(cache);
    runtime.unpack();
    assertThatThrownBy(() -> prepare(DRIVER).load(runtime, attempt))
        .isInstanceOf(NoGpuException.class)
        .hasMessageStartingWith("the CUDA runtime could not be loaded: ")
        .hasMessageEndingWith("; delete %s to unpack it again".formatted(runtime.folder()));
    assertThat(attempt.failedBefore()).isFalse();
  }

  /** None of its libraries is there, so this would fail otherwise if it loaded them first. */
  @Test
  void withAnAttemptThatCannotBeNoted() throws IOException {
    CudaRuntime runtime = new CudaRuntimeJar(VERSION).runtime(cache);
    Files.createDirectories(attempt.file().resolve("folder"));
    assertThatThrownBy(() -> prepare(DRIVER).load(runtime, attempt))
        .isInstanceOf(NoGpuException.class)
        .hasMessageStartingWith(attempt.file() + " could not be written: ")
        .hasMessageEndingWith("; set DJL_CACHE_DIR to another folder");
  }

  private GpuPreparation prepare(Optional<String> driver) {
    return new GpuPreparation(Optional.of(natives), driver, cache);
  }
}
