package org.rhobust.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.DataException;
import org.rhobust.data.FileBytes;

/**
 * The folder of a run: {@code config.json}, {@code metrics.csv}, {@code changes.csv}, {@code
 * checkpoints/}, {@code final/}, {@code log.txt}.
 */
public final class RunDirectory {

  static final String CONFIG = "config.json";

  /** The name of the table of metrics in the folder of a run. */
  public static final String METRICS = "metrics.csv";

  static final String CHANGES = "changes.csv";
  static final String CHECKPOINTS = "checkpoints";
  static final String FINAL_MODEL = "final";

  /** A configuration has some dozen lines. */
  static final long MOST_CONFIG_BYTES = 1_000_000;

  private static final int CHECKPOINTS_KEPT = 2;
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Path folder;

  private RunDirectory(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder of a new run, with its configuration.
   *
   * @throws RunException when the folder holds a run or anything else, or cannot be written
   */
  public static RunDirectory create(Path folder, RunConfig config) {
    requireUsable(folder);
    RunDirectory run = new RunDirectory(folder);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
    AtomicFiles.writeString(run.config(), config.toJson());
    return run;
  }

  /**
   * Checks that {@link #create} could make a run here.
   *
   * @throws RunException when it could not
   */
  public static void requireUsable(Path folder) {
    if (Files.exists(folder.resolve(CONFIG))) {
      throw new RunException(
          folder + " already holds a run; choose a new folder, or go on with --resume " + folder);
    }
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      throw new RunException(folder + " is not an empty folder; choose a new one");
    }
    Path existing = folder.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw new RunException(folder + " cannot be written: choose a folder that you can write to");
    }
  }

  /** Whether a run was begun in the folder. */
  public static boolean holdsRun(Path folder) {
    return Files.isRegularFile(folder.resolve(CONFIG));
  }

  /**
   * Opens the folder of a run.
   *
   * @throws RunException when it holds none
   */
  public static RunDirectory open(Path folder) {
    if (!holdsRun(folder)) {
      throw new RunException(
          folder + " holds no run: there is no config.json in it; give the folder of a run");
    }
    return new RunDirectory(folder);
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** The table of metrics. */
  public Path metrics() {
    return folder.resolve(METRICS);
  }

  /** What was changed while it trained; not there where nothing was. */
  public Path changes() {
    return folder.resolve(CHANGES);
  }

  /** The model directory of the finished run. */
  public Path finalModel() {
    return folder.resolve(FINAL_MODEL);
  }

  /** Whether the run has come to its end. */
  public boolean finished() {
    return Files.isRegularFile(finalModel().resolve("model.json"));
  }

  /**
   * Reads the configuration.
   *
   * @throws RunException when it cannot be read or is damaged
   */
  public RunConfig readConfig() {
    try {
      String text = new String(FileBytes.read(config(), MOST_CONFIG_BYTES), StandardCharsets.UTF_8);
      return RunConfig.fromJson(text, config().toString());
    } catch (DataException e) {
      throw new RunException(e.getMessage(), e);
    }
  }

  /** Adds a line with the time to {@code log.txt}. */
  public void log(String line) {
    try {
      Files.writeString(
          folder.resolve("log.txt"),
          LocalDateTime.now().format(LOG_TIME) + " " + line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  /** Removes the run with all its files. */
  void delete() {
    delete(folder);
  }

  /** Writes a checkpoint whole or not at all, then removes all but the newest two. */
  void write(Checkpoint checkpoint) {
    checkpoint.write(checkpoints().resolve("step-%08d".formatted(checkpoint.state().step())));
    List<Path> newestFirst = checkpointFolders();
    newestFirst.stream().skip(CHECKPOINTS_KEPT).forEach(RunDirectory::delete);
  }

  /**
   * The newest checkpoint that can be read whole; none where the run has made none yet.
   *
   * @throws RunException when there are some and all are damaged: to begin again would cost work
   */
  Optional<Checkpoint> newestWholeCheckpoint() {
    List<Path> candidates = checkpointFolders();
    for (Path candidate : candidates) {
      try {
        return Optional.of(Checkpoint.read(candidate));
      } catch (RunException | DataException e) {
        log("skipped a checkpoint: " + e.getMessage());
      }
    }
    if (!candidates.isEmpty()) {
      throw new RunException(
          "%s holds no checkpoint that can be read (log.txt says why); put one back, or delete the folder to start again"
              .formatted(checkpoints()));
    }
    return Optional.empty();
  }

  private Path config() {
    return folder.resolve(CONFIG);
  }

  private Path checkpoints() {
    return folder.resolve(CHECKPOINTS);
  }

  private List<Path> checkpointFolders() {
    if (!Files.isDirectory(checkpoints())) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(checkpoints())) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches("step-\\d{8,}"))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new RunException(checkpoints() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isEmptyFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  private static RunException notWritable(Path folder, IOException problem) {
    return new RunException(
        folder + " cannot be written: " + problem.getMessage() + "; choose another folder",
        problem);
  }

  private static void delete(Path folder) {
    try {
      AtomicFiles.deleteTree(folder);
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }
}
