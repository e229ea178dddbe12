package org.rhobust.workbench.controls;

import java.util.List;
import javafx.beans.property.Property;
import javafx.util.Subscription;
import javafx.util.converter.IntegerStringConverter;
import org.rhobust.attack.Objectives;
import org.rhobust.threat.Initialisation;
import org.rhobust.threat.Initialisations;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;
import org.rhobust.workbench.Memory;

/**
 * Keeps the fields of an {@link AttackModel}.
 *
 * @param memory keeps them
 * @param view whose attack it is
 */
record AttackMemory(Memory memory, String view) {

  /** Keeps all of them until the subscription ends. */
  Subscription keep(AttackModel model) {
    List<String> objectives = List.of(Objectives.names().split(", "));
    List<String> norms = Norms.all().stream().map(Norm::name).toList();
    List<String> starts = Initialisations.all().stream().map(Initialisation::name).toList();
    return Subscription.combine(
        choice("objective", "objective", objectives, model.objectiveProperty()),
        memory.keep(key("target"), words("target class"), model.targetProperty(), new TargetText()),
        choice("norm", "norm", norms, model.normProperty()),
        text("epsilon", "ε", model.epsilonProperty()),
        text("steps", "number of steps", model.stepsProperty()),
        text("step-size", "step size", model.stepSizeProperty()),
        text("momentum", "momentum", model.momentumProperty()),
        memory.keepFlag(key("backtracks"), words("backtracking"), model.backtracksProperty()),
        text("backtracking", "backtracking factor", model.backtrackingProperty()),
        choice("start", "start", starts, model.initialisationProperty()),
        text("restarts", "restarts", model.restartsProperty()),
        text("seed", "seed", model.seedProperty()));
  }

  private Subscription text(String name, String called, Property<String> setting) {
    return memory.keepText(key(name), words(called), setting);
  }

  private Subscription choice(
      String name, String called, List<String> allowed, Property<String> setting) {
    return memory.keepName(key(name), words(called), setting, allowed);
  }

  private String key(String name) {
    return view + "." + name;
  }

  private String words(String called) {
    return "%s of the attack in %s".formatted(called, view);
  }

  /** A class that a text from elsewhere cannot make negative. */
  private static final class TargetText extends IntegerStringConverter {

    @Override
    public Integer fromString(String text) {
      return Numbers.whole("target", text, 0, Integer.MAX_VALUE);
    }
  }
}
