package org.rhobust.evaluation.battery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.rhobust.data.DataException;
import org.rhobust.threat.ThreatModel;

/** The batteries that come along, by name. A new one is a file in the resources and a line here. */
public final class Batteries {

  private static final List<String> NAMES =
      List.of("quick", "mnist", "strong", "paper", "paper-color");

  private Batteries() {}

  /** The names, in the order to show them. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The battery of this name, or in this file. A name comes before a file.
   *
   * @param model the threat model that the model was trained for; null where unknown
   * @throws DataException when there is neither, listing the names, or it cannot be read
   * @throws IllegalArgumentException when a key or value is wrong, naming file, line and key
   */
  public static AttackBattery open(String nameOrFile, ThreatModel model) {
    if (NAMES.contains(nameOrFile)) {
      return BatteryFile.parse(nameOrFile + ".toml", text(nameOrFile), model);
    }
    if (!isFile(nameOrFile)) {
      throw new DataException(
          "there is no battery '%s'; give a file or one of: %s"
              .formatted(nameOrFile, String.join(", ", NAMES)));
    }
    return BatteryFile.read(Path.of(nameOrFile), model);
  }

  /** The file of a battery that comes along, to be edited. */
  public static String text(String name) {
    try (InputStream stream = Batteries.class.getResourceAsStream(name + ".toml")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("battery " + name + " of this program cannot be read", e);
    }
  }

  private static boolean isFile(String name) {
    try {
      return !name.isBlank() && Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
