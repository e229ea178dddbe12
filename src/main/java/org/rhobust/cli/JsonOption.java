package org.rhobust.cli;

import picocli.CommandLine.Option;

/** Results for programs. */
final class JsonOption {

  @Option(names = "--json", description = "Print the result as JSON instead of CSV.")
  boolean json;
}
