package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacking, with a small jar in the shape of the real one. */
class CudaRuntimeTest {

  private static final String VERSION = "11.8-8.6-1.5.8";

  @TempDir Path folder;

  @Test
  void onlyWhatIsNeededIsUnpackedIntoAFolderOfItsVersion() throws IOException {
    CudaRuntime runtime = new CudaRuntimeJar(VERSION).runtime(folder);
    long needed = CudaRuntime.LIBRARIES.stream().mapToLong(String::length).sum();
    assertThat(runtime.bytesToUnpack()).isEqualTo(needed);

    runtime.unpack();

    assertThat(runtime.folder()).isEqualTo(folder.resolve("cuda-" + VERSION));
    assertThat(names(runtime.folder())).containsExactlyInAnyOrderElementsOf(CudaRuntime.LIBRARIES);
    assertThat(runtime.bytesToUnpack()).isZero();
  }

  @Test
  void theLibraryThatCountsGpusGoesByTheNameThatDjlLooksFor() throws IOException {
    Path cudart = new CudaRuntimeJar(VERSION).runtime(folder).unpackCudart();
    assertThat(names(cudart)).containsExactly("libcudart.so");
    assertThat(cudart.resolve("libcudart.so")).hasContent("libcudart.so.11.0");
  }

  @Test
  void whatIsThereStaysAndWhatIsDamagedIsReplaced() throws IOException {
    CudaRuntime runtime = new CudaRuntimeJar(VERSION).runtime(folder);
    runtime.unpack();
    Path library = runtime.folder().resolve("libcudnn.so.8");
    Object untouched = Files.getLastModifiedTime(library);
    runtime.unpack();
    assertThat(Files.getLastModifiedTime(library)).isEqualTo(untouched);

    Files.writeString(library, "cut");
    assertThat(runtime.bytesToUnpack()).isEqualTo("libcudnn.so.8".length());
    runtime.unpack();
    assertThat(library).hasContent("libcudnn.so.8");
  }

  @Test
  void whatAKilledProcessLeftIsNoObstacle() throws IOException {
    CudaRuntime runtime = new CudaRuntimeJar(VERSION).runtime(folder);
    Path part = Files.createDirectories(folder.resolve("cuda-" + VERSION + ".part"));
    Files.writeString(part.resolve("libcudnn.so.8"), "half");

    runtime.unpack();

    assertThat(part).doesNotExist();
    assertThat(runtime.bytesToUnpack()).isZero();
  }

  @Test
  void ajarWithoutALibraryIsRefusedAndNothingIsLeft() throws IOException {
    CudaRuntime runtime = new CudaRuntimeJar(VERSION).without("libcudnn.so.8").runtime(folder);
    assertThatThrownBy(runtime::unpack)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has no usable libcudnn.so.8");
    assertThat(names(folder)).noneMatch(name -> name.startsWith("cuda-") && !name.endsWith("lock"));
  }

  @Test
  void aVersionThatIsNoneNamesNoFolder() {
    assertThatThrownBy(() -> new CudaRuntimeJar("../outside").runtime(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not tell its version");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
