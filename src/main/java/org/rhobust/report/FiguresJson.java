package org.rhobust.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.Distances;
import org.rhobust.model.ModelDescription;
import org.rhobust.run.Evaluation;
import org.rhobust.run.Version;

/** All it takes to repeat the figures, and the numbers in their captions. */
final class FiguresJson {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private FiguresJson() {}

  static String of(
      List<FigureModel> models,
      ImageSet test,
      FigureSettings settings,
      Measurements measured,
      TransitionSource transition,
      String command) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("program", "Rhobust " + Version.text());
    json.put("command", command);
    json.put("device", measured.device());
    json.put("threads", measured.threads());
    json.put("seed", settings.seed());
    json.put("images", test.name());
    json.put("models", models.stream().map(FiguresJson::model).toList());
    json.put("figure1", directions(models, settings, measured));
    json.put("figure2", transition);
    json.put("figure3", confidences(models, settings, measured));
    return GSON.toJson(json) + "\n";
  }

  private static Map<String, Object> model(FigureModel model) {
    ModelDescription description = model.description();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", model.source());
    json.put("name", description.name());
    json.put("network", description.network());
    json.put("method", description.method());
    json.put("norm", description.norm());
    json.put("transition", description.transition());
    json.put("trained_with", description.command());
    json.put("weights_sha256", description.weightsSha256());
    return json;
  }

  private static Map<String, Object> directions(
      List<FigureModel> models, FigureSettings settings, Measurements measured) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("attack", settings.direction());
    json.put("images", measured.indices());
    json.put("chosen_by_hand", settings.index() != null);
    json.put("misclassified_images_skipped", measured.skipped());
    json.put("farthest_in_epsilon", Distances.FARTHEST_IN_EPSILON);
    json.put("points", ModelUnderTest.POINTS);
    json.put("clipped", false);
    json.put("models", perModel(models, measured, FiguresJson::direction));
    return json;
  }

  private static Map<String, Object> direction(Measurement measured) {
    List<DirectionCurve> curves = measured.directions();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("labels", curves.stream().map(DirectionCurve::label).toList());
    json.put("adversarial_classes", curves.stream().map(DirectionCurve::adversarialClass).toList());
    json.put("norms", curves.stream().map(DirectionCurve::norm).toList());
    return json;
  }

  private static Map<String, Object> confidences(
      List<FigureModel> models, FigureSettings settings, Measurements measured) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("battery", settings.battery());
    json.put("attacked_images", settings.count());
    json.put("held_out_images", settings.heldOut());
    json.put("tpr", Evaluation.TRUE_POSITIVE_RATE);
    json.put("models", perModel(models, measured, FiguresJson::confidence));
    return json;
  }

  private static Map<String, Object> confidence(Measurement measured) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("threshold", orNull(measured.threshold()));
    json.put("robust_error_at_threshold", orNull(measured.robustError()));
    return json;
  }

  private static List<Map<String, Object>> perModel(
      List<FigureModel> models,
      Measurements measured,
      Function<Measurement, Map<String, Object>> words) {
    return IntStream.range(0, models.size())
        .mapToObj(
            i -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("name", models.get(i).description().name());
              json.putAll(words.apply(measured.models().get(i)));
              return json;
            })
        .toList();
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
