package org.rhobust.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What a command line did.
 *
 * @param exitCode of the program
 * @param out on standard output
 * @param err on standard error
 */
record CliRun(int exitCode, String out, String err) {

  static CliRun of(String... arguments) {
    return stoppedWhen(() -> false, arguments);
  }

  /** Of words separated by spaces. */
  static CliRun ofLine(String line) {
    return of(line.strip().split("\\s+"));
  }

  static CliRun stoppedWhen(BooleanSupplier stop, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = new Cli(new PrintStream(out), new PrintStream(err), stop).run(arguments);
    return new CliRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
