package org.rhobust.workbench;

import java.util.Collection;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import javafx.util.converter.BooleanStringConverter;
import javafx.util.converter.DefaultStringConverter;

/**
 * What the window remembers: settings whose changes can be undone and redone, and which are there
 * again at the next start. Belongs to the JavaFX thread.
 */
public interface Memory {

  /** Remembers nothing. */
  Memory NONE =
      new Memory() {
        @Override
        public <T> Subscription keep(
            String key, String words, Property<T> setting, StringConverter<T> text) {
          return Subscription.EMPTY;
        }
      };

  /**
   * Keeps a setting from now on, and gives it the value it had when it was last kept.
   *
   * @param key names it for good, its view first: {@code steps.epsilon}
   * @param words name it for people: "ε of PGD steps", as in "Undo ε of PGD steps"
   * @param text writes the value down and reads it back; what it cannot read is left out
   * @return ends the keeping; the value stays remembered
   */
  <T> Subscription keep(String key, String words, Property<T> setting, StringConverter<T> text);

  /** Keeps a text. */
  default Subscription keepText(String key, String words, Property<String> setting) {
    return keep(key, words, setting, new DefaultStringConverter());
  }

  /** Keeps a switch. */
  default Subscription keepFlag(String key, String words, Property<Boolean> setting) {
    return keep(key, words, setting, new BooleanStringConverter());
  }

  /** Keeps one of some names; any other, as a settings file of anybody's may hold, is left out. */
  default Subscription keepName(
      String key, String words, Property<String> setting, Collection<String> names) {
    return keepOne(key, words, setting, names, Function.identity());
  }

  /** Keeps one of some values by its name; any other name is left out. */
  default <T> Subscription keepOne(
      String key,
      String words,
      Property<T> setting,
      Collection<T> values,
      Function<T, String> name) {
    return keep(
        key,
        words,
        setting,
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : name.apply(value);
          }

          @Override
          public T fromString(String text) {
            return values.stream()
                .filter(value -> name.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is unknown"));
          }
        });
  }
}
