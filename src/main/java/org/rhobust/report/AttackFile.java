package org.rhobust.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.rhobust.attack.ImageAttack.Outcome;
import org.rhobust.data.AtomicFiles;

/** A file that takes attacked images one after the other, so that memory holds a batch only. */
public interface AttackFile {

  /** Writes what the file tells of one image. */
  void write(Outcome outcome) throws IOException;

  /**
   * As {@link #write}, on the compute thread.
   *
   * @throws UncheckedIOException when it fails
   */
  default void add(Outcome outcome) {
    try {
      write(outcome);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what remains; the stream stays open. */
  void finish() throws IOException;

  /** Makes the file's content on a stream. */
  @FunctionalInterface
  interface Format {
    /** Begins a file on a stream, which stays open. */
    AttackFile on(OutputStream stream) throws IOException;
  }

  /**
   * A place and what to write there.
   *
   * @param path of the file
   * @param format of its content
   */
  record Target(Path path, Format format) {}

  /**
   * Opens all targets, lets {@code work} fill them, and puts them in place together. They are
   * opened before the work, so that a folder that cannot be written costs no attack; a failure
   * leaves nothing behind.
   *
   * @throws org.rhobust.data.DataException when a file cannot be written
   */
  static void writeAll(List<Target> targets, Consumer<List<AttackFile>> work) {
    open(targets, new ArrayList<>(), work);
  }

  private static void open(
      List<Target> rest, List<AttackFile> opened, Consumer<List<AttackFile>> work) {
    if (rest.isEmpty()) {
      work.accept(opened);
      return;
    }
    Target target = rest.get(0);
    AtomicFiles.write(
        target.path(),
        stream -> {
          AttackFile file = target.format().on(stream);
          opened.add(file);
          try {
            open(rest.subList(1, rest.size()), opened, work);
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
          file.finish();
        });
  }
}
