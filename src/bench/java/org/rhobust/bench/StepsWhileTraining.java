package org.rhobust.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.rhobust.plot.PlotView;
import org.rhobust.plot.Toolkit;
import org.rhobust.service.RunState;
import org.rhobust.workbench.shell.WorkbenchWindow;

/**
 * The time from the choice of another image to the first and to the last of 40 PGD steps in the PGD
 * steps view, while the quick preset trains: of the network in training itself, to the pulse after
 * the one in which the pictures were given to the plots, when they are painted. Without a display
 * it measures the headless software pipeline, which has no screen to wait for.
 */
public final class StepsWhileTraining {

  private static final int IMAGES = 21;
  private static final int PAUSE_MILLIS = 1_000;

  private StepsWhileTraining() {}

  public static void main(String[] arguments) throws Exception {
    BenchWindow.measure(StepsWhileTraining::measure);
  }

  private static void measure(WorkbenchWindow window) throws Exception {
    Toolkit.call(
        () -> {
          window.show("training");
          window.training().start();
          return null;
        });
    until(window, w -> w.context().snapshot().getValue().state() == RunState.RUNNING);
    until(window, StepsWhileTraining::followsTheTraining);
    Toolkit.call(
        () -> {
          window.show("steps");
          return null;
        });
    until(window, w -> shows(w, 0) && isComplete(w));

    double[] first = new double[IMAGES];
    double[] all = new double[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      Thread.sleep(PAUSE_MILLIS);
      double[] times = choose(window, i + 1).get(60, TimeUnit.SECONDS);
      first[i] = times[0];
      all[i] = times[1];
    }
    int step = Toolkit.call(() -> window.context().snapshot().getValue().step());
    System.out.printf(
        "PGD steps while training (to step %d): first step on screen median %.0f, longest %.0f ms;"
            + " all 40 median %.0f, longest %.0f ms (%s)%n",
        step, Load.median(first), longest(first), Load.median(all), longest(all), Load.describe());
  }

  /** Selects an image and waits for its pictures; the two times in milliseconds. */
  private static CompletableFuture<double[]> choose(WorkbenchWindow window, int image) {
    CompletableFuture<double[]> times = new CompletableFuture<>();
    Toolkit.call(
        () -> {
          long start = System.nanoTime();
          new AnimationTimer() {
            private double first = Double.NaN;
            private boolean seen;
            private boolean complete;

            /** What was there at the last pulse is painted by now. */
            @Override
            public void handle(long now) {
              double time = (System.nanoTime() - start) / 1e6;
              if (seen && Double.isNaN(first)) {
                first = time;
              }
              if (complete) {
                stop();
                times.complete(new double[] {first, time});
              }
              seen = shows(window, image);
              complete = seen && isComplete(window);
            }
          }.start();
          window.context().selection().imageProperty().set(image);
          return null;
        });
    return times;
  }

  private static boolean followsTheTraining(WorkbenchWindow window) {
    var model = window.context().selection().modelProperty().get();
    return model != null && model.live();
  }

  private static boolean shows(WorkbenchWindow window, int image) {
    return root(window).lookupAll(".plot-view").stream()
        .map(PlotView.class::cast)
        .map(PlotView::getPlot)
        .anyMatch(
            plot ->
                plot.title().equals("Original")
                    && plot.caption().contains("image %d of".formatted(image)));
  }

  private static boolean isComplete(WorkbenchWindow window) {
    return root(window).lookup("#position") instanceof Label position
        && position.getText().equals("step 40 of 40");
  }

  private static Parent root(WorkbenchWindow window) {
    return window.stage().getScene().getRoot();
  }

  private static void until(WorkbenchWindow window, Predicate<WorkbenchWindow> condition)
      throws InterruptedException {
    while (!Toolkit.call(() -> condition.test(window))) {
      Thread.sleep(50);
    }
  }

  private static double longest(double[] millis) {
    double longest = 0;
    for (double each : millis) {
      longest = Math.max(longest, each);
    }
    return longest;
  }
}
