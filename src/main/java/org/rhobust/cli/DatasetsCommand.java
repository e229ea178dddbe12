package org.rhobust.cli;

import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.CancellationException;
import org.rhobust.data.DataFolder;
import org.rhobust.data.DataSet;
import org.rhobust.data.DataSets;
import org.rhobust.data.Download;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the data sets, or downloads one. Needs no engine. */
@CommandLine.Command(
    name = "datasets",
    sortOptions = false,
    description = {
      "List the data sets that --dataset and --images take by name, with licence and source, or"
          + " download one.",
      "",
      "The result is CSV; shape is channels x height x width. Downloaded sets go to Rhobust/data in"
          + " your home, or to the folder that the environment variable "
          + DataFolder.VARIABLE
          + " names.",
      ""
    },
    footer = {"", "Example:", "  rhobust datasets --download cifar10"})
final class DatasetsCommand extends Command {

  private static final double MEGA = 1e6;

  @Option(
      names = "--download",
      paramLabel = "NAME",
      description = "Show size, licence and home of a data set, ask, and download it.")
  String download;

  @Option(names = "--yes", description = "Download without asking.")
  boolean yes;

  @Mixin JsonOption format;

  DatasetsCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    if (yes && download == null) {
      throw new IllegalArgumentException("--yes goes with --download NAME");
    }
    if (download != null) {
      fetch(DataSets.find(download).orElseThrow(this::unknown));
    }
    console.print(list().text(format.json));
  }

  private static Table list() {
    Table table =
        new Table(
            "name",
            "here",
            "download_bytes",
            "train_images",
            "test_images",
            "shape",
            "classes",
            "licence",
            "source");
    for (DataSet set : DataSets.all()) {
      table.add(
          set.name(),
          set.available(),
          set.download().map(Download::bytes).orElse(0L),
          set.trainSize(),
          set.testSize(),
          "%dx%dx%d".formatted(set.channels(), set.height(), set.width()),
          set.classNames().size(),
          set.licence(),
          set.source());
    }
    return table;
  }

  private void fetch(DataSet set) {
    if (set.available()) {
      console.note(set.name() + " is here already");
      return;
    }
    Download files = set.download().orElseThrow();
    console.note("%s: %s".formatted(set.name(), set.title()));
    console.note("licence: %s".formatted(set.licence()));
    files
        .files()
        .forEach(
            file -> console.note("from %s, %s".formatted(file.address(), megabytes(file.bytes()))));
    console.note("%s to %s".formatted(megabytes(files.bytes()), files.folder()));
    if (!yes) {
      ask();
    }
    try (Progress progress = console.progress()) {
      files.run(
          (bytes, total) ->
              progress.update(
                  (double) bytes / total, "%s of %s".formatted(megabytes(bytes), megabytes(total))),
          console.stop());
    } catch (CancellationException e) {
      throw new StoppedException(
          "stopped; the same command goes on with what has arrived of " + set.name());
    }
    console.note(set.name() + " is here");
  }

  private void ask() {
    console.err().print("download it? [y/N] ");
    console.err().flush();
    // Not closed: standard input is not this command's.
    Scanner input = new Scanner(System.in);
    String answer = input.hasNextLine() ? input.nextLine().strip().toLowerCase(Locale.ROOT) : "";
    if (!answer.equals("y") && !answer.equals("yes")) {
      throw new StoppedException("nothing was downloaded; --yes downloads without asking");
    }
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        "there is no data set '%s' to download; use one of %s"
            .formatted(download, String.join(", ", DataSets.names())));
  }

  /** Of a million bytes each, as the homes count. */
  private static String megabytes(long bytes) {
    return bytes < MEGA
        ? String.format(Locale.ROOT, "%.0f KB", Math.ceil(bytes / 1e3))
        : String.format(Locale.ROOT, "%.0f MB", bytes / MEGA);
  }
}
