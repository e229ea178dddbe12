package org.rhobust.service;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ImageShape;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.tensor.ComputeThread;

class ProbeTest {

  private static final int SIDE = 12;
  private static final int ITERATIONS = 20;

  @Test
  void questionsAreAnsweredBetweenItsIterations() {
    int[] calls = new int[1];
    ProbeResult result = take(2, () -> calls[0]++);

    assertThat(calls[0]).isGreaterThanOrEqualTo(ITERATIONS);
    assertThat(result.step()).isEqualTo(7);
    assertThat(result.direction().index()).isEqualTo(2);
  }

  @Test
  void theSelectedImageOfALargerSetDoesNotEndTheTraining() {
    assertThat(take(9_999, () -> {}).direction().index()).isEqualTo(9);
  }

  private static ProbeResult take(int image, Runnable questions) {
    byte[] pixels = new byte[10 * SIDE * SIDE];
    new Random(1).nextBytes(pixels);
    ImageSet test =
        ImageSet.of("noise", List.of("a", "b", "c"), 1, SIDE, SIDE, pixels, new int[10]);
    return ComputeThread.get()
        .call(
            () -> {
              ImageShape shape = new ImageShape(1, SIDE, SIDE);
              try (Network network = Networks.create("small", 3, shape, Device.cpu(), 1)) {
                return new Probe(test, "linf", 0.3).take(network, 7, image, 0, questions);
              }
            });
  }
}
