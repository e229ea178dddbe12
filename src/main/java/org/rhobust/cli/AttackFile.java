package org.rhobust.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rhobust.attack.ImageAttack.Outcome;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.IOConsumer;

/** A file that takes attacked images one after the other, so that memory holds a batch only. */
interface AttackFile {

  /** Writes what the file tells of one image. */
  void add(Outcome outcome) throws IOException;

  /** Writes what remains; the stream stays open. */
  void finish() throws IOException;

  /** Makes the file's content on a stream. */
  @FunctionalInterface
  interface Format {
    AttackFile on(OutputStream stream) throws IOException;
  }

  /** A place and what to write there. */
  record Target(Path path, Format format) {}

  /**
   * Opens all targets, lets {@code work} fill them, and puts them in place together. They are
   * opened before the work, so that a folder that cannot be written costs no attack; a failure
   * leaves nothing behind.
   */
  static void writeAll(List<Target> targets, IOConsumer<List<AttackFile>> work) throws IOException {
    open(targets, new ArrayList<>(), work);
  }

  private static void open(
      List<Target> rest, List<AttackFile> opened, IOConsumer<List<AttackFile>> work)
      throws IOException {
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
          open(rest.subList(1, rest.size()), opened, work);
          file.finish();
        });
  }
}
