package org.rhobust.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/**
 * Writes files and folders whole or not at all: into a temporary sibling, forced to the disk, then
 * moved into place. A failure on the way leaves the old content and no temporary, a kill the old
 * content. Missing parent folders are made.
 */
public final class AtomicFiles {

  private AtomicFiles() {}

  /**
   * Replaces {@code target} by what {@code writer} writes. A symbolic link is followed.
   *
   * @throws DataException if the file cannot be written, with the reason and the cure
   */
  public static void write(Path target, IOConsumer<OutputStream> writer) {
    try {
      Path file = resolve(target);
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new DataException(
            "cannot write %s: it is not a regular file; choose another name".formatted(target));
      }
      Path temporary = temporarySibling(file);
      try {
        writeAndForce(temporary, writer);
        move(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw FileErrors.cannotWrite(target, e);
    }
  }

  /**
   * Replaces {@code target} by {@code text} in UTF-8.
   *
   * @throws DataException as {@link #write}
   */
  public static void writeString(Path target, String text) {
    write(target, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Makes a folder where it is missing, and tries whether files can be made in it.
   *
   * @throws DataException if they cannot, with the reason and the cure
   */
  public static void makeWritable(Path folder) {
    try {
      Path temporary = temporarySibling(folder.toAbsolutePath().normalize().resolve("file"));
      Files.delete(Files.createFile(temporary));
    } catch (IOException e) {
      throw FileErrors.cannotWrite(folder, e);
    }
  }

  /**
   * Replaces the folder {@code target} by the one that {@code writer} fills.
   *
   * @param writer gets an empty temporary folder beside {@code target}
   * @throws DataException if the folder cannot be written, with the reason and the cure
   */
  public static void writeDirectory(Path target, IOConsumer<Path> writer) {
    try {
      Path temporary = Files.createDirectory(temporarySibling(resolve(target)));
      try {
        writer.accept(temporary);
        moveDirectory(temporary, target);
      } finally {
        deleteTree(temporary);
      }
    } catch (IOException e) {
      throw FileErrors.cannotWrite(target, e);
    }
  }

  /**
   * Moves the folder {@code temporary} to {@code target} on the same file system. No system
   * replaces a folder in one step, so one that stands there is moved aside first, put back on
   * failure and else deleted; a kill between the two moves leaves it whole under its temporary
   * name.
   *
   * @throws DataException if it cannot be moved, with the reason and the cure
   */
  public static void moveDirectory(Path temporary, Path target) {
    try {
      Path folder = resolve(target);
      if (!Files.exists(folder)) {
        move(temporary, folder);
        return;
      }
      Path aside = temporarySibling(folder);
      Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
      try {
        move(temporary, folder);
      } catch (IOException e) {
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        throw e;
      }
      deleteTree(aside);
    } catch (IOException e) {
      throw FileErrors.cannotWrite(target, e);
    }
  }

  private static Path resolve(Path target) throws IOException {
    return Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
  }

  /** Not Files.createTempFile: it makes files that only their owner may read. */
  private static Path temporarySibling(Path file) throws IOException {
    if (file.getParent() == null) {
      throw new IOException("it is the root of the file system");
    }
    Files.createDirectories(file.getParent());
    return file.resolveSibling(".%s.%s.tmp".formatted(file.getFileName(), UUID.randomUUID()));
  }

  private static void writeAndForce(Path file, IOConsumer<OutputStream> writer) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream stream =
            new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
      writer.accept(stream);
      stream.flush();
      channel.force(true);
    }
  }

  private static void move(Path source, Path target) throws IOException {
    try {
      Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes a folder and all below it; does nothing where there is none. */
  public static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
