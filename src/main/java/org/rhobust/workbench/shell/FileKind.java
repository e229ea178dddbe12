package org.rhobust.workbench.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.rhobust.data.DataException;
import org.rhobust.data.DataSets;
import org.rhobust.model.ModelDirectory;
import org.rhobust.run.RunScanner;

/** What a file or folder is, by what is in it. */
enum FileKind {
  MODEL,
  TORCH_SCRIPT,
  PICTURE,
  RUN,
  DATA,
  UNKNOWN;

  private static final int MAGIC_BYTES = 8;
  private static final byte[][] PICTURES = {
    {(byte) 0x89, 'P', 'N', 'G'},
    {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
    {'G', 'I', 'F', '8'},
    {'B', 'M'}
  };
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** Looks at the first bytes of a file or at the names in a folder: off the JavaFX thread. */
  static FileKind of(Path path) {
    return Files.isDirectory(path) ? ofFolder(path) : ofFile(path);
  }

  private static FileKind ofFolder(Path folder) {
    if (ModelDirectory.isModel(folder)) {
      return MODEL;
    }
    return RunScanner.isRun(folder) ? RUN : ofData(folder);
  }

  private static FileKind ofFile(Path file) {
    byte[] start = start(file);
    if (Arrays.stream(PICTURES).anyMatch(magic -> begins(start, magic))) {
      return PICTURE;
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".npz")) {
      return ofData(file);
    }
    boolean named = name.endsWith(".pt") || name.endsWith(".pth") || name.endsWith(".torchscript");
    return begins(start, ZIP) && named ? TORCH_SCRIPT : UNKNOWN;
  }

  private static FileKind ofData(Path path) {
    try {
      DataSets.get(path.toString());
      return DATA;
    } catch (DataException | IllegalArgumentException e) {
      return UNKNOWN;
    }
  }

  private static byte[] start(Path file) {
    if (!Files.isRegularFile(file)) {
      return new byte[0];
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(MAGIC_BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static boolean begins(byte[] start, byte[] magic) {
    return start.length >= magic.length
        && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
  }
}
