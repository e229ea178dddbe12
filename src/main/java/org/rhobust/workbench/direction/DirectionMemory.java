package org.rhobust.workbench.direction;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.rhobust.evaluation.DirectionKind;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.controls.AttackModel;

/** Keeps the settings of the view. */
final class DirectionMemory {

  private DirectionMemory() {}

  /** Keeps them from now on. */
  static Subscription keep(Memory memory, FieldsModel fields, ComparedModel compare) {
    AttackModel attack = fields.attack();
    return Subscription.combine(
        memory.keepOne(
            "direction.mode",
            "what Direction shows",
            fields.modeProperty(),
            List.of(Mode.values()),
            Mode::name),
        memory.keepOne(
            "direction.kind",
            "the direction",
            fields.kindProperty(),
            List.of(DirectionKind.values()),
            DirectionKind::name),
        memory.keep(
            "direction.compared",
            "the model compared in Direction",
            compare.chosenProperty(),
            offers(compare)),
        text(memory, "other", "the other image", fields.otherProperty()),
        text(memory, "count", "the number of images", fields.countTextProperty()),
        memory.keepName(
            "direction.norm",
            "the norm of Direction",
            attack.normProperty(),
            Norms.all().stream().map(Norm::name).toList()),
        text(memory, "epsilon", "ε", attack.epsilonProperty()),
        text(memory, "steps", "the steps", attack.stepsProperty()),
        text(memory, "step-size", "the step size", attack.stepSizeProperty()),
        text(memory, "seed", "the seed", attack.seedProperty()),
        flag(memory, "clipped", "clipping", fields.clippedProperty()),
        flag(memory, "shared", "the common direction", fields.sharedProperty()));
  }

  private static Subscription text(
      Memory memory, String name, String words, StringProperty setting) {
    return memory.keepText("direction." + name, words + " of Direction", setting);
  }

  private static Subscription flag(
      Memory memory, String name, String words, BooleanProperty setting) {
    return memory.keepFlag("direction." + name, words + " of Direction", setting);
  }

  private static StringConverter<ComparedModel.Offer> offers(ComparedModel compare) {
    return new StringConverter<>() {
      @Override
      public String toString(ComparedModel.Offer offer) {
        return offer == null ? "" : offer.id();
      }

      @Override
      public ComparedModel.Offer fromString(String id) {
        return compare.of(id);
      }
    };
  }
}
