package org.rhobust.workbench.controls;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.rhobust.attack.PgdSettings;
import org.rhobust.threat.Norms;
import org.rhobust.threat.ThreatModel;
import org.rhobust.workbench.Memory;

/**
 * The fields of an attack on one image and the settings that they make. Begins with the attack that
 * is strongest against a calibrated model: confidence, from zero, 40 steps of ε/30.
 */
public final class AttackModel {

  /** Every step is kept to be looked at. */
  private static final int MOST_STEPS = 2000;

  /** As many as can be looked at side by side. */
  private static final int MOST_RESTARTS = 8;

  private static final double STEPS_PER_EPSILON = 30;
  private static final List<String> FIELDS =
      List.of(
          "epsilon",
          "steps",
          "step size",
          "momentum",
          "backtracking",
          "target",
          "restarts",
          "seed");

  private final StringProperty objective = text("objective", "confidence");
  private final StringProperty norm = text("norm", Threats.DEFAULT.norm());
  private final StringProperty epsilon = text("epsilon", Format.exact(Threats.DEFAULT.epsilon()));
  private final StringProperty steps = text("steps", "40");
  private final StringProperty stepSize = text("step size", stepSize(Threats.DEFAULT.epsilon()));
  private final StringProperty momentum = text("momentum", "0.9");
  private final BooleanProperty backtracks = new SimpleBooleanProperty(this, "backtracks", true);
  private final StringProperty backtracking = text("backtracking", "1.25");
  private final StringProperty initialisation = text("initialisation", "zero");
  private final ObjectProperty<Integer> target = new SimpleObjectProperty<>(this, "target", 0);
  private final StringProperty restarts = text("restarts", "1");
  private final StringProperty seed = text("seed", "0");
  private final ReadOnlyObjectWrapper<Attack> attack = new ReadOnlyObjectWrapper<>(this, "attack");
  private final ReadOnlyObjectWrapper<FieldProblem> problem =
      new ReadOnlyObjectWrapper<>(this, "problem");
  private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper(this, "warning", "");
  private ThreatModel threat = Threats.DEFAULT;
  private String proportionate = stepSize.get();
  private boolean changingTogether;

  /**
   * What the fields say.
   *
   * @param settings of the attack
   * @param seed of its start
   */
  public record Attack(PgdSettings settings, long seed) {}

  /** Makes the fields with their defaults. */
  public AttackModel() {
    epsilon.addListener((o, before, after) -> keepStepsInProportion(after));
    Stream.of(objective, norm, epsilon, steps, stepSize, momentum, backtracking)
        .forEach(field -> field.addListener(o -> read()));
    Stream.of(backtracks, initialisation, target, restarts, seed)
        .forEach(field -> field.addListener(o -> read()));
    read();
  }

  /** A name of {@link org.rhobust.attack.Objectives}. */
  public StringProperty objectiveProperty() {
    return objective;
  }

  /** A name of {@link Norms}. */
  public StringProperty normProperty() {
    return norm;
  }

  /** ε as typed. */
  public StringProperty epsilonProperty() {
    return epsilon;
  }

  /** T as typed. */
  public StringProperty stepsProperty() {
    return steps;
  }

  /** α₀ as typed; follows ε until it is set to something else than ε/30. */
  public StringProperty stepSizeProperty() {
    return stepSize;
  }

  /** The momentum as typed. */
  public StringProperty momentumProperty() {
    return momentum;
  }

  /** Whether steps that raise the objective are rejected. */
  public BooleanProperty backtracksProperty() {
    return backtracks;
  }

  /** The factor by which a rejected step shrinks the step size, as typed. */
  public StringProperty backtrackingProperty() {
    return backtracking;
  }

  /** A name of {@link org.rhobust.threat.Initialisations}. */
  public StringProperty initialisationProperty() {
    return initialisation;
  }

  /** The class that objective {@code targeted} drives towards. */
  public ObjectProperty<Integer> targetProperty() {
    return target;
  }

