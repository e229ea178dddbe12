package org.rhobust.workbench.training;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/** Names the folders of new runs, and writes the command lines that repeat them. */
final class RunFolders {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private RunFolders() {}

  /** Such as 20261122-081500-ccat-rho12-seed0. */
  static String name(LocalDateTime time, TrainingSettings settings) {
    String rho =
        settings.method() == TrainingMethod.CONFIDENCE_CALIBRATED
            ? "-rho" + number(settings.rho())
            : "";
    return TIME.format(time) + "-" + settings.method().id() + rho + "-seed" + settings.seed();
  }

  /** The command line that trains the same into {@code folder}. */
  static String command(TrainingSettings settings, String device, Path folder) {
    TrainingSettings preset = Presets.of(settings.preset(), settings.method());
    StringBuilder command = new StringBuilder("train --preset ").append(settings.preset());
    command.append(" --method ").append(settings.method().id());
    append(command, "--examples", preset.examples(), settings.examples());
    append(command, "--epochs", preset.epochs(), settings.epochs());
    append(command, "--rho", preset.rho(), settings.rho());
    append(command, "--epsilon", preset.attack().epsilon(), settings.attack().epsilon());
    command.append(" --seed ").append(settings.seed());
    if (!device.equals("auto")) {
      command.append(" --device ").append(device);
    }
    String path = folder.toString();
    return command
        .append(" --out ")
        .append(path.contains(" ") ? '"' + path + '"' : path)
        .toString();
  }

  private static void append(StringBuilder command, String option, double before, double now) {
    if (now != before) {
      command.append(' ').append(option).append(' ').append(number(now));
    }
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
