package org.rhobust.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Results alone go to standard output; an error is one line on standard error
 * that names the thing and the cure.
 */
public final class Cli {

  /** The command did what it was asked. */
  public static final int DONE = 0;

  /** A file, a folder or the engine let it down, or the user stopped it. */
  public static final int FAILED = 1;

  /** It was called with an unknown option or name, or with a value out of range. */
  public static final int WRONG_USE = 2;

  private final Console console;

  /**
   * @param out for results
   * @param err for progress, warnings and errors
   * @param stop asked between two steps whether a long command should stop
   */
  public Cli(PrintStream out, PrintStream err, BooleanSupplier stop) {
    console = new Console(out, err, stop);
  }

  /**
   * Runs one command.
   *
   * @return the exit code: {@link #DONE}, {@link #FAILED} or {@link #WRONG_USE}
   */
  public int run(String... arguments) {
    int exitCode = execute(arguments);
    if (console.out().checkError() && exitCode == DONE) {
      console.note("error: standard output was closed or is full; the result is not whole");
      return FAILED;
    }
    return exitCode;
  }

  private int execute(String... arguments) {
    try {
      return commandLine().execute(arguments);
    } catch (OutOfMemoryError e) {
      return fail("not enough memory; give Java more with -Xmx", e);
    } catch (LinkageError | StackOverflowError e) {
      return fail(e.toString(), e);
    }
  }

  private CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new RootCommand());
    Subcommands.ALL.forEach(make -> commandLine.addSubcommand(make.apply(console)));
    return commandLine
        .setOut(new PrintWriter(console.out(), true))
        .setErr(new PrintWriter(console.err(), true))
        .setExpandAtFiles(false)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((problem, given) -> wrongUse(problem))
        .setExecutionExceptionHandler((problem, command, parsed) -> failed(problem, command));
  }

  private int wrongUse(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    if (problem instanceof UnmatchedArgumentException unmatched && command.getParent() == null) {
      return wrongUse(
          "unknown command '%s'; use one of %s"
              .formatted(
                  unmatched.getUnmatched().get(0),
                  String.join(", ", command.getSubcommands().keySet())),
          command);
    }
    return wrongUse(problem.getMessage(), command);
  }

  private int wrongUse(String message, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    console.note("error: %s; see %s --help".formatted(Console.oneLine(message), name));
    return WRONG_USE;
  }

  private int failed(Exception problem, CommandLine command) {
    if (problem instanceof IllegalArgumentException) {
      log(problem);
      return wrongUse(problem.getMessage(), command);
    }
    if (problem instanceof StoppedException) {
      console.note(problem.getMessage());
      return FAILED;
    }
    String message = problem.getMessage();
    return fail(message == null || message.isBlank() ? problem.toString() : message, problem);
  }

  private int fail(String message, Throwable problem) {
    log(problem);
    console.note("error: " + message);
    return FAILED;
  }

  /** The logger is loaded only here: a short command starts in half the time without it. */
  private static void log(Throwable problem) {
    LoggerFactory.getLogger(Cli.class).debug("ended by", problem);
  }
}
