package org.rhobust.report;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.rhobust.attack.ImageAttack;
import org.rhobust.attack.PgdObserver;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.DirectionFollower;
import org.rhobust.evaluation.DirectionSettings;
import org.rhobust.evaluation.Directions;
import org.rhobust.evaluation.Distances;
import org.rhobust.evaluation.Inference;
import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.battery.BatteryEvaluation;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.model.OpenModel;
import org.rhobust.run.Evaluation;

/** One model with the attacks that the figures need of it. Used on the compute thread only. */
final class ModelUnderTest implements AutoCloseable {

  /** Many, since a calibrated model's confidence falls steeply near 0. */
  static final int POINTS = 401;

  private final String name;
  private final OpenModel model;
  private final ImageSet test;
  private final FigureSettings settings;
  private final BatteryEvaluation evaluation;

  ModelUnderTest(FigureModel model, Device device, ImageSet test, FigureSettings settings) {
    this.name = model.description().name();
    this.model = model.onDevice().apply(device);
    this.test = test;
    this.settings = settings;
    evaluation =
        new BatteryEvaluation(
            this.model.classifier(),
            TestSplit.of(test, settings.count(), settings.heldOut()),
            settings.battery(),
            settings.seed());
  }

  /** How often {@link #measure} tells its observer, about: iterations on batches and directions. */
  int work() {
    return evaluation.parts() * (settings.steps() + 1) + settings.directions();
  }

  /** Sets the number of threads that is fastest for this model. */
  void chooseThreads() {
    ImageAttack.chooseThreads(model.classifier(), test.first(settings.count()));
  }

  /** Predictions on clean images. */
  Predictions predict(ImageSet images) {
    return Inference.predict(model.classifier(), images, () -> {});
  }

  /**
   * Attacks the model.
   *
   * @param indices the images of Figure 1
   * @param observer told what goes on after each iteration; may throw to end the work
   */
  Measurement measure(List<Integer> indices, Consumer<String> observer) {
    String attacking = "attacking %d images with %s".formatted(settings.count(), name);
    while (!evaluation.finished()) {
      evaluation.runNext(() -> observer.accept(attacking));
    }
    BatteryResult result = evaluation.result(() -> {});
    OptionalDouble threshold = result.threshold(Evaluation.TRUE_POSITIVE_RATE);
    List<DirectionCurve> directions = new ArrayList<>();
    Directions finding =
        new Directions(
            model.classifier(),
            test,
            DirectionSettings.adversarial(settings.direction(), settings.seed()));
    for (int index : indices) {
      observer.accept("following directions of " + name);
      directions.add(
          DirectionFollower.follow(
              model.classifier(),
              finding.find(index, PgdObserver.none()),
              Distances.even(Distances.FARTHEST_IN_EPSILON * settings.epsilon(), POINTS),
              settings.directionEpsilon(),
              false));
    }
    OptionalDouble robustError =
        threshold.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(result.evaluation().robustTestError().at(threshold.getAsDouble()));
    return new Measurement(
        directions,
        result.clean().confidences(),
        result.attackedConfidences(),
        threshold,
        robustError);
  }

  @Override
  public void close() {
    model.close();
  }
}
