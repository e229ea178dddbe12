package org.rhobust.workbench.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.rhobust.model.ImageShape;
import org.rhobust.model.TorchScriptClassifier;

/**
 * Something that was opened. As text it is {@code kind|what the file does not say|path}.
 *
 * @param kind never unknown
 * @param answer what a TorchScript file does not say; null for other kinds
 */
record RecentFile(FileKind kind, TorchScriptDialog.Answer answer, Path path) {

  private static final String BAR = "|";

  static RecentFile of(FileKind kind, Path path) {
    return new RecentFile(kind, null, path.toAbsolutePath().normalize());
  }

  static RecentFile torchScript(Path path, TorchScriptDialog.Answer answer) {
    return new RecentFile(FileKind.TORCH_SCRIPT, answer, path.toAbsolutePath().normalize());
  }

  /** What a text says; empty where it says nothing that can be opened. */
  static Optional<RecentFile> parse(String text) {
    String[] parts = text.split("\\|", 3);
    try {
      FileKind kind = FileKind.valueOf(parts[0]);
      TorchScriptDialog.Answer answer = parts[1].isEmpty() ? null : answer(parts[1]);
      boolean whole = (kind == FileKind.TORCH_SCRIPT) == (answer != null);
      return whole && kind != FileKind.UNKNOWN && Path.of(parts[2]).isAbsolute()
          ? Optional.of(new RecentFile(kind, answer, Path.of(parts[2])))
          : Optional.empty();
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      // A settings file that was edited may hold anything.
      return Optional.empty();
    }
  }

  private static TorchScriptDialog.Answer answer(String text) {
    String[] parts = text.split(",", 3);
    int classes = Integer.parseInt(parts[0]);
    if (classes < 2) {
      throw new IllegalArgumentException("no classifier has " + classes + " classes");
    }
    return new TorchScriptDialog.Answer(
        classes, ImageShape.parse(parts[1]), TorchScriptClassifier.Output.valueOf(parts[2]));
  }

  /** As it is kept. */
  String text() {
    String said =
        answer == null
            ? ""
            : "%d,%s,%s".formatted(answer.classes(), answer.input(), answer.output());
    return kind + BAR + said + BAR + path;
  }

  /** For menus, with the folder it lies in. */
  String title() {
    String name = String.valueOf(path.getFileName());
    Path folder = path.getParent() == null ? null : path.getParent().getFileName();
    String where = folder == null ? "" : "  (in " + folder + ")";
    String what =
        switch (kind) {
          case MODEL, TORCH_SCRIPT -> "model ";
          case RUN -> "run ";
          case PICTURE -> "picture ";
          default -> "data ";
        };
    return what + name + where;
  }
}
