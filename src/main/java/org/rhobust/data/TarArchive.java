package org.rhobust.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Takes known files out of a {@code .tar.gz}, and nothing else. */
final class TarArchive {

  private static final int BUFFER = 1 << 16;

  private TarArchive() {}

  /**
   * Writes the members to {@code folder}. No name of the archive becomes a path: an entry is a
   * member when its name after the last slash is.
   *
   * @param members names with sizes in bytes
   * @throws DataException if a member is missing or of another size, or the archive is damaged
   * @throws CancellationException soon after {@code cancelled} says so
   */
  static void unpack(
      Path archive, Path folder, Map<String, Long> members, BooleanSupplier cancelled) {
    Set<String> missing = new HashSet<>(members.keySet());
    try (InputStream raw = Files.newInputStream(archive);
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(raw, BUFFER))) {
      ArchiveEntry entry = tar.getNextEntry();
      while (entry != null && !missing.isEmpty()) {
        Transfer.stopIf(cancelled);
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (!entry.isDirectory() && missing.remove(name)) {
          checkSize(archive, name, entry.getSize(), members.get(name));
          AtomicFiles.write(
              folder.resolve(name), out -> copy(tar, out, members.get(name), archive, cancelled));
        }
        entry = tar.getNextEntry();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(archive, e);
    }
    if (!missing.isEmpty()) {
      throw new DataException(
          "%s does not hold %s; delete it and download it again"
              .formatted(archive, String.join(", ", missing)));
    }
  }

  private static void checkSize(Path archive, String name, long size, long expected) {
    if (size != expected) {
      throw new DataException(
          "%s: %s has %d bytes, not %d; delete it and download it again"
              .formatted(archive, name, size, expected));
    }
  }

  private static void copy(
      InputStream from, OutputStream to, long bytes, Path archive, BooleanSupplier cancelled)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = bytes;
    while (left > 0) {
      Transfer.stopIf(cancelled);
      int read = read(from, buffer, (int) Math.min(buffer.length, left), archive);
      to.write(buffer, 0, read);
      left -= read;
    }
  }

  /** Tells a failure to read from one to write. */
  private static int read(InputStream from, byte[] buffer, int most, Path archive) {
    try {
      int read = from.read(buffer, 0, most);
      if (read < 0) {
        throw new EOFException();
      }
      return read;
    } catch (IOException e) {
      throw damaged(archive, e);
    }
  }

  private static DataException damaged(Path archive, Exception cause) {
    return new DataException(
        "%s is damaged; delete it and download it again".formatted(archive), cause);
  }
}
