package org.rhobust.workbench.compare;

import java.nio.file.Path;
import java.util.Map;
import org.rhobust.threat.ThreatModel;
import org.rhobust.training.TrainingMethod;

/**
 * What is compared.
 *
 * @param threat that all are attacked within
 * @param runs the folder of each method's run; empty for the shipped models
 */
record Comparison(ThreatModel threat, Map<TrainingMethod, Path> runs) {

  /** The models that come with the program, which are of MNIST. */
  static final Comparison SHIPPED = new Comparison(ThreatModel.reference(1), Map.of());

  Comparison {
    runs = Map.copyOf(runs);
  }

  /** What opens a method's model: a sample's name or a model directory. */
  String model(TrainingMethod method) {
    return runs.isEmpty() ? "mnist-" + method.id() : runs.get(method).resolve("final").toString();
  }
}
