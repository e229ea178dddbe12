package org.rhobust.workbench.steps;

import java.util.List;
import javafx.util.Subscription;
import javafx.util.converter.IntegerStringConverter;
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.controls.Numbers;
import org.rhobust.workbench.steps.Playback.Speed;

/** Keeps the settings of the view. */
final class StepsMemory {

  private StepsMemory() {}

  static Subscription keep(Memory memory, StepsModel model, BrowseModel browse, Playback playback) {
    return Subscription.combine(
        model.attack().remember(memory, "steps"),
        memory.keepFlag(
            "steps.follow", "following the training in PGD steps", model.followingProperty()),
        memory.keep(
            "steps.class",
            "class of the images in PGD steps",
            browse.labelProperty(),
            new LabelText()),
        memory.keepOne(
            "steps.filter",
            "filter of the images in PGD steps",
            browse.filterProperty(),
            List.of(ImageFilter.values()),
            ImageFilter::name),
        memory.keepOne(
            "steps.speed",
            "speed of PGD steps",
            playback.speedProperty(),
            List.of(Speed.values()),
            Speed::name));
  }

  /** A class, or {@link BrowseModel#ANY}. */
  private static final class LabelText extends IntegerStringConverter {

    @Override
    public Integer fromString(String text) {
      return Numbers.whole("class", text, BrowseModel.ANY, Integer.MAX_VALUE);
    }
  }
}
