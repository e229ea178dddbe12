package org.rhobust.cli;

import java.util.Map;
import java.util.Optional;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.SampleModels;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Lists the sample models. Needs no engine. */
@CommandLine.Command(
    name = "models",
    description = {
      "List the sample models that --model takes by name.",
      "",
      "The result is CSV. The threshold accepts 99 %% of the correctly classified held-out images;"
          + " an empty cell means that a model's description does not say. The robust error is under"
          + " four starts of PGD on the confidence, which flatter a calibrated model: 'rhobust"
          + " evaluate' attacks harder.",
      ""
    })
final class ModelsCommand extends Command {

  @Mixin JsonOption format;

  ModelsCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    Table table =
        new Table(
            "name",
            "network",
            "classes",
            "input",
            "dataset",
            "method",
            "norm",
            "rho",
            "epsilon",
            "threshold",
            "test_error",
            "robust_error_at_threshold");
    SampleModels samples = SampleModels.shipped();
    samples.names().forEach(name -> add(table, name, samples.open(name).description()));
    console.print(table.text(format.json));
  }

  private static void add(Table table, String name, ModelDescription model) {
    Optional<ModelDescription.Transition> transition = Optional.ofNullable(model.transition());
    Map<String, Double> figures = model.figures();
    table.add(
        name,
        model.network(),
        model.classes(),
        model.input().toString(),
        model.dataset(),
        model.method(),
        model.norm(),
        transition.map(ModelDescription.Transition::rho).orElse(null),
        transition.map(ModelDescription.Transition::epsilon).orElse(null),
        Optional.ofNullable(model.threshold()).map(ModelDescription.Threshold::value).orElse(null),
        figures.get("test_error"),
        figures.get("robust_error_at_threshold"));
  }
}
