package org.rhobust.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What stands before the word: it does nothing by itself. */
@CommandLine.Command(
    name = "rhobust",
    description = {
      "Confidence-calibrated adversarial training. Without a command it opens the workbench.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Results go to standard output, everything else to standard error.",
      "Exit status: 0 done, 1 failed, 2 wrong use.",
      "'rhobust COMMAND --help' tells more of a command."
    })
final class RootCommand {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;
}
