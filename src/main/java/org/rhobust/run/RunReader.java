package org.rhobust.run;

import static org.rhobust.run.RunDirectory.CHANGES;
import static org.rhobust.run.RunDirectory.CONFIG;
import static org.rhobust.run.RunDirectory.METRICS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rhobust.data.DataException;
import org.rhobust.data.FileBytes;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.run.RunSummary.State;
import org.rhobust.training.LiveSettings;
import org.rhobust.training.SettingChange;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/**
 * Reads one run's folder, in bounded time and memory. What cannot be read is told, and the rest is
 * read nevertheless.
 */
final class RunReader {

  static final String NOTE = "note.txt";
  static final long MOST_NOTE_BYTES = 16_384;

  private static final int CHANGES_TOLD = 3;

  /** Within this time of its last row a run may be in training on another machine. */
  private static final Duration GROWS = Duration.ofSeconds(30);

  private final Path folder;
  private final List<String> remarks = new ArrayList<>();

  private RunReader(Path folder) {
    this.folder = folder;
  }

  /** The run as it stands. */
  static RunSummary read(Path folder, Instant now) {
    return new RunReader(folder).read(now);
  }

  private RunSummary read(Instant now) {
    TrainingSettings settings = settings();
    MetricsEnd end = metrics();
    ModelDescription model = model();
    RobustMeasurement measured = measured();
    String changes = settings == null ? "" : changes(settings);
    Instant changed = changed(now);
    State state = state(settings, model, changed, now);
    if (state == State.STOPPED && end.steps() > 0 && !hasCheckpoint()) {
      remarks.add("there is no checkpoint yet, so it would begin again");
    }
    boolean attacks = settings != null && settings.method() != TrainingMethod.NORMAL;
    boolean ccat = settings != null && settings.method() == TrainingMethod.CONFIDENCE_CALIBRATED;
    double threshold =
        model == null || model.threshold() == null ? Double.NaN : model.threshold().value();
    double robust = figure(model, "robust_error_at_threshold");
    boolean fromMeasurement = Double.isNaN(robust) && measured != null;
    return new RunSummary(
        folder,
        state,
        settings == null ? text(model == null ? null : model.method()) : settings.method().id(),
        settings == null ? text(model == null ? null : model.dataset()) : settings.dataset(),
        settings == null ? text(model == null ? null : model.network()) : settings.network(),
        ccat ? settings.rho() : Double.NaN,
        attacks ? settings.attack().norm() : "",
        attacks ? settings.attack().epsilon() : Double.NaN,
        settings == null ? (model == null ? null : model.seed()) : (Long) settings.seed(),
        end.steps(),
        settings == null ? 0 : settings.totalSteps(),
        settings == null ? 0 : settings.epochs(),
        end.seconds(),
        figure(model, "test_error"),
        fromMeasurement ? measured.robustError() : robust,
        Double.isNaN(threshold) && measured != null ? measured.threshold() : threshold,
        changes,
        changed,
        note(),
        String.join("; ", remarks));
  }

  private TrainingSettings settings() {
    Path file = folder.resolve(CONFIG);
    if (!Files.isRegularFile(file)) {
      remarks.add(CONFIG + " is missing, so it cannot go on");
      return null;
    }
    try {
      String text =
          new String(FileBytes.read(file, RunDirectory.MOST_CONFIG_BYTES), StandardCharsets.UTF_8);
      TrainingSettings settings = RunConfig.fromJson(text, CONFIG).settings();
      if (settings.method() == null || settings.dataset() == null || settings.network() == null) {
        throw new RunException(CONFIG + " is damaged: method, dataset or network is missing");
      }
      return settings;
    } catch (RunException | DataException e) {
      remarks.add(e.getMessage().lines().findFirst().orElse(CONFIG + " cannot be read"));
      return null;
    }
  }

  private String changes(TrainingSettings settings) {
    try {
      List<SettingChange> changes =
          ChangesFile.read(folder.resolve(CHANGES), LiveSettings.of(settings)).changes();
      int more = changes.size() - CHANGES_TOLD;
      String first =
          changes.stream()
              .limit(CHANGES_TOLD)
              .map(SettingChange::words)
              .collect(Collectors.joining(", "));
      return more <= 0 ? first : "%s and %d more".formatted(first, more);
    } catch (RunException e) {
      remarks.add(CHANGES + " cannot be read, so what was changed while it trained is not known");
      return "";
    }
  }

  private MetricsEnd metrics() {
    Path file = folder.resolve(METRICS);
    if (!Files.isRegularFile(file)) {
      remarks.add(METRICS + " is missing, so there are no curves");
      return MetricsEnd.NONE;
    }
    try {
      return MetricsEnd.read(file);
    } catch (IOException e) {
      remarks.add(METRICS + " cannot be read: " + e.getMessage());
      return MetricsEnd.NONE;
    }
  }

  private ModelDescription model() {
    Path directory = folder.resolve(RunDirectory.FINAL_MODEL);
    if (!ModelDirectory.isModel(directory)) {
      return null;
    }
    try {
      if (!Files.isRegularFile(directory.resolve(ModelDirectory.WEIGHTS))) {
        remarks.add("final/ lacks its weights, so its model cannot be opened");
      }
      return ModelDirectory.describe(directory);
    } catch (DataException e) {
      remarks.add("final/model.json cannot be read");
      return null;
    }
  }

  private RobustMeasurement measured() {
    try {
      return RobustMeasurement.read(folder).orElse(null);
    } catch (RunException e) {
      remarks.add(e.getMessage());
      return null;
    }
  }

  private State state(
      TrainingSettings settings, ModelDescription model, Instant changed, Instant now) {
    if (model != null) {
      return State.FINISHED;
    }
    if (settings == null) {
      return State.DAMAGED;
    }
    Duration quiet = Duration.between(changed, now);
    return switch (RunLock.holder(folder)) {
      case THIS_PROCESS -> State.RUNNING;
      case ANOTHER_PROCESS -> State.ELSEWHERE;
      case NOBODY -> quiet.abs().compareTo(GROWS) < 0 ? State.GROWING : State.STOPPED;
    };
  }

  private Instant changed(Instant otherwise) {
    return Stream.of(METRICS, CONFIG, RunDirectory.FINAL_MODEL + "/" + ModelDirectory.DESCRIPTION)
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .map(RunReader::modified)
        .max(Instant::compareTo)
        .orElse(otherwise);
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return FileTime.fromMillis(0).toInstant();
    }
  }

  private boolean hasCheckpoint() {
    try (Stream<Path> entries = Files.list(folder.resolve(RunDirectory.CHECKPOINTS))) {
      return entries.anyMatch(Files::isDirectory);
    } catch (IOException e) {
      return false;
    }
  }

  private String note() {
    Path file = folder.resolve(NOTE);
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try {
      return new String(FileBytes.read(file, MOST_NOTE_BYTES), StandardCharsets.UTF_8).strip();
    } catch (DataException e) {
      remarks.add(NOTE + " cannot be read");
      return "";
    }
  }

  private static double figure(ModelDescription model, String name) {
    Double figure = model == null ? null : model.figures().get(name);
    return figure == null ? Double.NaN : figure;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
