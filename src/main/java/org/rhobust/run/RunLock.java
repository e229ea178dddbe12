package org.rhobust.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a run's folder to the one process that trains it: a lock of the operating system, which
 * frees it when the process dies, on the empty file {@code train.lock}, which is there meanwhile.
 * It holds on one machine, and beyond where its file system shares locks. Where that has none, only
 * this process is kept from training a run twice.
 */
public final class RunLock implements AutoCloseable {

  /** Who trains a run. */
  public enum Holder {
    /** No process that can be known of. */
    NOBODY,
    /** This one. */
    THIS_PROCESS,
    /** Another one. */
    ANOTHER_PROCESS
  }

  private static final String FILE = "train.lock";

  /** Another window that looks who trains a run holds its lock for a moment. */
  private static final int TRIES = 10;

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /**
   * The folders that this process holds. POSIX frees a lock when its process closes any channel of
   * the file, so the file of such a folder must not be opened again; hence all is synchronized.
   */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path folder;
  private final FileChannel channel;

  private RunLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes a run's folder to train in it.
   *
   * @throws RunException when a process trains in it already, or it cannot be written
   */
  public static RunLock take(Path folder) {
    try {
      Path real = folder.toRealPath();
      for (int i = 0; i < TRIES; i++) {
        RunLock lock = tryToTake(real);
        if (lock != null) {
          return lock;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (IOException e) {
      throw new RunException(
          "%s cannot be trained in: %s; give yourself the right to write there"
              .formatted(folder, e.getMessage()),
          e);
    }
    throw new RunException(
        "%s is in training in another process: stop it there first, or wait until it ends"
            .formatted(folder));
  }

  /** Who trains in a folder now; nobody where that cannot be known. */
  public static synchronized Holder holder(Path folder) {
    try {
      if (!Files.exists(folder.resolve(FILE))) {
        return Holder.NOBODY;
      }
      if (HELD.contains(folder.toRealPath())) {
        return Holder.THIS_PROCESS;
      }
      try (FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        return lock == null ? Holder.ANOTHER_PROCESS : Holder.NOBODY;
      }
    } catch (OverlappingFileLockException e) {
      return Holder.THIS_PROCESS;
    } catch (IOException e) {
      return Holder.NOBODY;
    }
  }

  private static synchronized RunLock tryToTake(Path folder) throws IOException {
    if (HELD.contains(folder)) {
      throw new RunException(folder + " is in training here already: stop it first");
    }
    Path file = folder.resolve(FILE);
    Object before = identity(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean sameFile = before == null || Objects.equals(before, identity(file));
    if (!locks(channel) || !sameFile) {
      channel.close();
      return null;
    }
    HELD.add(folder);
    return new RunLock(folder, channel);
  }

  private static boolean locks(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // A file system without locks.
      return true;
    }
  }

  /** A file that its holder has removed meanwhile is not the one that others find. */
  private static Object identity(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Leaves the folder to others, as it was; nothing where that was done before. */
  @Override
  public void close() {
    synchronized (RunLock.class) {
      if (!channel.isOpen()) {
        return;
      }
      HELD.remove(folder);
      // Before it is freed, so that nobody else's is removed.
      try (channel) {
        Files.deleteIfExists(folder.resolve(FILE));
      } catch (IOException e) {
        // A file that nobody holds keeps nobody out.
      }
    }
  }
}
