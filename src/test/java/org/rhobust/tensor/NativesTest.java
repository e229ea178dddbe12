package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativesTest {

  private static final String PROPERTIES = "native/lib/pytorch.properties";

  @TempDir Path folder;

  @Test
  void theClassPathHoldsThoseOfTheCpuWithTheirSize() {
    assertThat(Natives.onClassPath())
        .filteredOn(natives -> !natives.forGpu())
        .singleElement()
        .satisfies(
            natives -> {
              assertThat(natives.flavor()).isEqualTo("cpu");
              assertThat(natives.bytes()).isGreaterThan(100_000_000);
              assertThat(natives.folder().getFileName().toString()).contains("-cpu-");
            });
  }

  @Test
  void theEngineSeesOnlyTheChosenOnes() throws IOException {
    Natives gpu = gpu();
    assertThat(Collections.list(gpu.alone().getResources(PROPERTIES)))
        .containsExactly(gpu.properties());
    assertThat(gpu.alone().getResource("jnilib/pytorch.properties")).isNotNull();
    assertThat(gpu.forGpu()).isTrue();
  }

  @Test
  void whatIsUnpackedIsNotCounted() throws IOException {
    Natives gpu = new Natives("cu118", null, folder.resolve("natives"), 7);
    assertThat(gpu.bytesToUnpack()).isEqualTo(7);
    Files.createDirectory(gpu.folder());
    assertThat(gpu.bytesToUnpack()).isZero();
  }

  private Natives gpu() throws IOException {
    Path file = folder.resolve("pytorch.properties");
    Files.writeString(file, "version=2.0.1-20230709\nflavor=cu118\nclassifier=linux-x86_64\n");
    URL url = file.toUri().toURL();
    Natives natives = Natives.read(url, folder);
    assertThat(natives.folder()).isEqualTo(folder.resolve("2.0.1-20230709-cu118-linux-x86_64"));
    return natives;
  }
}
