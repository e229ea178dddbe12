package org.rhobust.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.attack.FormulaClassifier;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.evaluation.battery.BestPoint;
import org.rhobust.evaluation.battery.PartStore;
import org.rhobust.evaluation.battery.PartStore.Batch;
import org.rhobust.evaluation.battery.PartStore.Found;
import org.rhobust.model.Classifier;
import org.rhobust.model.ImageShape;

class PartFolderTest {

  private static final ImageSet TEST = DataSets.get("mnist").test();
  private static final BatteryEntry ENTRY = entry(Map.of("steps", 10L, "name", "mine"));

  @TempDir Path folder;

  private Classifier classifier = new FormulaClassifier(new ImageShape(1, 28, 28), 10, x -> x);

  private final Found found =
      new Found(
          2,
          List.of(
              new AttackedImage(3, Double.NEGATIVE_INFINITY, 0.25, best(0.1f)),
              new AttackedImage(4, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, null)));

  @Test
  void what_is_kept_comes_back_as_it_was() {
    PartStore store = store("aa", 0);
    store.save(new Batch(ENTRY, 3, 5), found);

    Found back = store("aa", 0).load(new Batch(ENTRY, 3, 5)).orElseThrow();

    assertThat(back)
        .usingRecursiveComparison()
        .withEqualsForType((a, b) -> a.doubleValue() == b.doubleValue(), Double.class)
        .isEqualTo(found);
  }

  @Test
  void another_model_seed_batch_or_setting_finds_nothing() {
    store("aa", 0).save(new Batch(ENTRY, 3, 5), found);

    assertThat(store("bb", 0).load(new Batch(ENTRY, 3, 5))).isEmpty();
    assertThat(store("aa", 1).load(new Batch(ENTRY, 3, 5))).isEmpty();
    assertThat(store("aa", 0).load(new Batch(ENTRY, 5, 7))).isEmpty();
    assertThat(store("aa", 0).load(new Batch(entry(Map.of("steps", 20L)), 3, 5))).isEmpty();
  }

  @Test
  void another_name_changes_nothing() {
    store("aa", 0).save(new Batch(ENTRY, 3, 5), found);

    assertThat(store("aa", 0).load(new Batch(entry(Map.of("steps", 10L, "name", "his")), 3, 5)))
        .isPresent();
  }

  @Test
  void a_damaged_part_is_computed_again() throws IOException {
    store("aa", 0).save(new Batch(ENTRY, 3, 5), found);
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    Optional<Found> back = store("aa", 0).load(new Batch(ENTRY, 3, 5));

    assertThat(back).isEmpty();
  }

  @Test
  void the_same_file_read_in_another_way_finds_nothing() {
    store("aa", 0).save(new Batch(ENTRY, 3, 5), found);
    classifier = new FormulaClassifier(new ImageShape(1, 28, 28), 11, x -> x);

    assertThat(store("aa", 0).load(new Batch(ENTRY, 3, 5))).isEmpty();
  }

  private PartStore store(String weights, long seed) {
    return new PartFolder(folder, weights, classifier, TEST, seed);
  }

  private static BestPoint best(float value) {
    float[] perturbation = new float[784];
    perturbation[5] = value;
    return new BestPoint(perturbation, 0.25, 0.5, 3, 0.75, 4);
  }

  private static BatteryEntry entry(Map<String, Object> settings) {
    BatteryEntry pgd =
        BatteryEntry.of(Map.of("attack", "pgd", "norm", "linf", "epsilon", 0.3, "steps", 1L));
    return new BatteryEntry("pgd", pgd.attack(), 2, settings);
  }
}
