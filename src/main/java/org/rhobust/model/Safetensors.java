package org.rhobust.model;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.DataException;
import org.rhobust.data.FileBytes;

/**
 * The content of a safetensors file: 8 bytes little-endian header length, a JSON header of name,
 * type, shape and place of each tensor, then the values. Values are float32; float64, float16 and
 * bfloat16 are read as such, and PyTorch's {@code num_batches_tracked} is left out. Equal content
 * gives equal bytes.
 *
 * @param tensors by name, in the order of the values in the file
 * @param metadata free text by key, in the order of the header
 */
public record Safetensors(Map<String, WeightTensor> tensors, Map<String, String> metadata) {

  static final String METADATA = "__metadata__";
  private static final long MAX_BYTES = Integer.MAX_VALUE - 8;
  private static final int CHUNK = 1 << 14;

  /** Keeps copies of the maps, in their order. */
  public Safetensors {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /**
   * Reads {@code file}.
   *
   * @throws DataException if it cannot be read
   * @throws ModelFileException if it breaks the format in any way
   */
  public static Safetensors read(Path file) {
    return decode(FileBytes.read(file, MAX_BYTES), file.toString());
  }

  /**
   * Reads {@code stream} to its end; it stays open. {@code name} is for messages.
   *
   * @throws DataException if it cannot be read
   * @throws ModelFileException if it breaks the format in any way
   */
  public static Safetensors read(InputStream stream, String name) {
    return decode(FileBytes.read(stream, name, MAX_BYTES), name);
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @throws IllegalArgumentException if a tensor is called "__metadata__"
   * @throws DataException if the file cannot be written
   */
  public static void write(
      Path file, Map<String, WeightTensor> tensors, Map<String, String> metadata) {
    AtomicFiles.write(file, stream -> write(stream, tensors, metadata));
  }

  /**
   * Writes to {@code stream}, which stays open.
   *
   * @throws IllegalArgumentException if a tensor is called "__metadata__"
   * @throws IOException if writing fails
   */
  public static void write(
      OutputStream stream, Map<String, WeightTensor> tensors, Map<String, String> metadata)
      throws IOException {
    byte[] header = header(tensors, metadata).getBytes(StandardCharsets.UTF_8);
    int padding = Math.floorMod(-header.length, 8);
    stream.write(
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length + padding)
            .array());
    stream.write(header);
    stream.write(" ".repeat(padding).getBytes(StandardCharsets.UTF_8));
    for (WeightTensor tensor : tensors.values()) {
      writeValues(stream, tensor.buffer());
    }
  }

  static Safetensors decode(byte[] bytes, String name) {
    return new SafetensorsDecoder(bytes, name).decode();
  }

  private static String header(Map<String, WeightTensor> tensors, Map<String, String> metadata)
      throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.beginObject();
    if (!metadata.isEmpty()) {
      json.name(METADATA).beginObject();
      for (Map.Entry<String, String> entry : metadata.entrySet()) {
        json.name(entry.getKey()).value(entry.getValue());
      }
      json.endObject();
    }
    long start = 0;
    for (Map.Entry<String, WeightTensor> entry : tensors.entrySet()) {
      if (entry.getKey().equals(METADATA)) {
        throw new IllegalArgumentException("a tensor cannot be called " + METADATA);
      }
      long end = start + 4L * entry.getValue().size();
      json.name(entry.getKey()).beginObject();
      json.name("dtype").value("F32");
      json.name("shape").beginArray();
      for (long extent : entry.getValue().shape()) {
        json.value(extent);
      }
      json.endArray();
      json.name("data_offsets").beginArray().value(start).value(end).endArray();
      json.endObject();
      start = end;
    }
    json.endObject();
    return text.toString();
  }

  private static void writeValues(OutputStream stream, FloatBuffer values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    while (values.hasRemaining()) {
      int count = Math.min(CHUNK, values.remaining());
      bytes.asFloatBuffer().put(values.slice(values.position(), count));
      values.position(values.position() + count);
      stream.write(bytes.array(), 0, 4 * count);
    }
  }
}
