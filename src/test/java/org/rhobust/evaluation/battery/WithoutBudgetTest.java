package org.rhobust.evaluation.battery;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.attack.Attacks;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.RejectionMetrics;
import org.rhobust.evaluation.RobustEvaluation;
import org.rhobust.model.OpenModel;
import org.rhobust.model.SampleModels;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;

/** At ε = 0 the robust error is the clean error, exactly, whatever the attack and the norm. */
@ExtendWith(OnComputeThread.class)
class WithoutBudgetTest {

  private static final int COUNT = 10;
  private static final int WRONG = 3;
  private static final Set<String> WITHOUT_NORM = Set.of("frames", "corruption", "distal");

  /** Few points of each, and every start and kind; of attacks not named here the standard ones. */
  private static final Map<String, List<Map<String, Object>>> SETTINGS =
      Map.of(
          "pgd",
          each(
              "initialisation", Map.of("steps", 3L), "zero", "uniform", "uniform-norm", "gaussian"),
          "slide",
          List.of(Map.of("steps", 3L)),
          "apgd",
          List.of(Map.of("steps", 5L)),
          "multi-targeted",
          List.of(Map.of("steps", 2L, "targets", 3L)),
          "square",
          List.of(Map.of("queries", 5L)),
          "noise",
          each("kind", Map.of("draws", 3L), "uniform", "bernoulli", "gaussian"),
          "transfer",
          List.of(Map.of("source", "mnist-adversarial", "steps", 3L)));

  @Test
  void theRobustErrorIsTheCleanErrorForEveryAttackAndNorm() {
    List<BatteryEntry> entries = entries();
    assertThat(entries.stream().map(entry -> entry.settings().get("attack")).distinct())
        .as("attacks within a norm")
        .hasSameElementsAs(normBounded());

    BatteryResult result = evaluate(new AttackBattery("no budget", entries));

    for (AttackResult attack : result.attacks()) {
      RejectionMetrics figures = new RobustEvaluation(result.clean(), attack.outcome()).at(0);
      String name = attack.entry().name() + " in " + attack.entry().threat();
      assertThat(figures.testError()).as(name).hasValue((double) WRONG / COUNT);
      assertThat(figures.robustTestError()).as(name).isEqualTo(figures.testError());
    }
  }

  private static Set<String> normBounded() {
    Set<String> names = new TreeSet<>(List.of(Attacks.names().split(", ")));
    names.removeAll(WITHOUT_NORM);
    return names;
  }

  /** Every attack in every norm that it knows. */
  private static List<BatteryEntry> entries() {
    List<BatteryEntry> entries = new ArrayList<>();
    for (String name : normBounded()) {
      for (Norm norm : Norms.all()) {
        for (Map<String, Object> some : SETTINGS.getOrDefault(name, List.of(Map.of()))) {
          Map<String, Object> settings = new LinkedHashMap<>(some);
          settings.put("attack", name);
          settings.put("norm", norm.name());
          settings.put("epsilon", 0.0);
          addWhereKnown(entries, settings);
        }
      }
    }
    return entries;
  }

  private static void addWhereKnown(List<BatteryEntry> entries, Map<String, Object> settings) {
    try {
      entries.add(BatteryEntry.of(settings));
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("norm");
    }
  }

  private static List<Map<String, Object>> each(
      String key, Map<String, Object> others, String... values) {
    return List.of(values).stream()
        .map(
            value -> {
              Map<String, Object> settings = new LinkedHashMap<>(others);
              settings.put(key, value);
              return settings;
            })
        .collect(Collectors.toList());
  }

  private static BatteryResult evaluate(AttackBattery battery) {
    try (OpenModel model = OpenModel.of(SampleModels.shipped().open("mnist-normal"), Device.cpu());
        BatteryEvaluation evaluation =
            new BatteryEvaluation(
                model.classifier(), TestSplit.of(images(), COUNT, COUNT), battery, 0)) {
      while (!evaluation.finished()) {
        evaluation.runNext(() -> {});
      }
      return evaluation.result(() -> {});
    }
  }

  /** Images that the model knows, the first ones under another class. */
  private static ImageSet images() {
    ImageSet known = DataSets.get("mnist").test().first(2 * COUNT);
    byte[] pixels = new byte[known.size() * known.imageLength()];
    int[] labels = known.labels();
    for (int i = 0; i < known.size(); i++) {
      float[] image = known.image(i);
      for (int k = 0; k < image.length; k++) {
        pixels[i * image.length + k] = (byte) Math.round(255 * image[k]);
      }
      labels[i] = i < WRONG ? (labels[i] + 1) % known.classes() : labels[i];
    }
    return ImageSet.of(
        "relabelled",
        known.classNames(),
        known.channels(),
        known.height(),
        known.width(),
        pixels,
        labels);
  }
}
