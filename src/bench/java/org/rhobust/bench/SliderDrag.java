package org.rhobust.bench;

import com.sun.javafx.perf.PerformanceTracker;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import org.rhobust.plot.Toolkit;
import org.rhobust.service.RunState;
import org.rhobust.workbench.shell.WorkbenchWindow;

/**
 * The time from a change of the ρ slider in the Transition view until the frame that shows it is
 * rendered, at rest and while the quick preset trains on both cores; three curves are pinned. The
 * change comes at the start of a pulse. Without a display it measures the headless software
 * pipeline. Rendered frames are told by JavaFX's own performance tracker, which is internal.
 */
public final class SliderDrag {

  private static final int MOVES = 300;
  private static final int WARM_UP = 100;

  private SliderDrag() {}

  public static void main(String[] arguments) throws Exception {
    BenchWindow.measure(SliderDrag::measure);
  }

  private static void measure(WorkbenchWindow window) throws Exception {
    Toolkit.call(
        () -> {
          window.show("transition");
          return null;
        });
    TimeUnit.SECONDS.sleep(8);
    pin(window);
    report("at rest", drag(window));
    Toolkit.call(
        () -> {
          window.training().start();
          return null;
        });
    while (Toolkit.call(() -> window.context().snapshot().getValue().state()) != RunState.RUNNING) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    TimeUnit.SECONDS.sleep(2);
    report("while training", drag(window));
  }

  private static void pin(WorkbenchWindow window) {
    Toolkit.call(
        () -> {
          for (double rho : new double[] {1, 3, 30}) {
            window.transition().rho().setValue(rho);
            ((Button) window.stage().getScene().lookup("#pin")).fire();
          }
          return null;
        });
  }

  private static double[] drag(WorkbenchWindow window) throws Exception {
    CompletableFuture<double[]> times = new CompletableFuture<>();
    Toolkit.call(
        () -> {
          new Drag(window.stage().getScene(), times).begin();
          return null;
        });
    return times.get(5, TimeUnit.MINUTES);
  }

  private static void report(String when, double[] millis) {
    double[] sorted = Arrays.copyOfRange(millis, WARM_UP, millis.length);
    Arrays.sort(sorted);
    System.out.printf(
        "slider to painted frame, %s: %d moves, median %.1f, 95 %% %.1f, longest %.1f ms (%s)%n",
        when,
        sorted.length,
        Load.median(sorted),
        sorted[(int) (sorted.length * 0.95)],
        sorted[sorted.length - 1],
        Load.describe());
  }

  /** Moves the slider and waits for the frame that shows it. */
  private static final class Drag extends AnimationTimer {

    private final Scene scene;
    private final Slider slider;
    private final CompletableFuture<double[]> done;
    private final double[] millis = new double[MOVES];
    private int pulses;
    private int moves;
    private volatile long moved;
    private volatile boolean laidOut;
    private volatile double latest = Double.NaN;

    Drag(Scene scene, CompletableFuture<double[]> done) {
      this.scene = scene;
      this.done = done;
      slider = (Slider) scene.lookup("#rho-slider");
    }

    void begin() {
      scene.addPostLayoutPulseListener(this::afterLayout);
      PerformanceTracker.getSceneTracker(scene).setOnRenderedFrameTask(this::rendered);
      start();
    }

    private void afterLayout() {
      laidOut = moved > 0;
    }

    private void rendered() {
      if (laidOut) {
        latest = (System.nanoTime() - moved) / 1e6;
        laidOut = false;
        moved = 0;
      }
    }

    /** Not at every pulse: a frame that is still rendered from before would be taken for this. */
    @Override
    public void handle(long now) {
      if (moved > 0 || ++pulses % 3 != 0) {
        return;
      }
      if (!Double.isNaN(latest)) {
        millis[moves++] = latest;
      }
      if (moves == MOVES) {
        stop();
        PerformanceTracker.getSceneTracker(scene).setOnRenderedFrameTask(null);
        done.complete(millis);
        return;
      }
      double share = 0.5 + 0.45 * Math.sin(moves / 20.0);
      moved = System.nanoTime();
      slider.setValue(slider.getMin() + share * (slider.getMax() - slider.getMin()));
    }
  }
}
