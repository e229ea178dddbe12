package org.rhobust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

  @TempDir private Path folder;

  private static Stream<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList().stream();
    }
  }

  @Test
  void replacesAFileAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("new/deep/table.csv");
    AtomicFiles.writeString(file, "old");
    AtomicFiles.write(file, stream -> stream.write("ρ".getBytes(StandardCharsets.UTF_8)));
    assertThat(file).hasContent("ρ");
    assertThat(entries(file.getParent())).containsExactly(file);
  }

  @Test
  void keepsTheOldFileWhenTheWriterFails() throws IOException {
    Path file = folder.resolve("table.csv");
    AtomicFiles.writeString(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    stream -> {
                      stream.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "cannot write %s: no space left on device; choose a folder you can write to"
                .formatted(file));
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    stream -> {
                      throw new IllegalStateException("of the caller");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(file).hasContent("old");
    assertThat(entries(folder)).containsExactly(file);
  }

  @Test
  void followsASymbolicLink() throws IOException {
    Path file = folder.resolve("real");
    AtomicFiles.writeString(file, "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    AtomicFiles.writeString(link, "new");
    assertThat(file).hasContent("new");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void refusesAFolderInPlaceOfAFile() {
    assertThatThrownBy(() -> AtomicFiles.writeString(folder, "text"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is not a regular file");
  }

  @Test
  void saysWhyAndWhatToDo() {
    Path file = folder.resolve("file");
    AtomicFiles.writeString(file, "");
    assertThatThrownBy(() -> AtomicFiles.writeString(file.resolve("below"), "text"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "cannot write %s: a file stands where a folder is needed; choose a folder you can write to"
                .formatted(file.resolve("below")));
    assertThat(FileErrors.cannotWrite("a.csv", new AccessDeniedException("/x/a.csv")))
        .hasMessage("cannot write a.csv: permission denied; choose a folder you can write to");
  }

  @Test
  void replacesAFolderAsAWhole() throws IOException {
    Path target = folder.resolve("model");
    AtomicFiles.writeDirectory(target, made -> Files.writeString(made.resolve("old"), "1"));
    AtomicFiles.writeDirectory(target, made -> Files.writeString(made.resolve("new"), "2"));
    assertThat(entries(target)).containsExactly(target.resolve("new"));
    assertThat(entries(folder)).containsExactly(target);
  }

  @Test
  void keepsTheOldFolderWhenTheWriterFails() throws IOException {
    Path target = folder.resolve("model");
    AtomicFiles.writeDirectory(target, made -> Files.writeString(made.resolve("old"), "1"));
    assertThatThrownBy(
            () ->
                AtomicFiles.writeDirectory(
                    target,
                    made -> {
                      Files.writeString(made.resolve("new"), "2");
                      throw new IOException("gone");
                    }))
        .isInstanceOf(DataException.class);
    assertThat(entries(target)).containsExactly(target.resolve("old"));
    assertThat(entries(folder)).containsExactly(target);
  }

  @Test
  void putsTheOldFolderBackWhenTheNewOneCannotBeMoved() throws IOException {
    Path target = folder.resolve("model");
    AtomicFiles.writeDirectory(target, made -> Files.writeString(made.resolve("old"), "1"));
    assertThatThrownBy(() -> AtomicFiles.moveDirectory(folder.resolve("none"), target))
        .isInstanceOf(DataException.class);
    assertThat(entries(target)).containsExactly(target.resolve("old"));
    assertThat(entries(folder)).containsExactly(target);
  }

  @Test
  void triesWhetherAFolderCanBeWritten() throws IOException {
    Path made = folder.resolve("a/b");
    AtomicFiles.makeWritable(made);
    assertThat(made).isEmptyDirectory();

    Path file = Files.writeString(folder.resolve("file"), "1");
    assertThatThrownBy(() -> AtomicFiles.makeWritable(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(file.toString());
  }
}
