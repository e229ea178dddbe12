package org.rhobust.workbench.tour;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.ImageSet;
import org.rhobust.plot.PngBytes;
import org.rhobust.plot.Toolkit;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;

/**
 * Shows every view without a display: drags ρ, trains the quick preset, looks at the network while
 * it trains and after, walks through an attack, evaluates, compares the shipped models and opens a
 * picture. It leaves a picture of every view in both themes and two sizes, and the tables behind
 * them.
 */
public final class Tour {

  /** How long the training may take before it is stopped with what it has learnt. */
  public static final Duration USUAL_TRAINING = Duration.ofSeconds(120);

  /** By then the network has learnt something to be seen. */
  private static final int LOOK_AT_STEP = 300;

  /** So few that an evaluation is a matter of seconds; the view says that they are few. */
  private static final String EVALUATED_IMAGES = "10";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path out;
  private final Duration training;
  private final PrintStream log;

  /**
   * @param out where pictures and tables go; made where it is missing
   * @param training how long the training may take
   * @param log told what is being shown
   */
  public Tour(Path out, Duration training, PrintStream log) {
    this.out = out;
    this.training = training;
    this.log = log;
  }

  /**
   * Runs the tour, off the JavaFX thread.
   *
   * @throws IOException when the run's table cannot be copied
   * @throws org.rhobust.data.DataException when the folder cannot be written
   * @throws IllegalStateException when the window does not do what a person would see it do
   */
  public void run() throws IOException {
    AtomicFiles.writeString(out.resolve("README.txt"), "Made by the tour of Rhobust.\n");
    TourWindow window = new TourWindow(out);
    try {
      transition(window);
      train(window);
      direction(window);
      histogram(window);
      steps(window);
      evaluation(window);
      compare(window);
      prediction(window);
      data(window);
      commands(window);
      log.println("tour: looking at every view in a small window");
      window.everyView();
    } finally {
      window.close();
    }
    log.println("tour: done; the pictures and tables are in " + out.toAbsolutePath());
  }

  private void transition(TourWindow window) {
    log.println("tour: dragging ρ");
    window.show("transition");
    for (double position : new double[] {0.2, 0.95, 0.78}) {
      window.drag("rho-slider", position);
    }
    window.pictures("transition");
    window.tables();
  }

  private void train(TourWindow window) throws IOException {
    log.printf("tour: training the quick preset for up to %d s%n", training.toSeconds());
    window.show("training");
    window.pictures("training-before");
    window.press("start");
    window.await("the first probe", PATIENCE, () -> snapshot(window).probe() != null);
    window.holdsWithin(training.dividedBy(4), () -> snapshot(window).step() >= LOOK_AT_STEP);
    for (String view : new String[] {"direction", "histogram", "steps"}) {
      window.show(view);
      window.pictures(view + "-training");
    }
    window.show("training");
    if (!window.holdsWithin(training, () -> !snapshot(window).state().active())) {
      log.println("tour: the training is stopped early, with a checkpoint");
      window.press("stop");
      window.await("the end of the training", PATIENCE, () -> !snapshot(window).state().active());
    }
    TrainingSnapshot end = Toolkit.call(() -> snapshot(window));
    if (end.state() == RunState.FAILED) {
      throw new IllegalStateException("the training failed: " + end.message());
    }
    log.printf("tour: %d of %d steps in %.0f s%n", end.step(), end.totalSteps(), end.seconds());
    window.pictures("training");
    window.tables();
    Files.copy(
        end.folder().resolve("metrics.csv"),
        out.resolve("metrics.csv"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void direction(TourWindow window) {
    log.println("tour: following the adversarial direction");
    window.show("direction");
    window.pictures("direction");
    window.tables();
  }

  private void histogram(TourWindow window) {
    log.println("tour: attacking test images");
    window.show("histogram");
    window.press("evaluate");
    window.await("the evaluation", PATIENCE, () -> !window.isVisible("work"));
    window.pictures("histogram");
    window.tables();
  }

  private void steps(TourWindow window) {
    log.println("tour: walking through an attack");
    window.show("steps");
    window.press("toEnd");
    window.key("slider", KeyCode.LEFT);
    window.pictures("steps");
    window.tables();
  }

  private void evaluation(TourWindow window) {
    log.printf("tour: evaluating on %s images, too few to judge by%n", EVALUATED_IMAGES);
    window.show("evaluation");
    window.type("attacked-images", EVALUATED_IMAGES);
    window.press("evaluate");
    window.await("the verdict", PATIENCE, () -> window.isVisible("evaluation-result"));
    window.pictures("evaluation");
    window.tables();
  }

  private void compare(TourWindow window) {
    log.println("tour: comparing the shipped models");
    window.show("compare");
    window.press("show-shipped-first");
    window.holdsWithin(training.dividedBy(3), () -> !window.isVisible("cancel-compare"));
    window.pictures("compare");
    window.tables();
  }

  private void prediction(TourWindow window) {
    log.println("tour: opening a picture, and a file that is none");
    Path picture = out.resolve("test-image.png");
    ImageSet images =
        Toolkit.call(() -> window.window().context().selection().imagesProperty().get());
    AtomicFiles.write(picture, stream -> stream.write(png(images)));
    window.open(picture);
    window.await("the prediction", PATIENCE, () -> window.isVisible("prediction"));
    window.pictures("prediction");
    window.press("close-prediction");
    window.open(out.resolve("README.txt"));
    window.await("the notice", PATIENCE, () -> window.isVisible("notice"));
    window.pictures("notice");
    window.press("dismiss");
  }

  /** The first image of a set of grey ones. */
  private static byte[] png(ImageSet images) {
    float[] values = images.image(0);
    int[] argb = new int[values.length];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xff000000 | 0x010101 * Math.round(255 * values[i]);
    }
    return PngBytes.of(argb, images.width(), images.height());
  }

  private void data(TourWindow window) {
    log.println("tour: looking at the data");
    window.show("data");
    window.await("the images", PATIENCE, () -> window.isVisible("data-here"));
    window.pictures("data");
    window.press("show-augmentation");
    window.pictures("data-augmentation");
  }

  private void commands(TourWindow window) {
    log.println("tour: finding commands, keys and terms");
    window.show("transition");
    window.windowKey(KeyCode.K, true);
    window.type("palette-field", "train");
    window.pictures("palette");
    window.windowKey(KeyCode.ESCAPE, false);
    window.windowKey(KeyCode.F1, false);
    window.pictures("keys");
    window.windowKey(KeyCode.ESCAPE, false);
  }

  private static TrainingSnapshot snapshot(TourWindow window) {
    return window.window().context().snapshot().getValue();
  }
}
