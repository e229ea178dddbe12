package org.rhobust.workbench.steps;

import java.util.function.Function;
import javafx.util.StringConverter;
import javafx.util.Subscription;
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
            text(label -> Integer.toString(label), StepsMemory::label)),
        memory.keep(
            "steps.filter",
            "filter of the images in PGD steps",
            browse.filterProperty(),
            text(ImageFilter::name, ImageFilter::valueOf)),
        memory.keep(
            "steps.speed",
            "speed of PGD steps",
            playback.speedProperty(),
            text(Speed::name, Speed::valueOf)));
  }

  private static int label(String text) {
    return Numbers.whole("class", text, BrowseModel.ANY, Integer.MAX_VALUE);
  }

  private static <T> StringConverter<T> text(
      Function<T, String> writing, Function<String, T> reading) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return writing.apply(value);
      }

      @Override
      public T fromString(String text) {
        return reading.apply(text);
      }
    };
  }
}
