package org.rhobust;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reference values in float64, made by an implementation independent of this one. A path is a list
 * of object keys and array indices from the root.
 */
public final class Golden {

  private static final JsonObject ROOT = read();

  private Golden() {}

  /** The element at {@code path}; each step a key (String) or an index (Integer). */
  public static JsonElement at(Object... path) {
    JsonElement element = ROOT;
    for (Object step : path) {
      element =
          step instanceof Integer index
              ? element.getAsJsonArray().get(index)
              : element.getAsJsonObject().get((String) step);
      if (element == null) {
        throw new IllegalArgumentException("golden.json has no " + List.of(path));
      }
    }
    return element;
  }

  /** One number. */
  public static double number(Object... path) {
    return at(path).getAsDouble();
  }

  /** All numbers below {@code path}, flattened in row-major order. */
  public static double[] numbers(Object... path) {
    List<Double> numbers = new ArrayList<>();
    flatten(at(path), numbers);
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** As {@link #numbers}, rounded to float. */
  public static float[] floats(Object... path) {
    double[] numbers = numbers(path);
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  /** As {@link #numbers}, for class labels. */
  public static int[] integers(Object... path) {
    double[] numbers = numbers(path);
    int[] integers = new int[numbers.length];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = (int) numbers[i];
    }
    return integers;
  }

  /** The extents of the nested arrays at {@code path}. */
  public static long[] shape(Object... path) {
    List<Long> extents = new ArrayList<>();
    for (JsonElement element = at(path);
        element.isJsonArray();
        element = element.getAsJsonArray().get(0)) {
      extents.add((long) element.getAsJsonArray().size());
    }
    return extents.stream().mapToLong(Long::longValue).toArray();
  }

  private static void flatten(JsonElement element, List<Double> numbers) {
    if (element instanceof JsonArray array) {
      array.forEach(entry -> flatten(entry, numbers));
    } else if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isBoolean()) {
      numbers.add(element.getAsBoolean() ? 1.0 : 0.0);
    } else {
      numbers.add(element.getAsDouble());
    }
  }

  private static JsonObject read() {
    try (var stream = Golden.class.getResourceAsStream("/golden/golden.json");
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
