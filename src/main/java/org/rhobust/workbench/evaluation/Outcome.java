package org.rhobust.workbench.evaluation;

import java.nio.file.Path;
import org.rhobust.data.DataSet;
import org.rhobust.run.Evaluation;
import org.rhobust.run.ShellWord;
import org.rhobust.service.ModelInfo;

/**
 * A finished evaluation.
 *
 * @param evaluation what was found
 * @param model that was evaluated
 * @param plan that was carried out
 */
record Outcome(Evaluation evaluation, ModelInfo model, Plan plan) {

  /** The threat model that the figures are about unless another is chosen. */
  String headline() {
    return plan.battery().headline().orElseThrow().toString();
  }

  /** Which model, by which attacks on which images. */
  String origin() {
    return "%s by %s".formatted(evaluation.model().name(), plan.words());
  }

  /**
   * The command line that makes it again, from {@code evaluate} on; null for the network in
   * training, which has changed since.
   *
   * @param out the folder of its report
   */
  String command(Path out) {
    if (model.live()) {
      return null;
    }
    StringBuilder command = new StringBuilder("evaluate");
    append(command, "--model", model.id());
    if (model.description() == null) {
      append(command, "--classes", model.classes());
      append(command, "--input", model.input());
    }
    DataSet.ofTest(evaluation.split().images().name())
        .ifPresent(images -> append(command, "--images", images));
    append(command, "--battery", plan.source());
    append(command, "--count", plan.attacked());
    append(command, "--holdout", plan.heldOut());
    append(command, "--norm", plan.threat().norm());
    append(command, "--epsilon", plan.threat().epsilon());
    append(command, "--seed", plan.seed());
    append(command, "--out", out);
    return command.toString();
  }

  private static void append(StringBuilder command, String option, Object value) {
    command.append(' ').append(option).append(' ').append(ShellWord.of(value));
  }
}
