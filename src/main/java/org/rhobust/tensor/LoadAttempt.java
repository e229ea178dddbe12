package org.rhobust.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that stands beside the natives of the GPU build while CUDA and they are loaded. Where that
 * fails, or ends the process, no other natives can be loaded in this process; the file stays, and
 * the next start knows.
 */
final class LoadAttempt {

  private static final Logger LOG = LoggerFactory.getLogger(LoadAttempt.class);

  private final Path file;

  LoadAttempt(Path natives) {
    file = natives.resolveSibling(natives.getFileName() + ".attempt");
  }

  Path file() {
    return file;
  }

  /** Whether an earlier process failed; one that is still at it did not. */
  boolean failedBefore() throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    Optional<ProcessHandle> process = pid().flatMap(ProcessHandle::of);
    return process.isEmpty() || process.get().pid() == ProcessHandle.current().pid();
  }

  void begin() throws IOException {
    Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
  }

  /** The process lived through it. What was loaded is no worse for a file that stays. */
  void end() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("delete {}, or the next start will use no GPU: {}", file, e.toString());
      LOG.debug("not deleted", e);
    }
  }

  private Optional<Long> pid() throws IOException {
    String text = Files.size(file) > 20 ? "" : Files.readString(file);
    return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
