package org.rhobust.evaluation.battery;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rhobust.attack.AttackOptions;
import org.rhobust.data.DataException;
import org.rhobust.data.FileBytes;
import org.rhobust.threat.ThreatModel;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A battery as a person writes it, in TOML: tables {@code [[attack]]} and, if wanted, {@code
 * [security-curve]} and {@code [steps-curve]}, each an attack with its settings. Norm and ε are the
 * model's where they are left out; {@code relative-epsilon} is in units of the model's. A list of
 * values stands for one attack each.
 */
public final class BatteryFile {

  private static final long LARGEST = 1 << 20;
  private static final int MOST_ATTACKS = 1_000;
  private static final int CURVE_IMAGES = 100;
  private static final String ATTACK = "attack";
  private static final String SECURITY_CURVE = "security-curve";
  private static final String STEPS_CURVE = "steps-curve";
  private static final String IMAGES = "images";
  private static final String RELATIVE_EPSILON = "relative-epsilon";
  private static final Set<String> TABLES =
      new TreeSet<>(Set.of("description", ATTACK, SECURITY_CURVE, STEPS_CURVE));

  private final String file;
  private final ThreatModel model;

  private BatteryFile(String file, ThreatModel model) {
    this.file = file;
    this.model = model;
  }

  /**
   * Reads a battery from a file.
   *
   * @param model the threat model that the model was trained for; null where unknown
   * @throws DataException when it cannot be read or is no TOML
   * @throws IllegalArgumentException when a key or value is wrong, naming file, line and key
   */
  public static AttackBattery read(Path file, ThreatModel model) {
    String text = new String(FileBytes.read(file, LARGEST), StandardCharsets.UTF_8);
    return parse(file.toString(), text, model);
  }

  /**
   * Reads a battery from the text of a file.
   *
   * @param file its name, for messages
   */
  static AttackBattery parse(String file, String text, ThreatModel model) {
    TomlParseResult toml = Toml.parse(text);
    if (toml.hasErrors()) {
      throw new DataException(
          "%s, %s: %s"
              .formatted(
                  file,
                  place(toml.errors().get(0).position()),
                  toml.errors().get(0).getMessage().replace('\n', ' ')));
    }
    return new BatteryFile(file, model).battery(toml);
  }

  private AttackBattery battery(TomlTable toml) {
    for (String key : toml.keySet()) {
      if (!TABLES.contains(key)) {
        throw problem(toml, key, "is unknown; use one of " + String.join(", ", TABLES));
      }
    }
    List<BatteryEntry> attacks = new ArrayList<>();
    if (!(toml.get(ATTACK) instanceof TomlArray tables) || tables.isEmpty()) {
      throw new IllegalArgumentException(file + ": give at least one table [[attack]]");
    }
    for (int i = 0; i < tables.size(); i++) {
      if (!(tables.get(i) instanceof TomlTable table)) {
        throw problem(toml, ATTACK, "must be tables, [[attack]]");
      }
      attacks.addAll(entries(table, tables.inputPositionOf(i)));
    }
    String name = Path.of(file).getFileName().toString().replaceFirst("\\.toml$", "");
    return new AttackBattery(
        name,
        attacks,
        curve(toml, SECURITY_CURVE, Comparator.comparingDouble(BatteryEntry::epsilon)),
        curve(toml, STEPS_CURVE, Comparator.comparingInt(BatteryEntry::steps)),
        Math.max(images(toml, SECURITY_CURVE), images(toml, STEPS_CURVE)));
  }

  private List<BatteryEntry> curve(TomlTable toml, String key, Comparator<BatteryEntry> order) {
    if (!toml.contains(key)) {
      return List.of();
    }
    if (!(toml.get(key) instanceof TomlTable table)) {
      throw problem(toml, key, "must be a table, [" + key + "]");
    }
    return entries(table, toml.inputPositionOf(key)).stream().sorted(order).toList();
  }

  private int images(TomlTable toml, String curve) {
    if (!(toml.get(curve) instanceof TomlTable table) || !table.contains(IMAGES)) {
      return CURVE_IMAGES;
    }
    if (table.get(IMAGES) instanceof Long images && images >= 1 && images <= 100_000) {
      return images.intValue();
    }
    throw problem(table, IMAGES, "is %s; it must be 1 or more".formatted(table.get(IMAGES)));
  }

  private List<BatteryEntry> entries(TomlTable table, TomlPosition start) {
    List<BatteryEntry> entries = new ArrayList<>();
    for (Map<String, Object> settings : combinations(table)) {
      AttackOptions options =
          new AttackOptions(
              absolute(settings, table),
              inherited(settings),
              key ->
                  "%s, %s, %s"
                      .formatted(
                          file,
                          place(table.contains(key) ? table.inputPositionOf(key) : start),
                          key));
      try {
        entries.add(BatteryEntry.of(options));
      } catch (IllegalArgumentException e) {
        throw e.getMessage().startsWith(file)
            ? e
            : new IllegalArgumentException(
                "%s, %s: %s".formatted(file, place(start), e.getMessage()), e);
      }
    }
    return entries;
  }

  /** One map for each choice of values from the lists of the table. */
  private List<Map<String, Object>> combinations(TomlTable table) {
    List<Map<String, Object>> combinations = List.of(Map.of());
    for (String key : table.keySet()) {
      if (key.equals(IMAGES)) {
        continue;
      }
      List<Object> values =
          table.get(key) instanceof TomlArray list ? list.toList() : List.of(table.get(key));
      List<Map<String, Object>> longer = new ArrayList<>();
      for (Map<String, Object> shorter : combinations) {
        for (Object value : values) {
          Map<String, Object> settings = new LinkedHashMap<>(shorter);
          settings.put(key, value);
          longer.add(settings);
        }
      }
      if (longer.isEmpty() || longer.size() > MOST_ATTACKS) {
        throw problem(
            table,
            key,
            "makes %d attacks; 1 to %d are possible".formatted(longer.size(), MOST_ATTACKS));
      }
      combinations = longer;
    }
    return combinations;
  }

  /** Norm and ε of the model, for an attack of the same norm. */
  private Map<String, Object> inherited(Map<String, Object> settings) {
    if (model == null) {
      return Map.of();
    }
    return settings.getOrDefault("norm", model.norm()).equals(model.norm())
        ? Map.of("norm", model.norm(), "epsilon", model.epsilon())
        : Map.of();
  }

  /** {@code relative-epsilon} as {@code epsilon}. */
  private Map<String, Object> absolute(Map<String, Object> settings, TomlTable table) {
    if (!(settings.get(RELATIVE_EPSILON) instanceof Number factor)) {
      return settings;
    }
    if (settings.containsKey("epsilon") || inherited(settings).isEmpty()) {
      throw problem(
          table, RELATIVE_EPSILON, "needs the model's norm and its epsilon; give epsilon instead");
    }
    Map<String, Object> absolute = new LinkedHashMap<>(settings);
    absolute.remove(RELATIVE_EPSILON);
    absolute.put("epsilon", factor.doubleValue() * model.epsilon());
    return absolute;
  }

  private IllegalArgumentException problem(TomlTable table, String key, String text) {
    return new IllegalArgumentException(
        "%s, %s, %s %s".formatted(file, place(table.inputPositionOf(key)), key, text));
  }

  private static String place(TomlPosition position) {
    return "line " + position.line();
  }
}
