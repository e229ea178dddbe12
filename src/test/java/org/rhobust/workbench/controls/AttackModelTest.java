package org.rhobust.workbench.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.rhobust.attack.PgdSettings;
import org.rhobust.threat.ThreatModel;
import org.rhobust.workbench.Memory;

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

  @Example
  void restartsFromZeroAreSaidToBeTheSame() {
    model.restartsProperty().set("4");
    assertThat(model.attackProperty().get().settings().restarts()).isEqualTo(4);
    assertThat(model.warningProperty().get()).contains("the same", "random start");

    model.initialisationProperty().set("uniform");
    assertThat(model.warningProperty().get()).isEmpty();
    check(model.restartsProperty()::set, "9", "restarts", "it must be from 1 to 8");
  }

  @Example
  void allFieldsAreKeptAndComeBack() {
    model.objectiveProperty().set("margin");
    model.epsilonProperty().set("0.123");
    model.initialisationProperty().set("uniform");
    model.targetProperty().set(2);
    model.backtracksProperty().set(false);
    Map<String, String> kept = new HashMap<>();
    model.remember(new MapMemory(kept), "steps");
    assertThat(kept).hasSize(12).containsEntry("steps.epsilon", "0.123");

    AttackModel again = new AttackModel();
    again.remember(new MapMemory(kept), "steps");
    assertThat(again.attackProperty().get()).isEqualTo(model.attackProperty().get());
    assertThat(again.targetProperty().get()).isEqualTo(2);
  }

  @Example
  void whatCannotBeReadBackIsLeftOut() {
    Map<String, String> kept = new HashMap<>();
    kept.put("steps.norm", "l7");
    kept.put("steps.objective", "world domination");
    kept.put("steps.target", "-3");
    model.remember(new MapMemory(kept), "steps");

    assertThat(model.attackProperty().get()).isEqualTo(new AttackModel().attackProperty().get());
  }

  /** Gives a setting the text that is there, or writes it down. */
  private record MapMemory(Map<String, String> texts) implements Memory {

    @Override
    public <T> Subscription keep(
        String key,
        String words,
        javafx.beans.property.Property<T> setting,
        StringConverter<T> text) {
      if (texts.containsKey(key)) {
        try {
          setting.setValue(text.fromString(texts.get(key)));
        } catch (IllegalArgumentException e) {
          return Subscription.EMPTY;
        }
      } else {
        texts.put(key, text.toString(setting.getValue()));
      }
      return Subscription.EMPTY;
    }
  }
}
