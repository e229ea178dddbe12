package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import org.rhobust.model.Classifier;
import org.rhobust.threat.Initialisations;
import org.rhobust.threat.ThreatModel;

/** {@link ProjectedGradientDescent} as one attack of a battery. */
public record PgdAttack(PgdSettings settings) implements DescentAttack {

  /**
   * Reads norm, epsilon, objective, target, steps, step-size or relative-step-size, momentum,
   * backtracking and initialisation.
   */
  static PgdAttack of(AttackOptions options) {
    ThreatModel threat = options.threatModel();
    String objective = options.choice("objective", Objectives.all(), "confidence");
    Integer target =
        objective.equals("targeted")
            ? options.wholeNumber("target", 0, Integer.MAX_VALUE, null)
            : null;
    return new PgdAttack(settings(options, threat, objective, target));
  }

  /** Reads steps, step-size or relative-step-size, momentum, backtracking and initialisation. */
  static PgdSettings settings(
      AttackOptions options, ThreatModel threat, String objective, Integer target) {
    int steps = options.count("steps", 100);
    double stepSize = options.stepSize(threat, 1.0 / 30);
    double momentum = options.between("momentum", 0, 0.999, 0.9);
    return new PgdSettings(
        threat.norm(),
        threat.epsilon(),
        steps,
        stepSize,
        momentum,
        Backtracking.read(options, steps),
        objective,
        target,
        initialisation(options, "zero"),
        1);
  }

  /** Reads initialisation, the name of a start. */
  static String initialisation(AttackOptions options, String standard) {
    String start = options.text("initialisation", standard);
    options.read("initialisation", () -> Initialisations.of(start));
    return start;
  }

  @Override
  public String describe() {
    return "PGD %s, %s".formatted(settings.objective(), settings.describeWalk());
  }

  @Override
  public void requireFits(Classifier classifier) {
    if (settings.target() != null && settings.target() >= classifier.classes()) {
      throw new IllegalArgumentException(
          "target %d is outside the model's classes 0..%d"
              .formatted(settings.target(), classifier.classes() - 1));
    }
  }

  @Override
  public NDArray run(
      Classifier classifier,
      AttackBatch batch,
      int restart,
      long seed,
      CandidateObserver observer) {
    return new ProjectedGradientDescent(settings)
        .run(
            classifier,
            batch.images(),
            batch.oneHot(),
            batch.starts(settings, restart, seed),
            PgdObserver.candidates(observer))
        .perturbations();
  }
}
