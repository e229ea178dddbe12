package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class GivenLibtorchTest {

  @TempDir Path folder;

  @Test
  void cudartLiesBesideADownloadedLibtorch() throws IOException {
    Path lib = Files.createDirectories(folder.resolve("libtorch/lib"));
    Path cudart = Files.writeString(lib.resolve("libcudart-218eec4c.so.12"), "cudart");
    assertThat(GivenLibtorch.cudart(lib)).hasValue(cudart);
  }

  @Test
  void cudartHasAFolderOfItsOwnInPython() throws IOException {
    Path lib = Files.createDirectories(folder.resolve("site-packages/torch/lib"));
    Path cuda = folder.resolve("site-packages/nvidia/cuda_runtime/lib");
    Path cudart =
        Files.writeString(Files.createDirectories(cuda).resolve("libcudart.so.12"), "cudart");
    assertThat(GivenLibtorch.cudart(lib)).hasValue(cudart);
  }

  @Test
  void aLibtorchForTheCpuHasNone() throws IOException, NoGpuException {
    assertThat(GivenLibtorch.cudart(folder)).isEmpty();
    assertThat(GivenLibtorch.linkedCudart(folder, folder)).isEmpty();
  }

  @Test
  void theLinkHasTheNameThatDjlLooksForAtEveryStart() throws IOException {
    Path cudart = Files.writeString(folder.resolve("libcudart.so.12"), "cudart");
    Path link = GivenLibtorch.link(cudart, folder);
    assertThat(link.resolve("libcudart.so")).hasContent("cudart");
    assertThat(GivenLibtorch.link(cudart, folder)).isEqualTo(link);
  }

  @Test
  void aCacheThatTakesNoLinkLeavesTheCpu() throws IOException {
    Files.writeString(folder.resolve("libcudart.so.12"), "cudart");
    Path cache = Files.writeString(folder.resolve("cache"), "no folder");
    assertThatThrownBy(() -> GivenLibtorch.linkedCudart(folder, cache))
        .isInstanceOf(NoGpuException.class)
        .hasMessageStartingWith(
            "libcudart of %s could not be linked into %s".formatted(folder, cache))
        .hasMessageEndingWith("; set DJL_CACHE_DIR to another folder");
  }
}
