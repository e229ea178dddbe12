package org.rhobust.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A {@link ModelDescription} as the text of {@code model.json}, and back. */
final class ModelDescriptionJson {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ModelDescriptionJson() {}

  /** Keys in the order of the record, what is null left out. */
  static String write(ModelDescription description) {
    JsonObject json = new JsonObject();
    json.addProperty("format", ModelDescription.FORMAT);
    GSON.toJsonTree(description).getAsJsonObject().asMap().forEach(json::add);
    return GSON.toJson(json) + "\n";
  }

  /**
   * Unknown keys are ignored, for newer programs may write more; a network that cannot be made is
   * refused while the file's name is at hand.
   */
  static ModelDescription read(byte[] text, String file) {
    JsonFields fields = new JsonFields(file, "", parse(text, file));
    int format = fields.integer("format");
    if (format != ModelDescription.FORMAT) {
      throw new ModelFileException(
          "%s: format %d is unknown; this program reads format %d, use a newer one"
              .formatted(file, format, ModelDescription.FORMAT));
    }
    try {
      ModelDescription description = description(fields);
      Networks.parameterCount(description.network(), description.classes(), description.input());
      return description;
    } catch (IllegalArgumentException e) {
      throw new ModelFileException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static ModelDescription description(JsonFields fields) {
    JsonFields input = fields.object("input");
    return ModelDescription.builder(
            fields.string("name"),
            fields.string("network"),
            fields.integer("classes"),
            new ImageShape(
                input.integer("channels"), input.integer("height"), input.integer("width")))
        .method(fields.optional("method", fields::string))
        .transition(fields.optional("transition", key -> transition(fields.object(key))))
        .norm(fields.optional("norm", fields::string))
        .epsilon(fields.optional("epsilon", fields::number))
        .dataset(fields.optional("dataset", fields::string))
        .seed(fields.optional("seed", fields::longInteger))
        .command(fields.optional("command", fields::string))
        .threshold(fields.optional("threshold", key -> threshold(fields.object(key))))
        .figures(fields.optional("figures", key -> fields.object(key).numbers()))
        .notes(fields.optional("notes", fields::string))
        .createdBy(fields.optional("createdBy", fields::string))
        .weightsSha256(fields.string("weightsSha256"))
        .build();
  }

  private static ModelDescription.Transition transition(JsonFields fields) {
    return new ModelDescription.Transition(
        fields.string("family"), fields.number("rho"), fields.number("epsilon"));
  }

  private static ModelDescription.Threshold threshold(JsonFields fields) {
    return new ModelDescription.Threshold(
        fields.number("tpr"), fields.number("value"), fields.string("calibratedOn"));
  }

  private static JsonObject parse(byte[] text, String file) {
    JsonReader reader =
        new JsonReader(
            new InputStreamReader(
                new ByteArrayInputStream(text), StandardCharsets.UTF_8.newDecoder()));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement element = GSON.getAdapter(JsonElement.class).read(reader);
      if (element instanceof JsonObject object && reader.peek() == JsonToken.END_DOCUMENT) {
        return object;
      }
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      throw notJson(file, e);
    }
    throw notJson(file, null);
  }

  private static ModelFileException notJson(String file, Exception cause) {
    return new ModelFileException(
        "%s is not a JSON object; fetch or save the model again".formatted(file), cause);
  }
}
