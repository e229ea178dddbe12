package org.rhobust.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/**
 * Everything needed to repeat a run: {@code config.json}.
 *
 * @param program the version of Rhobust that began it
 * @param command the command line that repeats it, unless {@code changes.csv} says what was changed
 *     while it trained
 * @param device {@code cpu} or {@code gpu:n}
 * @param threads inside one operation; another count may change the last bits of the weights
 * @param dataChecksum {@link org.rhobust.data.ImageSet#checksum} of the images trained on; null in
 *     runs of earlier versions
 * @param settings of the training
 */
public record RunConfig(
    String program,
    String command,
    String device,
    int threads,
    Long dataChecksum,
    TrainingSettings settings) {

  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .serializeNulls()
          .registerTypeAdapter(TrainingMethod.class, new MethodById())
          .create();

  public RunConfig {
    if (threads < 1 || device == null || settings == null) {
      throw new IllegalArgumentException("device, threads (at least 1) and settings are required");
    }
  }

  /** As text for {@code config.json}. */
  public String toJson() {
    return GSON.toJson(this) + "\n";
  }

  /**
   * Reads {@link #toJson} back.
   *
   * @param file for messages
   * @throws RunException when the text is no configuration or a value is out of range
   */
  public static RunConfig fromJson(String json, String file) {
    RunConfig config;
    try {
      config = GSON.fromJson(json, RunConfig.class);
    } catch (RuntimeException e) {
      // Gson wraps what a record's constructor refuses in exceptions of several kinds.
      throw new RunException(file + " is damaged: " + cause(e) + "; start the run anew", e);
    }
    if (config == null) {
      throw new RunException(file + " is empty; start the run anew");
    }
    return config;
  }

  private static String cause(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }

  private static final class MethodById extends TypeAdapter<TrainingMethod> {

    @Override
    public void write(JsonWriter out, TrainingMethod method) throws IOException {
      out.value(method.id());
    }

    @Override
    public TrainingMethod read(JsonReader in) throws IOException {
      return TrainingMethod.of(in.nextString());
    }
  }
}
