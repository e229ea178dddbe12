package org.rhobust.workbench.controls;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import org.rhobust.data.DataException;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.run.RobustTest;
import org.rhobust.service.Inspection;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.ModelShelf;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.threat.ThreatModel;

/** Opens models with the test images of their data, and attacks them by {@link RobustTest}. */
public final class ModelTests {

  private final ModelShelf models;
  private final Inspection inspection;
  private final int images;
  private final Executor background;

  /**
   * A model with what it is attacked by.
   *
   * @param model that is open
   * @param test on its own data's images
   */
  public record Subject(ModelInfo model, RobustTest test) {}

  /**
   * What the attack has found.
   *
   * @param subject that was attacked
   * @param result for any threshold
   */
  public record Measured(Subject subject, BatteryResult result) {}

  /**
   * @param images how many are attacked
   * @param background reads files
   */
  public ModelTests(ModelShelf models, Inspection inspection, int images, Executor background) {
    this.models = models;
    this.inspection = inspection;
    this.images = images;
    this.background = background;
  }

  /**
   * Opens a model.
   *
   * @param nameOrFolder a sample's name, or a model directory
   * @param threat to attack it within; null for the one that it was trained against
   * @return fails with {@link DataException} when the model or its images cannot be read
   */
  public CompletableFuture<Subject> open(String nameOrFolder, ThreatModel threat) {
    return models
        .open(nameOrFolder)
        .thenApplyAsync(model -> new Subject(model, test(model, threat)), background);
  }

  /**
   * Attacks a model, part by part.
   *
   * @param progress told the share done in [0, 1], on the compute thread
   * @return cancelling it ends the work at the next iteration
   */
  public CompletableFuture<Measured> measure(Subject subject, DoubleConsumer progress) {
    RobustTest test = subject.test();
    CompletableFuture<BatteryResult> work =
        inspection.confidences(
            subject.model().id(),
            test.test(),
            test.images(),
            test.heldOut(),
            test.battery(),
            0,
            progress);
    CompletableFuture<Measured> measured = work.thenApply(result -> new Measured(subject, result));
    measured.whenComplete(
        (result, failure) -> {
          if (failure instanceof CancellationException) {
            work.cancel(false);
          }
        });
    return measured;
  }

  private RobustTest test(ModelInfo model, ThreatModel threat) {
    if (model.dataset() == null) {
      throw new DataException(
          model.title() + " does not say what data it was trained on: evaluate it by hand");
    }
    ImageSet test = DataSets.get(model.dataset()).test();
    return new RobustTest(
        test, threat == null ? Threats.of(model, TrainingSnapshot.IDLE) : threat, images);
  }
}
