package org.rhobust.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;

/** Numeric arrays by their names from a MATLAB file of version 5 to 7; nothing else is decoded. */
final class MatArrays {

  private static final String VERSION_73 = "MATLAB 7.3";
  private static final Set<MatlabType> NUMERIC =
      EnumSet.range(MatlabType.Double, MatlabType.UInt64);
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Map<String, Matrix> matrices = new HashMap<>();
  private final Map<String, ByteBuffer> buffers;

  private MatArrays(Path file, Map<String, ByteBuffer> buffers) {
    this.file = file;
    this.buffers = buffers;
  }

  /**
   * The arrays of these names.
   *
   * @throws DataException if {@code file} cannot be read, is no such file, is damaged, or lacks one
   */
  static MatArrays read(Path file, String... names) {
    FileBytes.requireRegular(file, "give a MATLAB file");
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      refuseVersion73(file, stream);
      Decoder decoder =
          new Decoder(
              new MatSource(file.toString(), stream, Files.size(file)),
              List.of(names),
              new HashMap<>());
      MatArrays arrays = new MatArrays(file, decoder.buffers);
      Mat5File content = decode(file, decoder);
      for (String name : names) {
        if (content == null || !(arrayOf(content, name) instanceof Matrix matrix)) {
          throw new DataException(
              "%s holds no numeric array %s; give a file as SVHN's train_32x32.mat"
                  .formatted(file, name));
        }
        arrays.matrices.put(name, matrix);
      }
      return arrays;
    } catch (IOException e) {
      throw FileErrors.cannotRead(file, e);
    }
  }

  /** The array of this name, one of those asked for. */
  Matrix get(String name) {
    return matrices.get(name);
  }

  /**
   * The content of an array of bytes as it is stored, shared and not copied.
   *
   * @throws DataException if the file stores another type
   */
  byte[] bytes(String name) {
    ByteBuffer buffer = buffers.get(name);
    if (buffer == null || buffer.capacity() != matrices.get(name).getNumElements()) {
      throw new DataException(
          "%s: %s is not stored as bytes; save it as uint8".formatted(file, name));
    }
    return buffer.array();
  }

  private static Array arrayOf(Mat5File content, String name) {
    try {
      return content.getArray(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Mat5File decode(Path file, Decoder decoder) throws IOException {
    try {
      return decoder.readMat();
    } catch (IOException e) {
      if (e.getCause() instanceof DataException refusal) {
        throw refusal;
      }
      throw new DataException(
          "%s is no MATLAB file of version 5 to 7, or is damaged or cut; fetch the file again"
              .formatted(file),
          e);
    }
  }

  /** That is an HDF5 file with the header of a MATLAB file. */
  private static void refuseVersion73(Path file, InputStream stream) throws IOException {
    stream.mark(BUFFER);
    String start = new String(stream.readNBytes(VERSION_73.length()), StandardCharsets.ISO_8859_1);
    stream.reset();
    if (start.equals(VERSION_73)) {
      throw new DataException(
          "%s is a MATLAB file of version 7.3, which is not read; save it with -v7"
              .formatted(file));
    }
  }

  /** The library's reader, kept from all but the wanted numeric arrays. */
  private static final class Decoder extends Mat5Reader implements BufferAllocator {

    private final List<String> names;
    private final Map<String, ByteBuffer> buffers;
    private String current;

    Decoder(Source source, List<String> names, Map<String, ByteBuffer> buffers) {
      super(source);
      this.names = names;
      this.buffers = buffers;
      setEntryFilter(this::accept);
      setBufferAllocator(this);
      disableSubsystemProcessing();
    }

    private boolean accept(EntryHeader header) {
      current = header.getName();
      return names.contains(current) && NUMERIC.contains(header.getType());
    }

    @Override
    public ByteBuffer allocate(int bytes) {
      ByteBuffer buffer = ByteBuffer.allocate(bytes);
      buffers.putIfAbsent(current, buffer);
      return buffer;
    }

    @Override
    public void release(ByteBuffer buffer) {}

    /** Compressed elements are read by another reader. */
    @Override
    protected Mat5Reader createChildReader(Source inflated) {
      return new Decoder(inflated, names, buffers);
    }

    @Override
    protected Array readNestedArray() throws IOException {
      throw new IOException("it nests arrays, which are not read");
    }
  }
}
