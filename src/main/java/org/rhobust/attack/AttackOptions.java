package org.rhobust.attack;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.rhobust.threat.Norms;
import org.rhobust.threat.ThreatModel;

/**
 * The settings of one attack by key, as a person wrote them. An attack reads the keys it knows; a
 * key that none has read is a mistake. What was read, defaults included, is everything needed to
 * repeat the attack.
 */
public final class AttackOptions {

  private final Map<String, Object> given;
  private final Map<String, Object> inherited;
  private final UnaryOperator<String> place;
  private final Map<String, Object> used = new LinkedHashMap<>();
  private final Set<String> known = new TreeSet<>();

  /** Without values from elsewhere. */
  public AttackOptions(Map<String, Object> given, UnaryOperator<String> place) {
    this(given, Map.of(), place);
  }

  /**
   * @param given texts, numbers and booleans by key
   * @param inherited values for keys that are not given, if an attack asks for them
   * @param place where a key stands, for messages, such as "my.toml line 12, epsilon"
   */
  public AttackOptions(
      Map<String, Object> given, Map<String, Object> inherited, UnaryOperator<String> place) {
    this.given = Map.copyOf(given);
    this.inherited = Map.copyOf(inherited);
    this.place = place;
  }

  /** Whether the key was given. */
  public boolean has(String key) {
    known.add(key);
    return given.containsKey(key);
  }

  /** Whether the key was given as a text. */
  public boolean isText(String key) {
    return has(key) && given.get(key) instanceof String;
  }

  /**
   * The norm and ε, under the keys {@code norm} and {@code epsilon}, both required.
   *
   * @param norms those that the attack works in; none means all
   */
  public ThreatModel threatModel(String... norms) {
    String norm = norms.length == 0 ? text("norm", null) : choice("norm", Set.of(norms), null);
    read("norm", () -> Norms.of(norm));
    return new ThreatModel(norm, atLeast("epsilon", 0, null));
  }

  /**
   * The step size α₀: {@code step-size} in units of the norm, or {@code relative-step-size} in
   * units of ε.
   *
   * @param relativeDefault in units of ε, taken where neither was given
   */
  public double stepSize(ThreatModel threat, double relativeDefault) {
    if (has("step-size")) {
      if (has("relative-step-size")) {
        throw problem("relative-step-size", "stands beside step-size; give one of them");
      }
      return above("step-size", 0, null);
    }
    double relative = above("relative-step-size", 0, relativeDefault);
    // An empty ball takes steps of any size.
    return relative * (threat.epsilon() > 0 ? threat.epsilon() : 1);
  }

  /** A text; {@code standard} where it was not given, and an error where that is null. */
  public String text(String key, String standard) {
    Object value = take(key, standard);
    if (!(value instanceof String text) || text.isBlank()) {
      throw problem(key, "is " + value + "; it must be a text in quotation marks");
    }
    return text;
  }

  /** One of the texts allowed. */
  public String choice(String key, Collection<String> allowed, String standard) {
    String text = text(key, standard);
    if (!allowed.contains(text)) {
      throw problem(
          key,
          "'" + text + "' is unknown; use one of " + String.join(", ", new TreeSet<>(allowed)));
    }
    return text;
  }

  /** A whole number of 1 or more. */
  public int count(String key, Integer standard) {
    return wholeNumber(key, 1, Integer.MAX_VALUE, standard);
  }

  /** A whole number in a range, both ends included. */
  public int wholeNumber(String key, int least, int most, Integer standard) {
    Object value = take(key, standard == null ? null : Long.valueOf(standard));
    if (!(value instanceof Long number) || number < least || number > most) {
      String range = most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
      throw problem(key, "is " + value + "; it must be a whole number, " + range);
    }
    return number.intValue();
  }

  /** A finite number of {@code least} or more. */
  public double atLeast(String key, double least, Double standard) {
    double number = number(key, standard);
    return require(number >= least, key, number, least + " or more");
  }

  /** A finite number above {@code bound}. */
  public double above(String key, double bound, Double standard) {
    double number = number(key, standard);
    return require(number > bound, key, number, "above " + bound);
  }

  /** A number in a range, both ends included. */
  public double between(String key, double least, double most, Double standard) {
    double number = number(key, standard);
    return require(number >= least && number <= most, key, number, least + " to " + most);
  }

  /**
   * What {@code reading} makes of the key.
   *
   * @throws IllegalArgumentException what it throws, with the place of the key
   */
  public <T> T read(String key, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place.apply(key) + ": " + e.getMessage(), e);
    }
  }

  /** An error that names the place of the key. */
  public IllegalArgumentException problem(String key, String text) {
    return new IllegalArgumentException(place.apply(key) + " " + text);
  }

  /**
   * To be called when everything is read.
   *
   * @return what was read, in the order of reading, defaults included
   * @throws IllegalArgumentException naming a key that nothing has read, and those that exist
   */
  public Map<String, Object> finish() {
    for (String key : new TreeSet<>(given.keySet())) {
      if (!known.contains(key)) {
        throw problem(key, "is unknown here; use one of " + String.join(", ", known));
      }
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(used));
  }

  private double number(String key, Double standard) {
    Object value = take(key, standard);
    if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
      throw problem(key, "is " + value + "; it must be a number");
    }
    return number.doubleValue();
  }

  private Object take(String key, Object standard) {
    Object value = has(key) ? given.get(key) : inherited.getOrDefault(key, standard);
    if (value == null) {
      throw problem(key, "is missing");
    }
    used.put(key, value);
    return value;
  }

  private double require(boolean holds, String key, double number, String range) {
    if (!holds) {
      throw problem(key, "is " + number + "; it must be " + range.replace(".0 ", " "));
    }
    return number;
  }
}
