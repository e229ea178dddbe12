package org.rhobust.cli;

import org.rhobust.data.DataSet;
import org.rhobust.data.DataSets;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Lists the data sets. Needs no engine. */
@CommandLine.Command(
    name = "datasets",
    description = {
      "List the data sets that --dataset and --images take by name, with licence and source.",
      "",
      "The result is CSV; shape is channels x height x width.",
      ""
    })
final class DatasetsCommand extends Command {

  @Mixin JsonOption format;

  DatasetsCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    Table table =
        new Table("name", "train_images", "test_images", "shape", "classes", "licence", "source");
    for (DataSet set : DataSets.all()) {
      table.add(
          set.name(),
          set.trainSize(),
          set.testSize(),
          "%dx%dx%d".formatted(set.channels(), set.height(), set.width()),
          set.classNames().size(),
          set.licence(),
          set.source());
    }
    console.print(table.text(format.json));
  }
}
