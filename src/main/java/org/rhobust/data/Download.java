package org.rhobust.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Brings the files of a data set from their public homes into its folder, when asked to. What has
 * arrived is kept as {@code .part} and gone on with; a file gets its name only once its size and
 * checksum are right.
 */
public final class Download {

  private final Path folder;
  private final List<RemoteFile> files;
  private final Map<String, Long> members;

  private Download(Path folder, List<RemoteFile> files, Map<String, Long> members) {
    this.folder = folder;
    this.files = List.copyOf(files);
    this.members = new TreeMap<>(members);
  }

  /** Of files that are used as they are. */
  static Download ofFiles(Path folder, List<RemoteFile> files) {
    return new Download(folder, files, Map.of());
  }

  /**
   * Of one {@code .tar.gz}, which is deleted once it is unpacked.
   *
   * @param members the files to take out of it, by name, with their sizes in bytes
   */
  static Download ofArchive(Path folder, RemoteFile archive, Map<String, Long> members) {
    return new Download(folder, List.of(archive), members);
  }

  /** Where the files go; it need not exist yet. */
  public Path folder() {
    return folder;
  }

  /** What is fetched, and from where. */
  public List<RemoteFile> files() {
    return files;
  }

  /** What is to be fetched in all, in bytes. */
  public long bytes() {
    return files.stream().mapToLong(RemoteFile::bytes).sum();
  }

  /** Whether all files are in the folder, with the right sizes. */
  public boolean present() {
    return kept().entrySet().stream()
        .allMatch(file -> hasSize(folder.resolve(file.getKey()), file.getValue()));
  }

  /** The names of the files that the folder holds in the end. */
  List<String> keptNames() {
    return List.copyOf(kept().keySet());
  }

  /**
   * Fetches what is missing, unpacks it, and returns when all is there. A file that was put into
   * the folder by hand is taken.
   *
   * @param progress called in this thread, several times a second
   * @param cancelled asked in this thread, several times a second
   * @throws java.util.concurrent.CancellationException within a second after {@code cancelled} says
   *     so; what has arrived is kept
   * @throws DataException if a file cannot be had, is not the published one, or cannot be written;
   *     it says where to put a file fetched by other means
   */
  public void run(DownloadProgress progress, BooleanSupplier cancelled) {
    if (present()) {
      return;
    }
    long total = bytes();
    long before = 0;
    for (RemoteFile file : files) {
      long start = before;
      Path target = folder.resolve(file.name());
      if (!hasSize(target, file.bytes())) {
        new Transfer(file, target, bytes -> progress.at(start + bytes, total), cancelled).run();
      } else if (!members.isEmpty()) {
        Transfer.verify(file, target, cancelled);
      }
      before += file.bytes();
    }
    progress.at(total, total);
    if (!members.isEmpty()) {
      unpack(folder.resolve(files.get(0).name()), cancelled);
    }
  }

  private void unpack(Path archive, BooleanSupplier cancelled) {
    TarArchive.unpack(archive, folder, members, cancelled);
    try {
      Files.delete(archive);
    } catch (IOException e) {
      throw FileErrors.cannotWrite(archive, e);
    }
  }

  private Map<String, Long> kept() {
    if (!members.isEmpty()) {
      return members;
    }
    Map<String, Long> kept = new TreeMap<>();
    files.forEach(file -> kept.put(file.name(), file.bytes()));
    return kept;
  }

  private static boolean hasSize(Path file, long bytes) {
    try {
      return Files.isRegularFile(file) && Files.size(file) == bytes;
    } catch (IOException e) {
      return false;
    }
  }
}
