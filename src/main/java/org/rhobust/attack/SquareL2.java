package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import org.rhobust.model.ImageShape;

/**
 * The Square attack's points in L2 (Andriushchenko et al. 2020, equation 2 and algorithm 3): a grid
 * of about 5×5 squares, then two windows a query. The mass of the second window and whatever part
 * of the budget is unused move into the first, onto what is there plus ±η.
 */
record SquareL2(RandomWindows windows, float epsilon) implements SquareSampling {

  private static final int TILES_A_SIDE = 5;

  /** Far below what a pixel shows, and its square is no zero in float32. */
  private static final float SHORTEST = 1e-12f;

  private static final int[] IMAGE = {1, 2, 3};
  private static final int[] CHANNEL = {2, 3};

  @Override
  public NDArray start() {
    ImageShape shape = windows.shape();
    int side = Math.max(1, Math.min(shape.height(), shape.width()) / TILES_A_SIDE);
    int rows = shape.height() / side;
    int columns = shape.width() / side;
    int top = (shape.height() - rows * side) / 2;
    int left = (shape.width() - columns * side) / 2;
    float[][] update = update(side);
    // Every tile has length 1.
    float scale = (float) (epsilon / Math.sqrt((double) rows * columns * shape.channels()));
    return windows
        .draw(
            shape.channels(),
            shape.height(),
            shape.width(),
            (values, offset, random) -> {
              int plane = shape.height() * shape.width();
              for (int tile = 0; tile < rows * columns; tile++) {
                int place = (top + tile / columns * side) * shape.width() + left;
                boolean turned = random.nextBoolean();
                for (int c = 0; c < shape.channels(); c++) {
                  int corner = offset + c * plane + place + tile % columns * side;
                  paint(update, turned, RandomWindows.sign(random), values, corner);
                }
              }
            })
        .mul(scale);
  }

  @Override
  public NDArray next(NDArray perturbations, int side) {
    NDArray update = updates(side);
    NDArray first = update.neq(0).toType(update.getDataType(), false);
    NDArray both = NDArrays.maximum(first, windows.squares(side));
    NDArray old = perturbations.mul(first);
    NDArray direction = unit(unit(old).add(update.mul(windows.signs(1, 1))));
    NDArray unused =
        perturbations.square().sum(IMAGE, true).neg().add(epsilon * epsilon).maximum(0);
    NDArray available =
        perturbations
            .mul(both)
            .square()
            .sum(CHANNEL, true)
            .add(unused.div(windows.shape().channels()))
            .sqrt();
    return perturbations.mul(both.neg().add(1)).add(direction.mul(available));
  }

  @Override
  public int leastSide() {
    return 3;
  }

  /** η of length 1 at a random place of each image, upright or turned, [N, 1, H, W]. */
  private NDArray updates(int side) {
    ImageShape shape = windows.shape();
    float[][] update = update(side);
    return windows.draw(
        1,
        shape.height(),
        shape.width(),
        (values, offset, random) -> {
          int top = RandomWindows.offset(random, shape.height(), side);
          int left = RandomWindows.offset(random, shape.width(), side);
          int corner = offset + top * shape.width() + left;
          paint(update, random.nextBoolean(), 1, values, corner);
        });
  }

  private void paint(float[][] update, boolean turned, int sign, float[] values, int corner) {
    for (int r = 0; r < update.length; r++) {
      for (int s = 0; s < update.length; s++) {
        values[corner + r * windows.shape().width() + s] =
            sign * (turned ? update[s][r] : update[r][s]);
      }
    }
  }

  /** η scaled to length 1: two hills side by side, the second with the opposite sign. */
  static float[][] update(int side) {
    int half = side / 2;
    double[][] hills = new double[side][side];
    double squares = 0;
    for (int r = 0; r < side; r++) {
      for (int s = 0; s < side; s++) {
        hills[r][s] = s < half ? hill(r, s, side, half) : -hill(r, s - half, side, side - half);
        squares += hills[r][s] * hills[r][s];
      }
    }
    float[][] update = new float[side][side];
    for (int r = 0; r < side; r++) {
      for (int s = 0; s < side; s++) {
        update[r][s] = (float) (hills[r][s] / Math.sqrt(squares));
      }
    }
    return update;
  }

  /** Equation 2 at row r and column s, counted from 0, of a hill of this height and width. */
  private static double hill(int r, int s, int height, int width) {
    int n = height / 2;
    int last = n - Math.max(Math.abs(r - n), Math.abs(s - width / 2));
    double sum = 0;
    for (int k = 0; k <= last; k++) {
      sum += 1.0 / ((n + 1.0 - k) * (n + 1.0 - k));
    }
    return sum;
  }

  /** Every channel of every image divided by its length; one of length 0 stays 0. */
  private static NDArray unit(NDArray perturbations) {
    NDArray length = perturbations.square().sum(CHANNEL, true).sqrt();
    return perturbations.div(length.maximum(SHORTEST));
  }
}
