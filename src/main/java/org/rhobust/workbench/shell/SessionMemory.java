package org.rhobust.workbench.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.rhobust.workbench.Memory;

/**
 * Keeps settings in the window's settings file, and a person's changes of them in a {@link
 * History}. Belongs to the JavaFX thread.
 */
final class SessionMemory implements Memory {

  private final SettingsStore store;
  private final Consumer<String> show;
  private final Map<String, Kept<?>> kept = new HashMap<>();
  private final History history;
  private Hands hands;
  private Runnable onNoted = () -> {};

  /**
   * @param show brings the view of a name to the front, so that what is undone is seen
   */
  SessionMemory(SettingsStore store, Consumer<String> show) {
    this.store = store;
    this.show = show;
    history = new History(new KeptSettings(), System::nanoTime);
  }

  /**
   * From now on a person's changes are noted.
   *
   * @param onNoted told after each
   */
  void watch(Hands person, Runnable told) {
    hands = person;
    onNoted = told;
  }

  History history() {
    return history;
  }

  @Override
  public <T> Subscription keep(
      String key, String words, Property<T> setting, StringConverter<T> text) {
    Kept<T> one = new Kept<>(key, words, setting, text);
    one.restore(store.settings().values().get(key));
    return follow(one);
  }

  /** Keeps a setting as {@link #keep} does, from the value on that it has. */
  <T> Subscription keepAsItIs(
      String key, String words, Property<T> setting, StringConverter<T> text) {
    return follow(new Kept<>(key, words, setting, text));
  }

  /** Notes as a person's what comes of an action that took a while to begin. */
  void byHand(Runnable action) {
    if (hands == null) {
      action.run();
    } else {
      hands.act(action);
    }
  }

  private <T> Subscription follow(Kept<T> one) {
    kept.put(one.key, one);
    return one.setting.subscribe(one::changed).and(() -> kept.remove(one.key, one));
  }

  private final class KeptSettings implements History.Settings {

    @Override
    public String value(String key) {
      Kept<?> one = kept.get(key);
      return one == null ? store.settings().values().get(key) : one.written().orElse(null);
    }

    @Override
    public void set(String key, String value) {
      String view = key.substring(0, Math.max(0, key.indexOf('.')));
      if (Views.has(view)) {
        show.accept(view);
      }
      Kept<?> one = kept.get(key);
      if (one != null) {
        one.restore(value);
      }
    }
  }

  private final class Kept<T> {

    private final String key;
    private final String words;
    private final Property<T> setting;
    private final StringConverter<T> text;

    Kept(String key, String words, Property<T> setting, StringConverter<T> text) {
      this.key = key;
      this.words = words;
      this.setting = setting;
      this.text = text;
    }

    /** What the converter cannot read, as of a stranger's file, is left out. */
    void restore(String value) {
      if (value == null || setting.isBound()) {
        return;
      }
      try {
        T read = text.fromString(value);
        if (read != null) {
          setting.setValue(read);
        }
      } catch (RuntimeException e) {
        store.change(settings -> settings.with(key, null));
      }
    }

    Optional<String> written() {
      return write(setting.getValue());
    }

    void changed(T before, T after) {
      Optional<String> now = write(after);
      store.change(settings -> settings.with(key, now.orElse(null)));
      Optional<String> then = write(before);
      if (hands != null && hands.atWork() && now.isPresent() && then.isPresent()) {
        history.note(new History.Change(key, words, then.get(), now.get()), hands.input());
        onNoted.run();
      }
    }

    private Optional<String> write(T value) {
      return Optional.ofNullable(value).map(text::toString);
    }
  }
}
