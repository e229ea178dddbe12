package org.rhobust.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another process of this machine that trains, as far as others can tell, in a run's folder. */
public final class OtherProcess implements AutoCloseable {

  private final Process process;

  private OtherProcess(Process process) {
    this.process = process;
  }

  /** Starts it; it holds the folder when this returns. */
  public static OtherProcess trainingIn(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() < 0) {
      throw new IOException("the other process could not take " + folder);
    }
    return new OtherProcess(process);
  }

  /** Holds the folder named by the argument until it is killed. */
  public static void main(String[] arguments) throws IOException {
    RunLock.take(Path.of(arguments[0]));
    System.out.print('.');
    System.out.flush();
    System.in.read();
  }

  /** Kills it. */
  @Override
  public void close() {
    try {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
