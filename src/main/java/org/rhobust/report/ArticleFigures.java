package org.rhobust.report;

import java.util.List;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Devices;

/** The article's Figures 1, 2 and 3 for models of one's own. */
public final class ArticleFigures {

  private final List<FigureModel> models;
  private final ImageSet test;
  private final FigureSettings settings;

  /**
   * @param models at least one, in the order of their panels, of equal inputs and classes
   * @param test its first images are attacked, its last set the thresholds
   * @throws IllegalArgumentException when models, images and settings do not fit together
   */
  public ArticleFigures(List<FigureModel> models, ImageSet test, FigureSettings settings) {
    this.models = List.copyOf(models);
    this.test = test;
    this.settings = settings;
    this.models.forEach(model -> requireAlike(this.models.get(0), model));
    requireImagesFit(this.models.get(0).description());
    if (settings.count() > test.size() - settings.heldOut()) {
      throw new IllegalArgumentException(
          "count %d and holdout %d do not fit into the %d images of %s; give less"
              .formatted(settings.count(), settings.heldOut(), test.size(), test.name()));
    }
    if (settings.index() != null && settings.index() >= test.size()) {
      throw new IllegalArgumentException(
          "index %d is outside 0..%d of %s"
              .formatted(settings.index(), test.size() - 1, test.name()));
    }
  }

  /**
   * Measures on the compute thread, then writes {@code figure1}, {@code figure2} and {@code
   * figure3} as PNG, SVG and CSV, and {@code figures.json} with all it takes to repeat them.
   *
   * @param device {@code auto}, {@code cpu} or {@code gpu:n}
   * @param threads inside one operation; 0 to try which count is fastest
   * @param command the command line that repeats it
   * @param observer may throw to end the work before anything is written
   * @throws org.rhobust.data.DataException when a file cannot be written
   */
  public void write(
      FigureFolder folder, String device, int threads, String command, WorkObserver observer) {
    Measurements measured =
        ComputeThread.get()
            .call(
                () -> {
                  try (Measuring measuring =
                      new Measuring(models, test, settings, Devices.of(device), observer)) {
                    return measuring.measure(threads);
                  }
                });
    TransitionSource transition = TransitionSource.of(models, settings);
    folder.write("figure1", DirectionFigure.of(models, test, settings, measured));
    folder.write("figure2", TransitionFigure.of(transition));
    folder.write("figure3", ConfidenceFigure.of(models, test, settings, measured));
    folder.write(
        "figures.json", FiguresJson.of(models, test, settings, measured, transition, command));
  }

  private static void requireAlike(FigureModel first, FigureModel other) {
    ModelDescription a = first.description();
    ModelDescription b = other.description();
    if (!a.input().equals(b.input()) || a.classes() != b.classes()) {
      throw new IllegalArgumentException(
          "%s takes %s and has %d classes, but %s takes %s and has %d; compare models of one kind"
              .formatted(
                  first.source(), a.input(), a.classes(), other.source(), b.input(), b.classes()));
    }
  }

  private void requireImagesFit(ModelDescription model) {
    ImageShape shape = ImageShape.of(test);
    if (!shape.equals(model.input())) {
      throw new IllegalArgumentException(
          "the images of %s are %s, but %s takes %s"
              .formatted(test.name(), shape, model.name(), model.input()));
    }
    if (test.classes() > model.classes()) {
      throw new IllegalArgumentException(
          "%s has %d classes, but %s has %d"
              .formatted(test.name(), test.classes(), model.name(), model.classes()));
    }
  }
}
