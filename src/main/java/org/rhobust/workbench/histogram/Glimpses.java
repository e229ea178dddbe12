package org.rhobust.workbench.histogram;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.ProbeResult;
import org.rhobust.threat.ThreatModel;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Latest;

/** Short looks at models that are not evaluated yet, so that something is seen at once. */
final class Glimpses {

  private final Glimpser glimpser;
  private final Latest<BatteryResult> latest;
  private final Map<String, Outcome> known = new HashMap<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  /** Looks at a model; see {@link org.rhobust.service.Inspection#glimpse}. */
  @FunctionalInterface
  interface Glimpser {
    CompletableFuture<BatteryResult> look(String model, ImageSet test, String norm, double epsilon);
  }

  /**
   * @param ui runs on the JavaFX thread
   */
  Glimpses(Glimpser glimpser, Executor ui) {
    this.glimpser = glimpser;
    latest = new Latest<>(ui);
  }

  /** Why the latest question has no answer; empty where it has one, or waits for it. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What is known of a model by its id; null where nothing is. */
  Outcome of(String model) {
    return known.get(model);
  }

  /** Forgets what is known, and drops a question that waits: other images are looked at now. */
  void clear() {
    known.clear();
    latest.forget();
  }

  /** Drops a question that waits. */
  void forget() {
    latest.forget();
  }

  /**
   * Looks at a model.
   *
   * @param then told when it is known
   */
  void ask(ModelInfo model, ImageSet images, ThreatModel threat, Runnable then) {
    problem.set("");
    latest.ask(
        () -> glimpser.look(model.id(), images, threat.norm(), threat.epsilon()),
        result -> {
          known.put(model.id(), outcome("A glimpse", result, images));
          then.run();
        },
        problem::set);
  }

  /** What a training's probe saw. */
  static Outcome of(ProbeResult probe, ImageSet images) {
    return outcome("A glimpse after step " + Format.count(probe.step()), probe.sample(), images);
  }

  private static Outcome outcome(String what, BatteryResult result, ImageSet images) {
    String origin =
        "%s: %d test images, %d steps. It shows the trend and flatters the model; press Evaluate for more."
            .formatted(
                what,
                result.attacked().size(),
                result.battery().attacks().get(0).attack().evaluations() - 1);
    return Outcome.of(result, images, true, origin);
  }
}
