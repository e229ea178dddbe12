package org.rhobust.workbench.runs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.rhobust.attack.PgdSettings;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.controls.Numbers;

/** Every combination of methods, ρ values and seeds, on the settings of the training form. */
final class SweepModel {

  private static final int MOST_RUNS = 200;

  private final ObservableValue<TrainingSettings> base;
  private final ObservableSet<TrainingMethod> methods =
      FXCollections.observableSet(new LinkedHashSet<>());
  private final StringProperty rhos = new SimpleStringProperty("1, 12");
  private final StringProperty seeds = new SimpleStringProperty("0-2");
  private final ObjectBinding<Plan> plan;

  /**
   * What would be lined up.
   *
   * @param settings a training each; empty where something is wrong
   * @param problem one line on what is wrong; empty where nothing is
   */
  record Plan(List<TrainingSettings> settings, String problem) {}

  /**
   * @param base null while the form is wrong
   */
  SweepModel(ObservableValue<TrainingSettings> base) {
    this.base = base;
    methods.add(TrainingMethod.CONFIDENCE_CALIBRATED);
    plan = Bindings.createObjectBinding(this::make, base, methods, rhos, seeds);
  }

  /** The methods that are combined. */
  ObservableSet<TrainingMethod> methods() {
    return methods;
  }

  /** ρ values, such as "1, 5, 12"; they matter to the calibrated method alone. */
  StringProperty rhosProperty() {
    return rhos;
  }

  /** Seeds, such as "0-2, 7". */
  StringProperty seedsProperty() {
    return seeds;
  }

  /** What would be lined up. */
  ObjectBinding<Plan> planProperty() {
    return plan;
  }

  /** What all of them have in common. */
  StringBinding baseWordsProperty() {
    return Bindings.createStringBinding(
        () -> {
          TrainingSettings common = base.getValue();
          return common == null
              ? "Correct the form of the Training view first."
              : ("All else as in the Training view: preset %s, %s, network %s, %,d images, %d epochs. "
                      + "Another method has its own objective"
                      + (presetAttack(common) ? ", steps and starts." : "."))
                  .formatted(
                      common.preset(),
                      common.dataset(),
                      common.network(),
                      common.examples(),
                      common.epochs());
        },
        base);
  }

  private Plan make() {
    TrainingSettings common = base.getValue();
    if (common == null) {
      return wrong("Correct the form of the Training view first.");
    }
    if (methods.isEmpty()) {
      return wrong("Choose a method.");
    }
    try {
      return new Plan(product(common), "");
    } catch (IllegalArgumentException e) {
      return wrong(e.getMessage());
    }
  }

  private List<TrainingSettings> product(TrainingSettings common) {
    List<Double> rhoValues = rhos();
    Set<Long> seedValues = seeds();
    List<TrainingSettings> all = new ArrayList<>();
    for (TrainingMethod method : TrainingMethod.values()) {
      if (!methods.contains(method)) {
        continue;
      }
      boolean calibrated = method == TrainingMethod.CONFIDENCE_CALIBRATED;
      for (double rho : calibrated ? rhoValues : List.of(common.rho())) {
        for (long seed : seedValues) {
          all.add(of(common, method).toBuilder().rho(rho).seed(seed).build());
          if (all.size() > MOST_RUNS) {
            throw new IllegalArgumentException(
                "These are more than %d runs: line up fewer.".formatted(MOST_RUNS));
          }
        }
      }
    }
    return List.copyOf(all);
  }

  /** The same for another method, but for what that one demands. */
  private static TrainingSettings of(TrainingSettings common, TrainingMethod method) {
    if (common.method() == method) {
      return common;
    }
    TrainingSettings its = Presets.of(common.preset(), method);
    boolean cannotShare = method == TrainingMethod.CONFIDENCE_CALIBRATED && common.fraction() == 1;
    return common.toBuilder()
        .method(method)
        .attack(attack(common, its.attack()))
        .initialisations(presetAttack(common) ? its.initialisations() : common.initialisations())
        .fraction(cannotShare ? its.fraction() : common.fraction())
        .build();
  }

  /** As when the form's method is changed; an attack that a person made stays but for its aim. */
  private static PgdSettings attack(TrainingSettings common, PgdSettings its) {
    return presetAttack(common)
        ? its.withEpsilon(common.attack().epsilon())
        : common.attack().withObjective(its.objective(), null);
  }

  /** Whether nothing but ε was changed in the preset's attack. */
  private static boolean presetAttack(TrainingSettings common) {
    TrainingSettings start = Presets.of(common.preset(), common.method());
    return common.attack().equals(start.attack().withEpsilon(common.attack().epsilon()))
        && common.initialisations().equals(start.initialisations());
  }

  private List<Double> rhos() {
    List<Double> values = new ArrayList<>();
    for (String word : words("ρ", rhos.get(), "1, 5, 12")) {
      double value = Numbers.decimal("ρ", word);
      if (!(value > 0 && value <= 1000)) {
        throw new IllegalArgumentException(
            "ρ is “%s”: give numbers above 0 and at most 1000.".formatted(word));
      }
      if (!values.contains(value)) {
        values.add(value);
      }
    }
    return values;
  }

  private Set<Long> seeds() {
    Set<Long> values = new TreeSet<>();
    for (String word : words("seeds", seeds.get(), "0-2, 7")) {
      String[] ends = word.split("[-–]", -1);
      int first = Numbers.whole("seed", ends[0], 0, Integer.MAX_VALUE);
      int last = ends.length == 2 ? Numbers.whole("seed", ends[1], 0, Integer.MAX_VALUE) : first;
      if (ends.length > 2 || last < first || last - first >= MOST_RUNS) {
        throw new IllegalArgumentException(
            "seeds “%s”: give whole numbers or short ranges, such as 0-2.".formatted(word));
      }
      for (long seed = first; seed <= last; seed++) {
        values.add(seed);
      }
    }
    return values;
  }

  private static List<String> words(String name, String text, String example) {
    List<String> words = new ArrayList<>();
    for (String word : text.strip().split("[,;\\s]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException("%s: give some, such as %s.".formatted(name, example));
    }
    return words;
  }

  private static Plan wrong(String why) {
    return new Plan(List.of(), why);
  }
}
