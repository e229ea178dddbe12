package org.rhobust.cli;

import ai.djl.engine.Engine;
import org.rhobust.run.Version;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Devices;
import org.rhobust.tensor.Torch;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints versions. */
@CommandLine.Command(
    name = "version",
    description = {
      "Print the versions of the program and of Java, and of the engine if asked.",
      ""
    })
final class VersionCommand extends Command {

  @Option(
      names = "--engine",
      description = "Also load the engine and print its versions and the device it computes on.")
  boolean engine;

  @Mixin JsonOption format;

  VersionCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    Table table = engine ? ComputeThread.get().call(this::withEngine) : programOnly();
    console.print(format.json ? table.jsonOfOnlyRow() : table.csv());
  }

  private Table programOnly() {
    return new Table("rhobust", "java").add(Version.text(), java());
  }

  private Table withEngine() {
    return new Table("rhobust", "java", "pytorch", "djl", "device")
        .add(
            Version.text(),
            java(),
            Torch.version(),
            Engine.getDjlVersion(),
            Devices.name(Devices.of("auto")));
  }

  private static String java() {
    return Runtime.version().toString();
  }
}
