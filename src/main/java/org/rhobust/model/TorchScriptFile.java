package org.rhobust.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells TorchScript from the other files that people keep as {@code .pt}. */
final class TorchScriptFile {

  private static final String EXPORT =
      "export it in Python with torch.jit.trace(model.eval(), example).save(\"net.pt\")";

  /** A pickle of protocol 2, as torch.save wrote before PyTorch 1.6. */
  private static final byte[] PICKLE = {(byte) 0x80, 2};

  private TorchScriptFile() {}

  /**
   * Requires an archive with code, which only TorchScript has.
   *
   * @throws ModelFileException otherwise, with the cure
   */
  static void require(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ModelFileException("model " + file + " is not a file; check the path");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.stream().anyMatch(entry -> entry.getName().contains("/code/"))) {
        return;
      }
      if (zip.stream().anyMatch(entry -> entry.getName().endsWith("/data.pkl"))) {
        throw saved(file);
      }
    } catch (ZipException e) {
      if (isPickle(file)) {
        throw saved(file);
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    throw new ModelFileException(
        file + " is no TorchScript file, or only a part of one; " + EXPORT);
  }

  private static boolean isPickle(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return Arrays.equals(stream.readNBytes(PICKLE.length), PICKLE);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ModelFileException saved(Path file) {
    return new ModelFileException(
        file
            + " was written by torch.save and is no TorchScript; load it into its module with"
            + " load_state_dict and "
            + EXPORT);
  }

  private static ModelFileException unreadable(Path file, IOException cause) {
    return new ModelFileException(
        "model " + file + " cannot be read: " + cause.getMessage(), cause);
  }
}
