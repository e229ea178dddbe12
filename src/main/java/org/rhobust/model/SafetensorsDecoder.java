package org.rhobust.model;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decodes one safetensors file and believes nothing: every length is held against the bytes that
 * are there before anything is made of it.
 */
final class SafetensorsDecoder {

  private static final long MAX_HEADER = 100_000_000;
  private static final int MAX_TENSORS = 100_000;
  private static final int MAX_RANK = 16;

  private record Entry(String name, StoredType type, long[] shape, long begin, long end) {}

  private final byte[] bytes;
  private final String file;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private Map<String, String> metadata;

  SafetensorsDecoder(byte[] bytes, String file) {
    this.bytes = bytes;
    this.file = file;
  }

  Safetensors decode() {
    if (bytes.length < 8) {
      throw failure("is cut: it has %d bytes, the header length alone takes 8", bytes.length);
    }
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > Math.min(MAX_HEADER, bytes.length - 8L)) {
      throw failure(
          "header length %s does not fit a file of %d bytes",
          Long.toUnsignedString(length), bytes.length);
    }
    readHeader((int) length);
    return new Safetensors(readValues(8 + (int) length), metadata == null ? Map.of() : metadata);
  }

  private void readHeader(int length) {
    if (bytes[8] != '{') {
      throw failure("the header does not begin with {");
    }
    var text =
        new InputStreamReader(
            new ByteArrayInputStream(bytes, 8, length), StandardCharsets.UTF_8.newDecoder());
    JsonReader json = new JsonReader(text);
    json.setStrictness(Strictness.STRICT);
    try {
      json.beginObject();
      while (json.hasNext()) {
        String name = json.nextName();
        if (name.equals(Safetensors.METADATA)) {
          readMetadata(json);
        } else {
          readEntry(json, name);
        }
      }
      json.endObject();
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw failure("the header goes on after its end");
      }
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw new ModelFileException(
          "%s: the header is not the JSON of a safetensors file; fetch or save it again"
              .formatted(file),
          e);
    }
  }

  private void readMetadata(JsonReader json) throws IOException {
    if (metadata != null) {
      throw failure("%s stands in the header twice", Safetensors.METADATA);
    }
    metadata = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String key = json.nextName();
      if (json.peek() != JsonToken.STRING) {
        throw failure("metadata %s is not text", quote(key));
      }
      if (metadata.put(key, json.nextString()) != null) {
        throw failure("metadata %s stands in the header twice", quote(key));
      }
    }
    json.endObject();
  }

  private void readEntry(JsonReader json, String name) throws IOException {
    String type = null;
    long[] shape = null;
    long[] offsets = null;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "dtype" -> type = once(type, name, "dtype", readText(json, name));
        case "shape" -> shape = once(shape, name, "shape", readNumbers(json, name, "shape"));
        case "data_offsets" ->
            offsets = once(offsets, name, "data_offsets", readNumbers(json, name, "data_offsets"));
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (type == null || shape == null || offsets == null) {
      throw failure("tensor %s lacks one of dtype, shape, data_offsets", quote(name));
    }
    if (entries.size() == MAX_TENSORS) {
      throw failure("it has more than %d tensors", MAX_TENSORS);
    }
    if (entries.put(name, entry(name, type(name, type), shape, offsets)) != null) {
      throw failure("tensor %s stands in the header twice", quote(name));
    }
  }

  private StoredType type(String name, String type) {
    return StoredType.of(type, name)
        .orElseThrow(
            () ->
                new ModelFileException(
                    "%s: tensor %s has the type %s; save it as float32 (F32)"
                        .formatted(file, quote(name), quote(type))));
  }

  private Entry entry(String name, StoredType type, long[] shape, long[] offsets) {
    if (offsets.length != 2 || offsets[0] > offsets[1]) {
      throw failure("tensor %s: data_offsets is not a begin and an end", quote(name));
    }
    long count;
    try {
      count = WeightTensor.count(shape);
    } catch (IllegalArgumentException e) {
      throw failure("tensor %s: the shape is too large", quote(name));
    }
    long length = offsets[1] - offsets[0];
    if (length % type.bytes() != 0 || count != length / type.bytes()) {
      throw failure(
          "tensor %s: its shape holds %d values, its data_offsets %d bytes",
          quote(name), count, length);
    }
    return new Entry(name, type, shape, offsets[0], offsets[1]);
  }

  private <T> T once(T before, String tensor, String field, T value) {
    if (before != null) {
      throw failure("tensor %s: %s stands there twice", quote(tensor), field);
    }
    return value;
  }

  private String readText(JsonReader json, String tensor) throws IOException {
    if (json.peek() != JsonToken.STRING) {
      throw failure("tensor %s: dtype is not text", quote(tensor));
    }
    return json.nextString();
  }

  /** Gson would also take 2.0, 2e3 and "2" for whole numbers. */
  private long[] readNumbers(JsonReader json, String tensor, String field) throws IOException {
    List<Long> numbers = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      String digits = json.peek() == JsonToken.NUMBER ? json.nextString() : "";
      if (!digits.matches("\\d{1,18}")) {
        throw failure(
            "tensor %s: %s is not a list of whole numbers from 0 on", quote(tensor), field);
      }
      if (numbers.size() == MAX_RANK) {
        throw failure("tensor %s: %s has more than %d numbers", quote(tensor), field, MAX_RANK);
      }
      numbers.add(Long.parseLong(digits));
    }
    json.endArray();
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private Map<String, WeightTensor> readValues(int dataStart) {
    List<Entry> ordered = new ArrayList<>(entries.values());
    ordered.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long dataLength = bytes.length - dataStart;
    checkPlaces(ordered, dataLength);
    ByteBuffer data =
        ByteBuffer.wrap(bytes, dataStart, (int) dataLength).slice().order(ByteOrder.LITTLE_ENDIAN);
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    for (Entry entry : ordered) {
      if (entry.type != StoredType.I64) {
        int length = (int) (entry.end - entry.begin);
        float[] values = new float[length / entry.type.bytes()];
        ByteBuffer place = data.slice((int) entry.begin, length).order(ByteOrder.LITTLE_ENDIAN);
        entry.type.read(place, values);
        tensors.put(entry.name, WeightTensor.owning(entry.shape, values));
      }
    }
    return tensors;
  }

  private void checkPlaces(List<Entry> ordered, long dataLength) {
    long end = 0;
    for (Entry entry : ordered) {
      if (entry.end > dataLength) {
        throw failure(
            "tensor %s ends at byte %d, but there are %d bytes of data",
            quote(entry.name), entry.end, dataLength);
      }
      if (entry.begin != end) {
        throw failure(
            "tensor %s begins at byte %d, where %d follows on the one before",
            quote(entry.name), entry.begin, end);
      }
      end = entry.end;
    }
    if (end != dataLength) {
      throw failure("%d bytes follow the last tensor", dataLength - end);
    }
  }

  private ModelFileException failure(String problem, Object... values) {
    return new ModelFileException(
        "%s: %s; fetch or save it again".formatted(file, problem.formatted(values)));
  }

  private static String quote(String text) {
    return JsonText.quote(text);
  }
}
