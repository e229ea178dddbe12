package org.rhobust.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rhobust.model.ModelDirectory;

/**
 * The runs in a folder, looked at again and again: a run's files are read anew only where one of
 * them has changed. May be used on any thread.
 */
public final class RunScanner {

  private static final int MOST_RUNS = 2_000;
  private static final List<String> LOOKED_AT =
      List.of(
          RunDirectory.CONFIG,
          RunDirectory.METRICS,
          RunDirectory.CHANGES,
          RunReader.NOTE,
          RobustMeasurement.FILE,
          RunDirectory.CHECKPOINTS,
          RunDirectory.FINAL_MODEL + "/" + ModelDirectory.DESCRIPTION,
          RunDirectory.FINAL_MODEL + "/" + ModelDirectory.WEIGHTS);

  private final Clock clock;
  private final Map<Path, Known> known = new HashMap<>();

  private record Known(List<String> marks, RunSummary run) {}

  /**
   * What a look has found.
   *
   * @param runs the newest first
   * @param remark one line on why there are not more; empty where there is nothing to say
   */
  public record Found(List<RunSummary> runs, String remark) {}

  public RunScanner(Clock clock) {
    this.clock = clock;
  }

  /**
   * Whether something in the folder is a run's: one that has just begun has no table yet, and one
   * that is half copied no configuration.
   */
  public static boolean isRun(Path folder) {
    return RunDirectory.holdsRun(folder)
        || Files.isRegularFile(folder.resolve(RunDirectory.METRICS))
        || ModelDirectory.isModel(folder.resolve(RunDirectory.FINAL_MODEL));
  }

  /** Looks at every run of the folder; one that is not there holds none. */
  public synchronized Found scan(Path runs) {
    List<Path> folders;
    String remark = "";
    try (Stream<Path> entries = Files.list(runs)) {
      folders =
          entries
              .filter(entry -> !entry.getFileName().toString().startsWith("."))
              .filter(RunScanner::isRun)
              .limit(MOST_RUNS + 1L)
              .toList();
    } catch (NoSuchFileException e) {
      return new Found(List.of(), "");
    } catch (IOException e) {
      return new Found(
          List.of(),
          "%s cannot be read (%s): choose another folder".formatted(runs, e.getMessage()));
    }
    if (folders.size() > MOST_RUNS) {
      folders = folders.subList(0, MOST_RUNS);
      remark = "Only %,d runs of the folder are shown: move some away.".formatted(MOST_RUNS);
    }
    known.keySet().retainAll(folders);
    List<RunSummary> found = new ArrayList<>();
    folders.forEach(folder -> found.add(look(folder)));
    found.sort(Comparator.comparing(RunSummary::changed).reversed());
    return new Found(List.copyOf(found), remark);
  }

  private RunSummary look(Path folder) {
    List<String> marks =
        Stream.concat(
                Stream.of(RunLock.holder(folder).name()),
                LOOKED_AT.stream().map(name -> mark(folder.resolve(name))))
            .toList();
    Known before = known.get(folder);
    // Only time tells that a run has ended without its final model.
    if (before == null || !before.marks().equals(marks) || before.run().state().training()) {
      known.put(folder, new Known(marks, RunReader.read(folder, clock.instant())));
    }
    return known.get(folder).run();
  }

  private static String mark(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.size() + " " + now.lastModifiedTime().toMillis();
    } catch (IOException e) {
      return "";
    }
  }
}
