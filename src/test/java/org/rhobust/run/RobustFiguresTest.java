package org.rhobust.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rhobust.data.DataSets;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.model.ImageShape;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.tensor.ComputeThread;

class RobustFiguresTest {

  private final List<Double> progress = new ArrayList<>();

  @Test
  void an_untrained_network_is_broken_at_low_confidence() {
    Map<String, Double> figures = ComputeThread.get().call(this::measure);

    assertThat(figures.keySet())
        .containsExactly(
            "robust_error_at_threshold",
            "robust_error",
            "share_attacked_below_0.3",
            "attacked_images",
            "attack_iterations");
    assertThat(figures.get("robust_error")).isGreaterThan(0.8);
    assertThat(figures.get("robust_error_at_threshold")).isBetween(0.0, 1.0);
    assertThat(figures.get("share_attacked_below_0.3")).isEqualTo(1.0);
    assertThat(figures).containsEntry("attacked_images", 20.0);
    assertThat(figures).containsEntry("attack_iterations", 3.0);
    assertThat(progress).isSorted().endsWith(1.0);
  }

  private Map<String, Double> measure() {
    try (Network network =
        Networks.create("small", 10, new ImageShape(1, 28, 28), Device.cpu(), 0)) {
      AttackBattery battery = AttackBattery.confidence("linf", 0.3, 3);
      return new RobustFigures(network, DataSets.get("mnist").test(), battery, 20, 0)
          .measure(progress::add);
    }
  }
}
