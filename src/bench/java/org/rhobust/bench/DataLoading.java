package org.rhobust.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.ChannelStatistics;
import org.rhobust.data.DataSet;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;

/**
 * Loading a whole data set, training and test part, as the first thing that a new JVM does: MNIST
 * from the shipped files, and files of the shape of CIFAR-10, written before, from a warm disk.
 */
public final class DataLoading {

  private static final int RUNS = 9;
  private static final int RECORD = 3073;

  private DataLoading() {}

  /** Without arguments all measurements; with a data set's name one of them, for itself. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 0) {
      load(arguments[0]);
      return;
    }
    Path folder = Files.createTempDirectory("cifar");
    try {
      writeCifar(folder);
      measure("MNIST", "mnist");
      measure("CIFAR-10", folder.toString());
    } finally {
      AtomicFiles.deleteTree(folder);
    }
  }

  private static void measure(String title, String name) {
    double[] loading = new double[RUNS];
    double[] statistics = new double[RUNS];
    for (int run = -1; run < RUNS; run++) {
      String[] seconds = inNewJvm(name).strip().split(" ");
      if (run >= 0) {
        loading[run] = Double.parseDouble(seconds[0]);
        statistics[run] = Double.parseDouble(seconds[1]);
      }
    }
    System.out.printf(
        "%s: loaded in %.3f s, mean and deviation in %.3f s (medians of %d new JVMs; %s)%n",
        title, Load.median(loading), Load.median(statistics), RUNS, Load.describe());
  }

  private static void load(String name) {
    long start = System.nanoTime();
    DataSet set = DataSets.get(name);
    ImageSet train = set.train();
    set.test();
    long loaded = System.nanoTime();
    ChannelStatistics.of(train);
    System.out.println((loaded - start) / 1e9 + " " + (System.nanoTime() - loaded) / 1e9);
  }

  private static String inNewJvm(String name) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  DataLoading.class.getName(),
                  name)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeCifar(Path folder) throws IOException {
    byte[] records = new byte[10_000 * RECORD];
    new Random(0).nextBytes(records);
    for (int i = 0; i < records.length; i += RECORD) {
      records[i] = (byte) (i / RECORD % 10);
    }
    for (int batch = 1; batch <= 5; batch++) {
      Files.write(folder.resolve("data_batch_" + batch + ".bin"), records);
    }
    Files.write(folder.resolve("test_batch.bin"), records);
  }
}
