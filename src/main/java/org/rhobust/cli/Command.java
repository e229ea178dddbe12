package org.rhobust.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A word of the command line. {@link IllegalArgumentException} means that it was used wrongly, any
 * other exception that it failed.
 */
abstract class Command implements Runnable {

  @Spec CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  final Console console;

  Command(Console console) {
    this.console = console;
  }
}
