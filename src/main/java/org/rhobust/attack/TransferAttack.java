package org.rhobust.attack;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import org.rhobust.data.DataException;
import org.rhobust.model.Classifier;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelSource;
import org.rhobust.model.OpenModel;
import org.rhobust.model.StoredModel;
import org.rhobust.tensor.Scope;
import org.rhobust.threat.ThreatModel;

/**
 * PGD on another model, the source, whose points are tried on the model under attack. What it finds
 * beyond the attacks on that model itself, those missed for want of a useful gradient. The source
 * is opened at the first run, on the device of the model under attack.
 */
public final class TransferAttack implements DescentAttack {

  private static final Objective CONFIDENCE = Objectives.of("confidence");

  private final PgdSettings settings;
  private final StoredModel source;
  private final int every;
  private Classifier open;

  /**
   * @param settings of PGD on the source
   * @param source another model for the same images and classes
   * @param every how many steps lie between two points that are tried, at least 1; the start, the
   *     last and the source's best always are
   */
  public TransferAttack(PgdSettings settings, StoredModel source, int every) {
    this.settings = settings;
    this.source = source;
    this.every = every;
  }

  /**
   * Reads source, the name of a sample model or a model directory, every, and what {@link
   * PgdAttack} reads, but for target. The default objective is cross-entropy: sources are mostly
   * models whose own confidence says little about this one's.
   */
  static TransferAttack of(AttackOptions options) {
    String name = options.text("source", null);
    StoredModel source = options.read("source", () -> resolve(name));
    ThreatModel threat = options.threatModel();
    String objective = options.choice("objective", Objectives.untargeted(), "cross-entropy");
    PgdSettings settings = PgdAttack.settings(options, threat, objective, null);
    return new TransferAttack(settings, source, options.count("every", 1));
  }

  @Override
  public PgdSettings settings() {
    return settings;
  }

  @Override
  public String describe() {
    return "transfer from %s, PGD %s, %s"
        .formatted(source.description().name(), settings.objective(), settings.describeWalk());
  }

  @Override
  public Family family() {
    return Family.TRANSFER;
  }

  /** The points tried on the model under attack; those of the source alone are not counted. */
  @Override
  public int evaluations() {
    return 2 + settings.steps() / every + (settings.steps() % every == 0 ? 0 : 1);
  }

  @Override
  public String fingerprint() {
    return source.description().weightsSha256();
  }

  @Override
  public void requireFits(Classifier classifier) {
    ModelDescription description = source.description();
    if (!description.input().equals(classifier.input())) {
      throw doesNotFit("takes images of " + description.input(), "takes " + classifier.input());
    }
    if (description.classes() != classifier.classes()) {
      throw doesNotFit(
          "has %d classes".formatted(description.classes()), "has " + classifier.classes());
    }
  }

  /**
   * {@inheritDoc} Its own objective is the confidence in a wrong class of the model under attack.
   */
  @Override
  public NDArray run(
      Classifier classifier,
      AttackBatch batch,
      int restart,
      long seed,
      CandidateObserver observer) {
    try (Scope scope = Scope.open()) {
      BestPoint best = new BestPoint(batch);
      ProjectedGradientDescent.Result found =
          new ProjectedGradientDescent(settings)
              .run(
                  source(classifier.device()),
                  batch.images(),
                  batch.oneHot(),
                  batch.starts(settings, restart, seed),
                  state -> {
                    if (state.iteration() % every == 0 || state.iteration() == settings.steps()) {
                      attempt(classifier, batch, state.candidates(), observer, best);
                    }
                  });
      attempt(classifier, batch, found.perturbations(), observer, best);
      return scope.keep(best.perturbations());
    }
  }

  /** Evaluates points of the source on the model under attack. */
  private static void attempt(
      Classifier classifier,
      AttackBatch batch,
      NDArray points,
      CandidateObserver observer,
      BestPoint best) {
    try (Scope scope = Scope.open()) {
      Evaluation tried =
          Evaluation.of(classifier, CONFIDENCE, batch.images(), batch.oneHot(), points);
      observer.observe(points, tried.logits());
      best.offer(points, tried.objective());
    }
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  private Classifier source(Device device) {
    if (open == null || !open.device().equals(device)) {
      close();
      open = OpenModel.of(source, device).classifier();
    }
    return open;
  }

  private IllegalArgumentException doesNotFit(String itsOwn, String wanted) {
    return new IllegalArgumentException(
        "source %s %s, but the model under attack %s; choose another source"
            .formatted(source.description().name(), itsOwn, wanted));
  }

  private static StoredModel resolve(String name) {
    try {
      return ModelSource.resolve(name);
    } catch (DataException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
