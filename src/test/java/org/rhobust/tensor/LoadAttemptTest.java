package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadAttemptTest {

  @TempDir Path folder;
  private LoadAttempt attempt;

  @BeforeEach
  void make() {
    attempt = new LoadAttempt(folder.resolve("2.0.1-cu118"));
  }

  @Test
  void anAttemptThatDidNotSucceedFailed() throws IOException {
    assertThat(attempt.failedBefore()).isFalse();
    attempt.begin();
    assertThat(attempt.failedBefore()).isTrue();
    attempt.end();
    assertThat(attempt.failedBefore()).isFalse();
  }

  @Test
  void aFileThatCannotBeDeletedIsNoFailureOfWhatWasLoaded() throws IOException {
    Path inside = Files.createDirectories(attempt.file()).resolve("file");
    Files.writeString(inside, "");
    attempt.end();
    assertThat(inside).exists();
  }

  @Test
  void anotherProcessThatIsStillAtItDidNotFail() throws IOException {
    long parent = ProcessHandle.current().parent().orElseThrow().pid();
    Files.writeString(attempt.file(), Long.toString(parent));
    assertThat(attempt.failedBefore()).isFalse();
  }

  @Test
  void aFileThatNamesNoProcessIsAFailure() throws IOException {
    Files.writeString(attempt.file(), "no number");
    assertThat(attempt.failedBefore()).isTrue();
    Files.writeString(attempt.file(), "9".repeat(1000));
    assertThat(attempt.failedBefore()).isTrue();
  }
}
