package org.rhobust.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/** Folders of runs, written by hand in no time. */
public final class RunSample {

  /** When the sample runs did their last step. */
  public static final Instant LONG_AGO = Instant.parse("2026-01-02T03:04:05Z");

  private final Path folder;

  private RunSample(Path folder) {
    this.folder = folder;
  }

  /** A run of the quick settings (four steps) with this ρ and seed, begun and no more. */
  public static RunSample begin(Path folder, TrainingMethod method, double rho, long seed)
      throws IOException {
    TrainingSettings settings = QuickSettings.of(method).toBuilder().rho(rho).seed(seed).build();
    Files.createDirectories(folder);
    RunConfig config = new RunConfig("test", "train --seed " + seed, "cpu", 1, null, settings);
    Files.writeString(folder.resolve("config.json"), config.toJson());
    return new RunSample(folder).touch(LONG_AGO);
  }

  /** The same with this many steps done, each of half a second. */
  public RunSample steps(int count) throws IOException {
    StringBuilder text = new StringBuilder(String.join(",", MetricsFile.COLUMNS)).append('\n');
    for (int i = 1; i <= count; i++) {
      text.append(i).append(",1,").append(0.5 * i).append(",0.1,12,,,,,,,,\n");
    }
    Files.writeString(folder.resolve("metrics.csv"), text);
    return touch(LONG_AGO);
  }

  /** The same with a final model of this error and τ = 0.75. */
  public RunSample finish(double error) throws IOException {
    ModelDirectory.write(
        folder.resolve("final"),
        ModelDescription.builder("mnist-ccat", "small", 10, new ImageShape(1, 28, 28))
            .method("ccat")
            .threshold(new ModelDescription.Threshold(0.99, 0.75, "last 1000"))
            .figures(Map.of("test_error", error))
            .build(),
        Map.of());
    return touch(LONG_AGO);
  }

  /** The same with its files changed at this time. */
  public RunSample touch(Instant time) throws IOException {
    for (String file : new String[] {"config.json", "metrics.csv", "final/model.json"}) {
      if (Files.exists(folder.resolve(file))) {
        Files.setLastModifiedTime(folder.resolve(file), FileTime.from(time));
      }
    }
    return this;
  }
}
