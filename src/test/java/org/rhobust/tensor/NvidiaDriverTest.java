package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NvidiaDriverTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19 01:15:15 UTC 2023',"
        + " 535.104.05",
    "'NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86.15  Release Build', 570.86.15",
    "'NVRM version: NVIDIA UNIX x86_64 Kernel Module  470.57  Tue Jul 13', 470.57",
    "nothing of the kind, of unknown version"
  })
  void theVersionIsTakenFromTheKernelsFile(String text, String version) throws IOException {
    Path file = Files.writeString(folder.resolve("version"), text + "\nGCC version:  gcc 12.2.0\n");
    assertThat(NvidiaDriver.version(file)).hasValue(version);
  }

  @Test
  void withoutTheFileThereIsNoDriver() {
    assertThat(NvidiaDriver.version(folder.resolve("version"))).isEmpty();
  }
}
