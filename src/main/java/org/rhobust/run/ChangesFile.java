package org.rhobust.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.Csv;
import org.rhobust.threat.Digits;
import org.rhobust.training.LiveChanges;
import org.rhobust.training.LiveSetting;
import org.rhobust.training.LiveSettings;
import org.rhobust.training.SettingChange;

/**
 * The table {@code changes.csv}: what was changed while a run trained, a row a setting. A run in
 * which nothing was changed has none.
 */
public final class ChangesFile {

  private static final List<String> COLUMNS = List.of("step", "setting", "before", "after");

  /** Tens of thousands of changes. */
  private static final long LARGEST_BYTES = 1 << 20;

  private ChangesFile() {}

  /**
   * Reads the changes of a run that began with {@code start}; none where there is no file.
   *
   * @throws RunException when the file cannot be read or is damaged
   */
  public static LiveChanges read(Path file, LiveSettings start) {
    if (!Files.exists(file)) {
      return LiveChanges.none(start);
    }
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new RunException(file + " is too large to be the changes of a run");
      }
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty() || !lines.get(0).equals(String.join(",", COLUMNS))) {
        throw new RunException(file + " has other columns than the changes of a run");
      }
      List<SettingChange> changes = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        changes.add(change(line));
      }
      LiveChanges read = new LiveChanges(start, changes);
      read.at(Integer.MAX_VALUE);
      return read;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new RunException(
          "%s is damaged: %s; put it right, since the run cannot be repeated without it"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Writes the changes whole or not at all. */
  static void write(Path file, LiveChanges changes) {
    StringBuilder text = new StringBuilder(Csv.line(COLUMNS));
    for (SettingChange change : changes.changes()) {
      text.append(
          Csv.line(
              List.of(
                  change.step(),
                  change.setting().id(),
                  Digits.exact(change.before()),
                  Digits.exact(change.after()))));
    }
    AtomicFiles.writeString(file, text.toString());
  }

  private static SettingChange change(String line) {
    String[] cells = line.split(",", -1);
    return new SettingChange(
        Integer.parseInt(cells[0]),
        LiveSetting.of(cells[1]),
        Double.parseDouble(cells[2]),
        Double.parseDouble(cells[3]));
  }
}
