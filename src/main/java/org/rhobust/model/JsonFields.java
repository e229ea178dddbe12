package org.rhobust.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Typed access to a JSON object from a stranger, with errors that name file and key. */
final class JsonFields {

  private final String file;
  private final String path;
  private final JsonObject json;

  /**
   * @param path the dotted path of {@code json} in the file with a dot at its end, or empty
   */
  JsonFields(String file, String path, JsonObject json) {
    this.file = file;
    this.path = path;
    this.json = json;
  }

  String string(String key) {
    if (get(key) instanceof JsonPrimitive value && value.isString()) {
      return value.getAsString();
    }
    throw wrong(key, "text");
  }

  double number(String key) {
    if (get(key) instanceof JsonPrimitive value && value.isNumber()) {
      double number = value.getAsDouble();
      if (Double.isFinite(number)) {
        return number;
      }
    }
    throw wrong(key, "a finite number");
  }

  int integer(String key) {
    long value = longInteger(key);
    if (value != (int) value) {
      throw wrong(key, "a smaller whole number");
    }
    return (int) value;
  }

  /** Through the digits, since a double has not all long values. */
  long longInteger(String key) {
    if (get(key) instanceof JsonPrimitive value
        && value.isNumber()
        && value.getAsString().matches("-?\\d{1,19}")) {
      try {
        return new BigDecimal(value.getAsString()).longValueExact();
      } catch (ArithmeticException e) {
        throw wrong(key, "a smaller whole number");
      }
    }
    throw wrong(key, "a whole number");
  }

  JsonFields object(String key) {
    if (get(key) instanceof JsonObject value) {
      return new JsonFields(file, path + key + ".", value);
    }
    throw wrong(key, "an object");
  }

  /** All keys with their numbers, in the order of the file. */
  Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    json.keySet().forEach(key -> numbers.put(key, number(key)));
    return numbers;
  }

  /** What {@code reader} makes of {@code key}, or null where the key is absent or null. */
  <T> T optional(String key, Function<String, T> reader) {
    JsonElement value = json.get(key);
    return value == null || value.isJsonNull() ? null : reader.apply(key);
  }

  private JsonElement get(String key) {
    JsonElement value = json.get(key);
    if (value == null) {
      throw new ModelFileException(
          "%s: the key %s%s is missing; add it or save the model again".formatted(file, path, key));
    }
    return value;
  }

  private ModelFileException wrong(String key, String expected) {
    return new ModelFileException(
        "%s: %s must be %s".formatted(file, JsonText.quote(path + key), expected));
  }
}
