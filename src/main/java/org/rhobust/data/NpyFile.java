package org.rhobust.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one array in NumPy's NPY format, version 1.0 or 2.0. Memory grows with what the stream
 * really holds, never by what its header claims; a stream is left one byte after the expected end.
 */
final class NpyFile {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** NumPy's own limit. */
  private static final int LONGEST_HEADER = 10_000;

  private static final int MOST_AXES = 32;

  private static final Pattern ENTRY =
      Pattern.compile(
          "\\G\\s*'(descr|fortran_order|shape)'\\s*:\\s*"
              + "('[^']{1,40}'|True|False|\\([\\d\\s,]*\\))\\s*(?:,|(?=\\s*$))");

  private final InputStream stream;
  private final String array;
  private final String place;

  private NpyFile(InputStream stream, String file, String array) {
    this.stream = stream;
    this.array = array;
    place = file + ": array " + array;
  }

  /**
   * The array that {@code stream} holds, which stays open.
   *
   * @param file for messages
   * @param array its name
   * @throws DataException if the content is not such an array
   * @throws IOException if the stream cannot be read
   */
  static NpyArray read(InputStream stream, String file, String array) throws IOException {
    return new NpyFile(stream, file, array).read();
  }

  private NpyArray read() throws IOException {
    Map<String, String> header = header(dictionary());
    if (header.get("fortran_order").equals("True")) {
      throw refused("is in Fortran order; save np.ascontiguousarray(%s)".formatted(array));
    }
    NpyType type = type(header.get("descr"));
    int[] shape = shape(header.get("shape"));
    return new NpyArray(array, type, shape, values(type, shape));
  }

  private String dictionary() throws IOException {
    byte[] start = stream.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2
        || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw refused("is not in the NPY format; write the file with np.savez");
    }
    int version = start[MAGIC.length];
    if (version != 1 && version != 2 || start[MAGIC.length + 1] != 0) {
      throw refused("is in an unknown NPY version; write the file with np.savez");
    }
    long length = 0;
    byte[] bytes = stream.readNBytes(2 * version);
    for (int i = 0; i < bytes.length; i++) {
      length |= (bytes[i] & 0xffL) << 8 * i;
    }
    if (length > LONGEST_HEADER) {
      throw refused(
          "has a header of %d bytes, more than %d; save it as a plain array"
              .formatted(length, LONGEST_HEADER));
    }
    byte[] text = stream.readNBytes((int) length);
    if (text.length < length) {
      throw cut();
    }
    return new String(text, StandardCharsets.ISO_8859_1).strip();
  }

  /** Python's literal {@code {'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }}. */
  private Map<String, String> header(String dictionary) {
    Map<String, String> header = new HashMap<>();
    if (dictionary.startsWith("{") && dictionary.endsWith("}")) {
      String inside = dictionary.substring(1, dictionary.length() - 1);
      Matcher entry = ENTRY.matcher(inside);
      int end = 0;
      while (entry.find()) {
        header.put(entry.group(1), entry.group(2));
        end = entry.end();
      }
      if (header.size() == 3
          && inside.substring(end).isBlank()
          && header.get("descr").startsWith("'")
          && header.get("fortran_order").matches("True|False")
          && header.get("shape").startsWith("(")) {
        return header;
      }
    }
    throw refused("has a header that is not understood; save it as a plain array of numbers");
  }

  private NpyType type(String quoted) {
    String descr = quoted.substring(1, quoted.length() - 1);
    if (descr.contains("O")) {
      throw refused("holds Python objects, which are not read; save an array of numbers");
    }
    return NpyType.of(descr)
        .orElseThrow(
            () ->
                refused(
                    "has the type %s; save it as float32, float64, int64, int32, int16, int8, uint8 or bool, little-endian"
                        .formatted(descr.replaceAll("[^\\x21-\\x7e]", "?"))));
  }

  private int[] shape(String tuple) {
    String[] extents =
        Pattern.compile(",")
            .splitAsStream(tuple.substring(1, tuple.length() - 1))
            .map(String::strip)
            .filter(extent -> !extent.isEmpty())
            .toArray(String[]::new);
    if (extents.length > MOST_AXES) {
      throw refused("has %d axes, more than %d".formatted(extents.length, MOST_AXES));
    }
    int[] shape = new int[extents.length];
    for (int axis = 0; axis < shape.length; axis++) {
      if (!extents[axis].matches("\\d{1,9}")) {
        throw refused("has a shape that is not understood; save it as a plain array of numbers");
      }
      shape[axis] = Integer.parseInt(extents[axis]);
    }
    return shape;
  }

  private byte[] values(NpyType type, int[] shape) throws IOException {
    double claimed = type.bytes();
    for (int extent : shape) {
      claimed *= extent;
    }
    // In double, for a product of nine-digit extents may leave the range of long.
    MemoryLimit.check(place, (long) claimed);
    byte[] values = GrowingArray.read(stream, (int) claimed);
    if (values.length < (int) claimed) {
      throw cut();
    }
    if (stream.read() >= 0) {
      throw refused("goes on after the values that its header promises; write the file again");
    }
    return values;
  }

  private DataException cut() {
    return refused("is cut; write the file again");
  }

  private DataException refused(String why) {
    return new DataException(place + " " + why);
  }
}
