package org.rhobust.service;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.FileBytes;
import org.rhobust.service.QueuedRun.State;
import org.rhobust.training.TrainingSettings;

/** The queue on disk, so that a crash loses nothing of it. */
final class QueueFile {

  static final int MOST_RUNS = 500;

  private static final long MOST_BYTES = 4_000_000;
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Path file;

  private record Line(
      State state,
      String message,
      String folder,
      String device,
      int threads,
      String command,
      TrainingSettings settings) {

    static Line of(QueuedRun run) {
      TrainingRequest request = run.request();
      return new Line(
          run.state(),
          run.message(),
          request.folder().toString(),
          request.device(),
          request.threads(),
          request.command(),
          request.settings());
    }

    /** What ran when the program ended goes on where it was. */
    QueuedRun toRun(long id) {
      if (state == null
          || settings.method() == null
          || settings.dataset() == null
          || settings.network() == null
          || threads < 0) {
        throw new IllegalArgumentException("a value is missing");
      }
      TrainingRequest request =
          new TrainingRequest(
              settings, Path.of(folder), device == null ? "auto" : device, threads, command);
      return new QueuedRun(
          id,
          request,
          state == State.RUNNING ? State.WAITING : state,
          message == null ? "" : message,
          Double.NaN,
          state == State.FINISHED ? 1 : 0);
    }
  }

  /**
   * What was read.
   *
   * @param runs whose settings are valid
   * @param problem one line on what was left out; empty where nothing was
   */
  record Content(List<QueuedRun> runs, String problem) {}

  QueueFile(Path file) {
    this.file = file;
  }

  void write(List<QueuedRun> runs) {
    JsonObject json = new JsonObject();
    json.add("runs", GSON.toJsonTree(runs.stream().map(Line::of).toList()));
    AtomicFiles.writeString(file, GSON.toJson(json) + "\n");
  }

  /**
   * Reads it back; each run's settings are checked anew. A file that holds more than can be read is
   * set aside, since the next writing would lose that.
   */
  Content read() {
    if (!Files.isRegularFile(file)) {
      return new Content(List.of(), "");
    }
    JsonArray lines;
    try {
      String text = new String(FileBytes.read(file, MOST_BYTES), StandardCharsets.UTF_8);
      lines = JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("runs");
    } catch (RuntimeException e) {
      // Gson tells of damage by exceptions of several kinds.
      return new Content(List.of(), file + " cannot be read: the queue begins empty" + setAside());
    }
    List<QueuedRun> runs = new ArrayList<>();
    int lost = 0;
    for (JsonElement line : lines == null ? new JsonArray() : lines) {
      try {
        if (runs.size() == MOST_RUNS) {
          throw new IllegalArgumentException("there are too many");
        }
        runs.add(GSON.fromJson(line, Line.class).toRun(runs.size()));
      } catch (RuntimeException e) {
        lost++;
      }
    }
    return new Content(
        runs,
        lost == 0
            ? ""
            : "%d of the queue’s %d runs in %s cannot be read and were left out%s"
                .formatted(lost, lines.size(), file, setAside()));
  }

  private String setAside() {
    Path kept = file.resolveSibling("unreadable-" + file.getFileName());
    try {
      Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
      return "; the file is kept as " + kept.getFileName();
    } catch (IOException e) {
      return "";
    }
  }
}
