package org.rhobust.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdState;

/** Keeps the points of an attack on one image, of long attacks with many pixels only every k-th. */
final class PathRecorder implements PgdObserver {

  /** Values of all points together, so that memory stays bounded. */
  private static final long MOST_VALUES = 8_000_000;

  private final int stride;
  private final List<float[]> points = new ArrayList<>();

  PathRecorder(int steps, int size) {
    stride = (int) (1 + (steps + 1L) * size / MOST_VALUES);
  }

  @Override
  public void observe(PgdState state) {
    if (state.iteration() % stride == 0) {
      points.add(state.perturbations().toFloatArray());
    }
  }

  /** δ after each iteration that was kept, C·H·W values. */
  List<float[]> points() {
    return points;
  }
}
