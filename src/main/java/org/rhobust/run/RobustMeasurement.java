package org.rhobust.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.FileBytes;

/**
 * What an attack on a finished run's model has found: {@code robust-error.json} beside the run's
 * other files.
 *
 * @param robustError RErr(τ) in [0, 1]
 * @param threshold τ at 99 % TPR, in [0, 1]
 * @param images how many were attacked
 * @param heldOut how many set the threshold
 * @param attack in words
 */
public record RobustMeasurement(
    double robustError, double threshold, int images, int heldOut, String attack) {

  static final String FILE = "robust-error.json";
  private static final long MOST_BYTES = 65_536;
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  public RobustMeasurement {
    if (!(robustError >= 0 && robustError <= 1 && threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("the error and the threshold must lie in [0, 1]");
    }
  }

  /**
   * Keeps it with the run.
   *
   * @throws RunException when the run is not there any more
   * @throws org.rhobust.data.DataException when it cannot be written
   */
  public void write(Path run) {
    if (!Files.isDirectory(run)) {
      throw new RunException(run + " is not there any more; measure the run where it is now");
    }
    AtomicFiles.writeString(run.resolve(FILE), GSON.toJson(this) + "\n");
  }

  /**
   * What was kept with the run.
   *
   * @throws RunException when it cannot be read
   */
  public static Optional<RobustMeasurement> read(Path run) {
    Path file = run.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      String text = new String(FileBytes.read(file, MOST_BYTES), StandardCharsets.UTF_8);
      return Optional.ofNullable(GSON.fromJson(text, RobustMeasurement.class));
    } catch (RuntimeException e) {
      // Gson tells of damage by exceptions of several kinds.
      throw new RunException(FILE + " cannot be read; measure it again", e);
    }
  }
}
