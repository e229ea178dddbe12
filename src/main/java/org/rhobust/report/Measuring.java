package org.rhobust.report;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.Predictions;
import org.rhobust.tensor.Devices;
import org.rhobust.tensor.Torch;

/** Opens models and measures all that the figures show. Used on the compute thread only. */
final class Measuring implements AutoCloseable {

  private static final int BLOCK = 100;

  private final ImageSet test;
  private final FigureSettings settings;
  private final WorkObserver observer;
  private final List<ModelUnderTest> models = new ArrayList<>();
  private final String device;
  private int done;

  Measuring(
      List<FigureModel> models,
      ImageSet test,
      FigureSettings settings,
      Device device,
      WorkObserver observer) {
    this.test = test;
    this.settings = settings;
    this.observer = observer;
    this.device = Devices.name(device);
    try {
      models.forEach(m -> this.models.add(new ModelUnderTest(m, device, test, settings)));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Measures.
   *
   * @param threads inside one operation; 0 to try which count is fastest for the first model
   */
  Measurements measure(int threads) {
    if (threads > 0) {
      Torch.setThreads(threads);
    } else {
      models.get(0).chooseThreads();
    }
    List<Integer> indices = settings.index() == null ? correct() : List.of(settings.index());
    int skipped =
        settings.index() == null ? indices.get(indices.size() - 1) + 1 - indices.size() : 0;
    int work = models.stream().mapToInt(ModelUnderTest::work).sum();
    List<Measurement> measured = new ArrayList<>();
    for (ModelUnderTest model : models) {
      measured.add(model.measure(indices, what -> observer.observe((double) done++ / work, what)));
    }
    return new Measurements(measured, indices, skipped, device, Torch.threads());
  }

  /** The first images that all models classify correctly. */
  private List<Integer> correct() {
    List<Integer> found = new ArrayList<>();
    for (int from = 0; from < test.size(); from += BLOCK) {
      ImageSet block = test.range(from, Math.min(test.size(), from + BLOCK));
      List<Predictions> predictions = new ArrayList<>();
      models.forEach(model -> predictions.add(model.predict(block)));
      for (int i = 0; i < block.size(); i++) {
        int image = i;
        if (predictions.stream().allMatch(p -> p.correct(image))) {
          found.add(from + i);
        }
        if (found.size() == settings.directions()) {
          return found;
        }
      }
    }
    throw new IllegalArgumentException(
        "directions is %d, but only %d images of %s are classified correctly by all models; give"
                .formatted(settings.directions(), found.size(), test.name())
            + (found.isEmpty() ? " --index" : " fewer"));
  }

  @Override
  public void close() {
    models.forEach(ModelUnderTest::close);
  }
}