  /** How many starts, as typed. */
  public StringProperty restartsProperty() {
    return restarts;
  }

  /** The seed of random starts, as typed. */
  public StringProperty seedProperty() {
    return seed;
  }

  /**
   * Keeps all fields from now on.
   *
   * @param view whose attack it is, such as {@code steps}
   * @return ends the keeping
   */
  public Subscription remember(Memory memory, String view) {
    return new AttackMemory(memory, view).keep(this);
  }

  /** What the fields say; null while a {@linkplain #problemProperty field} cannot be used. */
  public ReadOnlyObjectProperty<Attack> attackProperty() {
    return attack.getReadOnlyProperty();
  }

  /** The first field that cannot be used; null where all can. */
  public ReadOnlyObjectProperty<FieldProblem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Why the attack is weaker than it looks; empty where it is not. */
  public ReadOnlyStringProperty warningProperty() {
    return warning.getReadOnlyProperty();
  }

  /** Takes over a model's threat model, unless it is the one before: then typed values stay. */
  public void setThreat(ThreatModel value) {
    if (!value.equals(threat)) {
      threat = value;
      changeTogether(
          () -> {
            norm.set(value.norm());
            epsilon.set(Format.exact(value.epsilon()));
            proportionate = stepSize(value.epsilon());
            stepSize.set(proportionate);
          });
    }
  }

  private void keepStepsInProportion(String after) {
    if (changingTogether || !stepSize.get().equals(proportionate)) {
      return;
    }
    try {
      double value = Numbers.decimal("epsilon", after);
      if (value > 0 && Double.isFinite(value)) {
        proportionate = stepSize(value);
        changeTogether(() -> stepSize.set(proportionate));
      }
    } catch (IllegalArgumentException e) {
      // Half typed: read() tells the user, and the step size waits.
    }
  }

  private void changeTogether(Runnable changes) {
    changingTogether = true;
    changes.run();
    changingTogether = false;
    read();
  }

  private void read() {
    if (changingTogether) {
      return;
    }
    try {
      PgdSettings settings = settings();
      long number = Numbers.whole("seed", seed.get());
      problem.set(null);
      warning.set(warning(settings));
      attack.set(new Attack(settings, number));
    } catch (IllegalArgumentException e) {
      problem.set(new FieldProblem(field(e.getMessage()), e.getMessage()));
      warning.set("");
      attack.set(null);
    }
  }

  private PgdSettings settings() {
    boolean targeted = objective.get().equals("targeted");
    return new PgdSettings(
        norm.get(),
        Numbers.decimal("epsilon", epsilon.get()),
        Numbers.whole("steps", steps.get(), 1, MOST_STEPS),
        Numbers.decimal("step size", stepSize.get()),
        Numbers.decimal("momentum", momentum.get()),
        backtracks.get() ? Numbers.decimal("backtracking", backtracking.get()) : null,
        objective.get(),
        targeted ? target.get() : null,
        initialisation.get(),
        Numbers.whole("restarts", restarts.get(), 1, MOST_RESTARTS));
  }

  private static String field(String message) {
    return FIELDS.stream().filter(name -> message.startsWith(name + " is")).findFirst().orElse("");
  }

  /** In L0 a step changes all pixels, so its size says nothing about reach. */
  private static String warning(PgdSettings settings) {
    if (settings.restarts() > 1 && settings.initialisation().equals("zero")) {
      return "From start zero all restarts are the same: choose a random start.";
    }
    if (settings.norm().equals("l0") || settings.reach() >= settings.epsilon()) {
      return "";
    }
    return "This attack cannot reach ε = %s: its steps move at most %s. Give more or larger steps."
        .formatted(Format.number(settings.epsilon()), Format.number(settings.reach()));
  }

  private static String stepSize(double epsilon) {
    return Format.plain(epsilon / STEPS_PER_EPSILON);
  }

  private StringProperty text(String name, String value) {
    return new SimpleStringProperty(this, name, value);
  }
}
