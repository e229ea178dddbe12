package org.rhobust.cli;

import org.rhobust.evaluation.battery.Batteries;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Lists the batteries that come along, or prints one to be edited. Needs no engine. */
@CommandLine.Command(
    name = "batteries",
    description = {
      "List the batteries of attacks that come along, or print the file of one, to be edited.",
      ""
    },
    footer = {"", "Example:", "  rhobust batteries strong > mine.toml"})
final class BatteriesCommand extends Command {

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The battery to print.")
  String name;

  BatteriesCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    if (name != null && !Batteries.names().contains(name)) {
      throw new IllegalArgumentException(
          "there is no battery '%s'; use one of %s"
              .formatted(name, String.join(", ", Batteries.names())));
    }
    console.print(
        name == null ? String.join("\n", Batteries.names()) + "\n" : Batteries.text(name));
  }
}
