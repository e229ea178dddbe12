package org.rhobust.workbench.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the window remembers from one start to the next. The file may be anybody's: what is too much
 * or makes no sense is left out.
 *
 * @param place where the window is; never null
 * @param data the names of the user's own data sets
 * @param recent what was opened, the latest first: see {@link RecentFile}
 * @param values everything else, by name: the views' settings, and the keys of this class
 */
public record WindowSettings(
    Place place, List<String> data, List<String> recent, Map<String, String> values) {

  /** Of the first start. */
  public static final WindowSettings NONE = new WindowSettings(null, null, null, null);

  static final int MOST_VALUES = 500;
  static final int MOST_NAMES = 50;
  static final int LONGEST_KEY = 100;
  static final int LONGEST_TEXT = 2_000;

  private static final String THEME = "window.theme";
  private static final String VIEW = "window.view";
  static final String RUNS = "window.runs";
  private static final String DEVICE = "window.device";

  /** Leaves out what cannot be used. */
  public WindowSettings {
    place = place == null ? Place.USUAL : place;
    data = texts(data);
    recent = texts(recent);
    values = values(values);
  }

  /** {@code light} or {@code dark}; null to follow the system. */
  public String theme() {
    return values.get(THEME);
  }

  /** The last view's name; null for the first. */
  public String view() {
    return values.get(VIEW);
  }

  /** The folder of new runs; null for the usual. */
  public String runs() {
    return values.get(RUNS);
  }

  /** {@code auto}, {@code cpu} or {@code gpu:n}; null for auto. */
  public String device() {
    return values.get(DEVICE);
  }

  /** The same with another theme; null to follow the system. */
  public WindowSettings withTheme(String name) {
    return with(THEME, name);
  }

  /** The same with another view. */
  public WindowSettings withView(String name) {
    return with(VIEW, name);
  }

  /** The same with another device. */
  public WindowSettings withDevice(String name) {
    return with(DEVICE, name);
  }

  /** The same in another place. */
  public WindowSettings withPlace(Place another) {
    return new WindowSettings(another, data, recent, values);
  }

  /** The same with other data sets of the user's own. */
  public WindowSettings withData(List<String> names) {
    return new WindowSettings(place, names, recent, values);
  }

  /** The same with other recent files. */
  public WindowSettings withRecent(List<String> files) {
    return new WindowSettings(place, data, files, values);
  }

  /** The same with another value; null removes it. */
  public WindowSettings with(String key, String value) {
    Map<String, String> changed = new TreeMap<>(values);
    if (value == null) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return new WindowSettings(place, data, recent, changed);
  }

  private static List<String> texts(Collection<String> given) {
    List<String> kept = new ArrayList<>();
    for (String text : given == null ? List.<String>of() : given) {
      if (kept.size() < MOST_NAMES && usable(text, LONGEST_TEXT)) {
        kept.add(text);
      }
    }
    return Collections.unmodifiableList(kept);
  }

  private static Map<String, String> values(Map<String, String> given) {
    Map<String, String> kept = new TreeMap<>();
    for (Map.Entry<String, String> one :
        Objects.requireNonNullElse(given, Map.<String, String>of()).entrySet()) {
      if (kept.size() < MOST_VALUES
          && usable(one.getKey(), LONGEST_KEY)
          && one.getValue() != null
          && one.getValue().length() <= LONGEST_TEXT) {
        kept.put(one.getKey(), one.getValue());
      }
    }
    return Collections.unmodifiableMap(kept);
  }

  private static boolean usable(String text, int longest) {
    return text != null && !text.isBlank() && text.length() <= longest;
  }
}
