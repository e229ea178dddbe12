package org.rhobust.workbench.histogram;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.threat.ThreatModel;
import org.rhobust.workbench.controls.FieldProblem;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Numbers;
import org.rhobust.workbench.controls.Threats;

/** The fields of an evaluation: the quick battery in a norm's ball on some images. */
final class BudgetModel {

  static final int HELD_OUT = 1000;
  private static final int MOST_ITERATIONS = 100_000;
  private static final List<String> FIELDS = List.of("images", "iterations", "epsilon");

  private final StringProperty count = new SimpleStringProperty(this, "images", "200");
  private final StringProperty iterations = new SimpleStringProperty(this, "iterations", "100");
  private final StringProperty norm =
      new SimpleStringProperty(this, "norm", Threats.DEFAULT.norm());
  private final StringProperty epsilon =
      new SimpleStringProperty(this, "epsilon", Format.exact(Threats.DEFAULT.epsilon()));
  private final ReadOnlyObjectWrapper<Budget> budget = new ReadOnlyObjectWrapper<>(this, "budget");
  private final ReadOnlyObjectWrapper<FieldProblem> problem =
      new ReadOnlyObjectWrapper<>(this, "problem");
  private int available = 2 * HELD_OUT;
  private ThreatModel threat = Threats.DEFAULT;

  BudgetModel() {
    Stream.of(count, iterations, norm, epsilon).forEach(field -> field.addListener(o -> read()));
    read();
  }

  /** How many images are attacked, as typed. */
  StringProperty countProperty() {
    return count;
  }

  /** The iterations of each attack, as typed. */
  StringProperty iterationsProperty() {
    return iterations;
  }

  /** A name of {@link org.rhobust.threat.Norms}. */
  StringProperty normProperty() {
    return norm;
  }

  /** ε as typed. */
  StringProperty epsilonProperty() {
    return epsilon;
  }

  /** What the fields say; null while one cannot be used. */
  ReadOnlyObjectProperty<Budget> budgetProperty() {
    return budget.getReadOnlyProperty();
  }

  /** The first field that cannot be used; null where all can. */
  ReadOnlyObjectProperty<FieldProblem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Tells how many test images there are, at least 2. */
  void setAvailable(int images) {
    available = images;
    read();
  }

  /** Takes over a model's threat model, unless it is the one before. */
  void setThreat(ThreatModel value) {
    if (!value.equals(threat)) {
      threat = value;
      norm.set(value.norm());
      epsilon.set(Format.exact(value.epsilon()));
    }
  }

  private void read() {
    try {
      int images = Numbers.whole("images", count.get(), 1, available - 1);
      int steps = Numbers.whole("iterations", iterations.get(), 1, MOST_ITERATIONS);
      double radius = Numbers.decimal("epsilon", epsilon.get());
      AttackBattery battery = AttackBattery.quick(norm.get(), radius, steps);
      problem.set(null);
      budget.set(new Budget(images, Math.min(HELD_OUT, available - images), battery));
    } catch (IllegalArgumentException e) {
      String field =
          FIELDS.stream().filter(f -> e.getMessage().startsWith(f + " is")).findFirst().orElse("");
      problem.set(new FieldProblem(field, e.getMessage()));
      budget.set(null);
    }
  }
}
