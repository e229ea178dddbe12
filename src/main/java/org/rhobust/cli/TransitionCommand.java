package org.rhobust.cli;

import java.util.List;
import org.rhobust.transition.TargetDistribution;
import org.rhobust.transition.Transition;
import org.rhobust.transition.Transitions;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints λ(δ) and the target distribution for given norms. Needs no engine. */
@CommandLine.Command(
    name = "transition",
    sortOptions = false,
    customSynopsis =
        "rhobust transition --rho R --epsilon E --norms N,N,... [--family NAME] [--classes K]"
            + " [--json]",
    description = {
      "Print lambda and the target distribution for given norms of the perturbation.",
      "",
      "The target of an adversarial example is lambda * onehot + (1 - lambda) / K. The result is CSV"
          + " with the columns norm, lambda, true_class (the target of the true class) and"
          + " other_class (that of every other class).",
      ""
    },
    footer = {"", "Example: rhobust transition --rho 12 --epsilon 0.3 --norms 0,0.03,0.3"})
final class TransitionCommand extends Command {

  @Option(names = "--rho", required = true, paramLabel = "R", description = "rho, above 0.")
  double rho;

  @Option(
      names = "--epsilon",
      required = true,
      paramLabel = "E",
      description = "The budget epsilon of the threat model, above 0.")
  double epsilon;

  @Option(
      names = "--family",
      defaultValue = "power",
      paramLabel = "NAME",
      description = "power, exponential or linear (default: ${DEFAULT-VALUE}).")
  String family;

  @Option(
      names = "--classes",
      defaultValue = "10",
      paramLabel = "K",
      description = "The number of classes, at least 2 (default: ${DEFAULT-VALUE}).")
  int classes;

  @Option(
      names = "--norms",
      required = true,
      split = ",",
      hideParamSyntax = true,
      paramLabel = "N,N,...",
      description = "Norms of the perturbation, each at least 0, separated by commas.")
  List<Double> norms;

  @Mixin JsonOption format;

  TransitionCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    Transition transition = Transitions.create(family, rho, epsilon);
    Table table = new Table("norm", "lambda", "true_class", "other_class");
    for (double norm : norms) {
      double lambda = transition.lambda(norm);
      table.add(
          norm,
          lambda,
          TargetDistribution.trueClass(lambda, classes),
          TargetDistribution.otherClass(lambda, classes));
    }
    console.print(table.text(format.json));
  }
}
