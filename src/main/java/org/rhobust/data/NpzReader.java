package org.rhobust.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads arrays by their names from a file of NumPy's {@code savez} or {@code savez_compressed}, one
 * after the other. Nothing else in the file is unpacked or looked at.
 */
public final class NpzReader implements AutoCloseable {

  private static final String CURE = "write it with np.savez";

  private final Path file;
  private final ZipFile zip;

  private NpzReader(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * Opens {@code file}.
   *
   * @throws DataException if it cannot be read or is no such file
   */
  public static NpzReader open(Path file) {
    FileBytes.requireRegular(file, CURE);
    try {
      return new NpzReader(file, new ZipFile(file.toFile()));
    } catch (ZipException | IllegalArgumentException e) {
      throw new DataException(
          "%s is not a whole NumPy archive (.npz); %s".formatted(file, CURE), e);
    } catch (IOException e) {
      throw FileErrors.cannotRead(file, e);
    }
  }

  /**
   * The array of this name.
   *
   * @throws DataException if there is none, it is damaged, it does not fit into memory, or it is in
   *     Fortran order, big-endian, of Python objects or of another type than floats of 32 or 64
   *     bits, integers and booleans
   */
  public NpyArray read(String name) {
    ZipEntry entry = zip.getEntry(name + ".npy");
    if (entry == null) {
      throw new DataException(
          "%s holds no array %s; add it with np.savez(…, %s=…)".formatted(file, name, name));
    }
    CRC32 checksum = new CRC32();
    NpyArray array;
    try (CheckedInputStream stream = new CheckedInputStream(zip.getInputStream(entry), checksum)) {
      array = NpyFile.read(stream, file.toString(), name);
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(name, e);
    }
    if (checksum.getValue() != entry.getCrc()) {
      throw damaged(name, null);
    }
    return array;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw FileErrors.cannotRead(file, e);
    }
  }

  private DataException damaged(String name, Exception cause) {
    return new DataException(
        "%s: array %s is damaged; write the file again".formatted(file, name), cause);
  }
}
