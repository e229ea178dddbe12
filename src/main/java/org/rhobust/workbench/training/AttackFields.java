package org.rhobust.workbench.training;

import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.rhobust.attack.Objectives;
import org.rhobust.attack.PgdSettings;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.NumberInput;

/** The attack of the next training, as typed. */
public final class AttackFields {

  /** What a ball of the norm is given on grey digits (the paper's budgets). */
  private static final Map<String, Double> CUSTOMARY_EPSILON =
      Map.of("linf", 0.3, "l2", 1.5, "l1", 12.0, "l0", 15.0);

  private static final String MAXIMUM_NORM = "linf";
  private static final double LARGEST_EPSILON = 10_000;
  private static final double LARGEST_MAXIMUM = 1;
  private static final double LARGEST_MOMENTUM = 0.999;

  private final StringProperty norm = new SimpleStringProperty(this, "norm", MAXIMUM_NORM);
  private final NumberInput epsilon = NumberInput.positive("ε", 1, LARGEST_EPSILON);
  private final StringProperty objective = new SimpleStringProperty(this, "objective");
  private final NumberInput steps = NumberInput.whole("attack steps", 1, 1, 10_000);
  private final NumberInput stepSize = NumberInput.positive("step size", 1, LARGEST_EPSILON);
  private final NumberInput momentum = NumberInput.upTo("attack momentum", 0, LARGEST_MOMENTUM);
  private final BooleanProperty backtracks = new SimpleBooleanProperty(this, "backtracks");
  private final NumberInput backtracking = NumberInput.above("backtracking", 1.5, 1, 100);
  private final ObjectProperty<List<String>> initialisations =
      new SimpleObjectProperty<>(this, "initialisations", List.of());
  private final ReadOnlyStringWrapper ballProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper startsProblem = new ReadOnlyStringWrapper("");
  private boolean filling;

  /** Whether the method attacks at all. */
  private boolean used = true;

  AttackFields(Runnable changed) {
    norm.addListener((o, before, after) -> takeCustomaryBall());
    FormChanges.tell(
        () -> {
          check();
          changed.run();
        },
        List.of(norm, objective, backtracks, initialisations),
        inputs());
  }

  private List<NumberInput> inputs() {
    return List.of(epsilon, steps, stepSize, momentum, backtracking);
  }

  /** The numbers that the training uses: those alone must be right. */
  List<NumberInput> usedInputs() {
    return inputs().stream()
        .filter(input -> used && (input != backtracking || backtracks.get()))
        .toList();
  }

  /** A name of {@link org.rhobust.threat.Norms}. */
  public StringProperty normProperty() {
    return norm;
  }

  /** ε, in units of the norm; normal training does not use it. */
  public NumberInput epsilon() {
    return epsilon;
  }

  /** One of {@link #objectives}. */
  public StringProperty objectiveProperty() {
    return objective;
  }

  /** T. */
  public NumberInput steps() {
    return steps;
  }

  /** α₀, in units of the norm. */
  public NumberInput stepSize() {
    return stepSize;
  }

  /** m. */
  public NumberInput momentum() {
    return momentum;
  }

  /** Whether steps that raise the objective are rejected. */
  public BooleanProperty backtracksProperty() {
    return backtracks;
  }

  /** The factor by which a rejected step shrinks the step size. */
  public NumberInput backtracking() {
    return backtracking;
  }

  /** The names of the starts that one is drawn of for each batch. */
  public ObjectProperty<List<String>> initialisationsProperty() {
    return initialisations;
  }

  /** Why ε does not fit the norm, in one line; empty when it does. */
  public ReadOnlyStringProperty ballProblemProperty() {
    return ballProblem.getReadOnlyProperty();
  }

  /** What is wrong with the starts, in one line; empty when nothing is. */
  public ReadOnlyStringProperty startsProblemProperty() {
    return startsProblem.getReadOnlyProperty();
  }

  /** What is wrong beside single numbers; empty when nothing is. */
  String problem() {
    return ballProblem.get().isEmpty() ? startsProblem.get() : ballProblem.get();
  }

  /** The objectives that a training can use. */
  static List<String> objectives() {
    return Objectives.all().stream().filter(Objectives.untargeted()::contains).toList();
  }

  /** Takes over an attack, without its ball unless {@code ball}. */
  void fill(TrainingSettings start, boolean ball) {
    filling = true;
    used = start.method() != TrainingMethod.NORMAL;
    PgdSettings attack = start.attack();
    if (ball) {
      norm.set(attack.norm());
      epsilon.setValue(attack.epsilon());
    }
    objective.set(attack.objective());
    steps.setValue(attack.steps());
    stepSize.setValue(attack.stepSize());
    momentum.setValue(attack.momentum());
    backtracks.set(attack.backtracking() != null);
    if (attack.backtracking() != null) {
      backtracking.setValue(attack.backtracking());
    }
    initialisations.set(start.initialisations());
    filling = false;
    check();
  }

  /** The attack that the fields say, with {@code start}'s rest. */
  PgdSettings settings(PgdSettings start) {
    return new PgdSettings(
        norm.get(),
        epsilon.value(),
        steps.intValue(),
        stepSize.value(),
        momentum.value(),
        backtracks.get() ? backtracking.value() : null,
        objective.get(),
        null,
        start.initialisation(),
        start.restarts());
  }

  /** The norm first: it brings an ε of its own. */
  void keep(Memory memory) {
    memory.keepText("training.norm", "norm of the training", norm);
    FormChanges.keep(memory, "training.epsilon", epsilon);
    memory.keepText("training.objective", "objective of the training’s attack", objective);
    FormChanges.keep(memory, "training.steps", steps);
    FormChanges.keep(memory, "training.step-size", stepSize);
    FormChanges.keep(memory, "training.attack-momentum", momentum);
    memory.keepFlag("training.backtracks", "backtracking of the training’s attack", backtracks);
    FormChanges.keep(memory, "training.backtracking", backtracking);
    FormChanges.keepNames(
        memory, "training.starts", "starts of the training’s attack", initialisations);
  }

  /** A number of one norm means nothing in another; the steps stay in proportion. */
  private void takeCustomaryBall() {
    Double custom = CUSTOMARY_EPSILON.get(norm.get());
    if (!filling && custom != null) {
      double factor = custom / epsilon.value();
      stepSize.setValue(Math.min(LARGEST_EPSILON, stepSize.value() * factor));
      epsilon.setValue(custom);
    }
  }

  private void check() {
    boolean tooLarge =
        norm.get().equals(MAXIMUM_NORM) && epsilon.valid() && epsilon.value() > LARGEST_MAXIMUM;
    boolean noStart = initialisations.get().isEmpty();
    ballProblem.set(used && tooLarge ? "ε in L∞ cannot be above 1: pixels lie in [0, 1]" : "");
    startsProblem.set(used && noStart ? "The attack has no start: tick at least one" : "");
  }
}
