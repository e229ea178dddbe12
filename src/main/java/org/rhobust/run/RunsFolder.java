package org.rhobust.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rhobust.data.AtomicFiles;

/**
 * Puts the runs of a folder in order: new names, notes, and a trash from which they come back.
 * Every change is one move or one replaced file, so that a kill leaves the old or the new.
 */
public final class RunsFolder {

  private static final String TRASH = ".trash";
  private static final int LONGEST_NAME = 120;
  private static final String NAME = "[^/\\\\:*?\"<>|\\p{Cntrl}]+";

  private final Path folder;

  /** The runs in {@code folder}, which need not be there yet. */
  public RunsFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Gives a run another name.
   *
   * @return its folder from now on
   * @throws RunException when the name cannot be used or the folder cannot be moved
   */
  public Path rename(Path run, String name) {
    String wanted = name.strip();
    if (wanted.isEmpty()
        || wanted.length() > LONGEST_NAME
        || wanted.startsWith(".")
        || !wanted.matches(NAME)) {
      throw new RunException(
          "“%s” cannot name a run: give 1 to %d characters without / \\ : * ? \" < > |, not beginning with a dot"
              .formatted(shorten(wanted), LONGEST_NAME));
    }
    Path target = run.resolveSibling(wanted);
    return target.equals(run) ? run : move(run, target);
  }

  /**
   * Writes down what a person says about a run; an empty text takes the note away.
   *
   * @throws RunException when the text is too long
   * @throws org.rhobust.data.DataException when it cannot be written
   */
  public void annotate(Path run, String text) {
    String note = text.strip();
    if (note.getBytes(StandardCharsets.UTF_8).length > RunReader.MOST_NOTE_BYTES) {
      throw new RunException(
          "the note is too long: keep it below %,d characters"
              .formatted(RunReader.MOST_NOTE_BYTES / 4));
    }
    if (!Files.isDirectory(run)) {
      throw new RunException(run + " is not there any more; annotate the run where it is now");
    }
    Path file = run.resolve(RunReader.NOTE);
    try {
      if (note.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        AtomicFiles.writeString(file, note + "\n");
      }
    } catch (IOException e) {
      throw failed(file, "written", e);
    }
  }

  /**
   * Moves a run into the trash of the folder.
   *
   * @return where it lies now, for {@link #restore}
   * @throws RunException when it cannot be moved
   */
  public Path moveToTrash(Path run) {
    try {
      Files.createDirectories(trash());
    } catch (IOException e) {
      throw failed(trash(), "made", e);
    }
    String name = run.getFileName().toString();
    Path place = trash().resolve(name);
    for (int i = 2; exists(place); i++) {
      place = trash().resolve(name + "~" + i);
    }
    return move(run, place);
  }

  /**
   * Moves a run back out of the trash. Where a run of its name is there again, it keeps the name
   * that it has in the trash.
   *
   * @return its folder from now on
   * @throws RunException when a run of that name is there as well, or it cannot be moved
   */
  public Path restore(Path trashed) {
    String kept = trashed.getFileName().toString();
    Path before = folder.resolve(kept.replaceFirst("~\\d+$", ""));
    return move(trashed, exists(before) ? folder.resolve(kept) : before);
  }

  /** The runs in the trash, by name. */
  public List<Path> trashed() {
    if (!Files.isDirectory(trash())) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(trash())) {
      return entries.filter(Files::isDirectory).sorted(Comparator.naturalOrder()).toList();
    } catch (IOException e) {
      throw failed(trash(), "read", e);
    }
  }

  /**
   * Deletes for good what lies in the trash.
   *
   * @throws RunException when something cannot be deleted
   */
  public void emptyTrash() {
    try {
      AtomicFiles.deleteTree(trash());
    } catch (IOException e) {
      throw failed(trash(), "emptied", e);
    }
  }

  private Path trash() {
    return folder.resolve(TRASH);
  }

  private static Path move(Path from, Path to) {
    if (RunLock.holder(from) != RunLock.Holder.NOBODY) {
      throw new RunException(
          "“%s” is in training: move it when it has ended".formatted(from.getFileName()));
    }
    if (exists(to)) {
      throw new RunException(
          "there is a run “%s” already: choose another name".formatted(to.getFileName()));
    }
    try {
      return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failed(from, "moved", e);
    }
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static RunException failed(Path what, String verb, IOException problem) {
    return new RunException(
        "%s cannot be %s: %s; look at its rights".formatted(what, verb, problem.getMessage()),
        problem);
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }
}
