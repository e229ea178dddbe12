package org.rhobust.run;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.rhobust.threat.Digits;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/** Names the folders of new runs, and writes the command lines that repeat them. */
public final class RunFolders {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private RunFolders() {}

  /** Such as 20261122-081500-ccat-rho12-seed0. */
  public static String name(LocalDateTime time, TrainingSettings settings) {
    String rho =
        settings.method() == TrainingMethod.CONFIDENCE_CALIBRATED
            ? "-rho" + Digits.brief(settings.rho())
            : "";
    return TIME.format(time) + "-" + settings.method().id() + rho + "-seed" + settings.seed();
  }

  /** The command line that trains the same into {@code folder}. */
  public static String command(TrainingSettings settings, String device, Path folder) {
    return TrainingCommand.of(settings, device) + " --out " + ShellWord.of(folder);
  }
}
