package org.rhobust.service;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.rhobust.attack.AttackBatch;
import org.rhobust.attack.ImageAttack;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdSettings;
import org.rhobust.attack.ProjectedGradientDescent;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ImageShape;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Torch;

/**
 * How fast a device is, as medians of a few trials on the compute thread.
 *
 * @param threads inside one operation that were fastest for the attack
 * @param matrixMillis a product of two {@value #SIZE}×{@value #SIZE} matrices of float32 by all
 *     cores or the GPU
 * @param pgdMillis an iteration of PGD on {@value #BATCH} MNIST images through the small network
 */
public record DeviceSpeed(int threads, double matrixMillis, double pgdMillis) {

  private static final int SIZE = 1024;
  private static final int BATCH = 50;
  private static final int PRODUCTS = 5;
  private static final int ITERATIONS = 20;
  private static final int TRIALS = 5;

  /** Measures; takes about a second. */
  public static DeviceSpeed measure(Device device) {
    int threads = Torch.threads();
    try {
      double matrix = matrixMillis(device);
      ImageSet images = DataSets.get("mnist").test();
      ImageShape input = ImageShape.of(images);
      try (Network network = Networks.create("small", 10, input, device, 0)) {
        int[] indices = IntStream.range(0, BATCH).toArray();
        PgdSettings attack =
            new PgdSettings("linf", 0.3, ITERATIONS, 0.01, 0.9, 1.5, "confidence", null, "zero", 1);
        int[] labels = IntStream.of(indices).map(images::label).toArray();
        new ImageAttack(network, images, attack, 0).chooseThreads(indices, labels);
        double pgd = pgdMillis(network, AttackBatch.load(network, images, indices), attack);
        return new DeviceSpeed(Torch.threads(), matrix, pgd);
      }
    } finally {
      Torch.setThreads(threads);
    }
  }

  private static double matrixMillis(Device device) {
    try (Scope scope = Scope.open()) {
      NDArray matrix = Torch.manager(device).ones(new Shape(SIZE, SIZE));
      return median(PRODUCTS, () -> multiply(matrix));
    }
  }

  /** Each product needs the one before, and the number at last all of them: a GPU must finish. */
  private static void multiply(NDArray matrix) {
    try (Scope scope = Scope.open()) {
      NDArray product = matrix;
      for (int i = 0; i < PRODUCTS; i++) {
        product = matrix.matMul(product).div(SIZE);
      }
      product.getFloat(0, 0);
    }
  }

  private static double pgdMillis(Network network, AttackBatch batch, PgdSettings settings) {
    ProjectedGradientDescent attack = new ProjectedGradientDescent(settings);
    NDArray start = batch.starts(settings, 0, 0);
    return median(
        ITERATIONS,
        () -> {
          try (Scope scope = Scope.open()) {
            attack
                .run(network, batch.images(), batch.oneHot(), start, PgdObserver.none())
                .objective()
                .toFloatArray();
          }
        });
  }

  /** The median time in ms of a part of {@code work}, after one run that warms up. */
  private static double median(int parts, Runnable work) {
    work.run();
    double[] millis = new double[TRIALS];
    for (int i = 0; i < TRIALS; i++) {
      long start = System.nanoTime();
      work.run();
      millis[i] = (System.nanoTime() - start) / 1e6 / parts;
    }
    Arrays.sort(millis);
    return millis[TRIALS / 2];
  }
}
