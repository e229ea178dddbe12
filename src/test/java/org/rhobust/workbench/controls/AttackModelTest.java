package org.rhobust.workbench.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.rhobust.attack.PgdSettings;
import org.rhobust.threat.ThreatModel;

class AttackModelTest {

  private final AttackModel model = new AttackModel();

  @Example
  void beginsWithTheStrongestAttackOnACalibratedModel() {
    assertThat(model.attackProperty().get())
        .isEqualTo(
            new AttackModel.Attack(
                new PgdSettings("linf", 0.3, 40, 0.01, 0.9, 1.25, "confidence", null, "zero", 1),
                0));
    assertThat(model.warningProperty().get()).isEmpty();
  }

  @Property(tries = 200)
  void theDefaultReachesEveryEpsilon(
      @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 20) double epsilon) {
    model.setThreat(new ThreatModel("l2", epsilon));

    PgdSettings settings = model.attackProperty().get().settings();
    assertThat(settings.norm()).isEqualTo("l2");
    assertThat(settings.epsilon()).isEqualTo(epsilon);
    assertThat(settings.reach()).isGreaterThanOrEqualTo(epsilon);
  }

  @Example
  void theStepSizeFollowsEpsilonUntilItIsTyped() {
    model.epsilonProperty().set("0.6");
    assertThat(model.stepSizeProperty().get()).isEqualTo("0.02");

    model.epsilonProperty().set("");
    model.epsilonProperty().set("0.9");
    assertThat(model.stepSizeProperty().get()).isEqualTo("0.03");

    model.stepSizeProperty().set("0.1");
    model.epsilonProperty().set("0.3");
    assertThat(model.stepSizeProperty().get()).isEqualTo("0.1");
  }

  @Example
  void anAttackThatCannotReachItsBallIsWarnedOf() {
    model.stepsProperty().set("5");

    assertThat(model.warningProperty().get())
        .contains("cannot reach ε = 0.3", "more or larger steps");
    assertThat(model.attackProperty().get()).isNotNull();

    model.stepsProperty().set("100");
    assertThat(model.warningProperty().get()).isEmpty();
  }

  @Example
  void aBadValueNamesItsFieldAndTheCure() {
    check(model.epsilonProperty()::set, "-1", "epsilon", "epsilon is -1.0; it must be 0 or more");
    check(model.stepsProperty()::set, "0", "steps", "steps is 0; it must be from 1 to 2000");
    check(model.stepSizeProperty()::set, "x", "step size", "it must be a number");
    check(model.momentumProperty()::set, "1", "momentum", "below 1");
    check(model.backtrackingProperty()::set, "NaN", "backtracking", "more than 1, or off");
    check(model.seedProperty()::set, "1.5", "seed", "whole number");
  }

  private void check(Consumer<String> set, String bad, String field, String message) {
    set.accept(bad);
    assertThat(model.attackProperty().get()).isNull();
    assertThat(model.problemProperty().get().field()).isEqualTo(field);
    assertThat(model.problemProperty().get().message()).contains(message);
    set.accept("2");
    model.momentumProperty().set("0.5");
    assertThat(model.problemProperty().get()).isNull();
  }

  @Example
  void backtrackingCanBeSwitchedOffWhateverItsFactor() {
    model.backtrackingProperty().set("0");
    assertThat(model.attackProperty().get()).isNull();

    model.backtracksProperty().set(false);
    assertThat(model.attackProperty().get().settings().backtracking()).isNull();
  }

  @Example
  void onlyATargetedAttackHasATarget() {
    model.targetProperty().set(2);
    assertThat(model.attackProperty().get().settings().target()).isNull();

    model.objectiveProperty().set("targeted");
    assertThat(model.attackProperty().get().settings().target()).isEqualTo(2);
  }

  @Example
  void typedValuesStayWithinOneThreatModel() {
    model.epsilonProperty().set("0.1");
    model.setThreat(Threats.DEFAULT);
    assertThat(model.epsilonProperty().get()).isEqualTo("0.1");

    model.setThreat(new ThreatModel("linf", 8 / 255.0));
    assertThat(model.attackProperty().get().settings().epsilon()).isEqualTo(8 / 255.0);
  }
}
