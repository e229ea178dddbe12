package org.rhobust.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import org.rhobust.plot.Toolkit;
import org.rhobust.service.RunState;
import org.rhobust.workbench.shell.WorkbenchWindow;

/**
 * The time from the start of the JVM to the first frame of the window, and the intervals between
 * frames while the quick preset trains, prolonged, with the Training view and then the Histogram
 * view in front; {@code -Dseconds} sets how long each. Without a display it measures the headless
 * software pipeline, which has no screen to wait for.
 */
public final class WindowFrames {

  private static final double LONG_MS = 50;

  /** Longer than both views are looked at. */
  private static final int EPOCHS = 500;

  private static final long SECONDS_A_VIEW = Long.getLong("seconds", 120);

  private WindowFrames() {}

  public static void main(String[] arguments) throws Exception {
    BenchWindow.measure(WindowFrames::measure);
  }

  private static void measure(WorkbenchWindow window) throws Exception {
    firstFrame().join();
    long sinceStart =
        System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.printf(
        "window painted %.2f s after the start of the JVM (%s)%n",
        sinceStart / 1000.0, Load.describe());

    Toolkit.call(
        () -> {
          window.show("training");
          window.training().form().epochs().setValue(EPOCHS);
          window.training().start();
          return null;
        });
    waitForTraining(window);
    for (String view : new String[] {"training", "histogram"}) {
      Toolkit.call(
          () -> {
            window.show(view);
            return null;
          });
      Thread.sleep(2_000);
      report(view, intervals());
    }
  }

  private static void waitForTraining(WorkbenchWindow window) throws InterruptedException {
    while (Toolkit.call(() -> window.context().snapshot().getValue().state()) != RunState.RUNNING) {
      Thread.sleep(50);
    }
  }

  private static CompletableFuture<Void> firstFrame() {
    CompletableFuture<Void> painted = new CompletableFuture<>();
    Toolkit.call(
        () -> {
          new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
              // The second pulse begins when the first frame is laid out and painted.
              if (++frames == 2) {
                stop();
                painted.complete(null);
              }
            }
          }.start();
          return null;
        });
    return painted;
  }

  private static double[] intervals() throws InterruptedException {
    double[] millis = new double[100_000];
    int[] count = new int[1];
    AnimationTimer timer =
        new AnimationTimer() {
          private long last;

          @Override
          public void handle(long now) {
            long time = System.nanoTime();
            if (last > 0 && count[0] < millis.length) {
              millis[count[0]++] = (time - last) / 1e6;
            }
            last = time;
          }
        };
    Toolkit.call(
        () -> {
          timer.start();
          return null;
        });
    Thread.sleep(SECONDS_A_VIEW * 1_000);
    Toolkit.call(
        () -> {
          timer.stop();
          return null;
        });
    return Arrays.copyOf(millis, count[0]);
  }

  private static void report(String view, double[] intervals) {
    Arrays.sort(intervals);
    System.out.printf(
        "%s view while training: %d frames in %d s, interval median %.1f, 99 %% %.1f, longest"
            + " %.1f ms, %d above %.0f ms; %d ms of garbage collection so far (%s)%n",
        view,
        intervals.length,
        SECONDS_A_VIEW,
        Load.median(intervals),
        intervals[(int) (intervals.length * 0.99)],
        intervals[intervals.length - 1],
        Arrays.stream(intervals).filter(millis -> millis > LONG_MS).count(),
        LONG_MS,
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(collector -> collector.getCollectionTime())
            .sum(),
        Load.describe());
  }
}
