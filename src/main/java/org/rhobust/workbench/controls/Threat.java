package org.rhobust.workbench.controls;

import org.rhobust.attack.PgdSettings;
import org.rhobust.model.ModelDescription;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.threat.ThreatModel;

/**
 * The threat model that a model was trained against: the default of the attacks on it.
 *
 * @param norm a name of {@link org.rhobust.threat.Norms}
 * @param epsilon ε, more than 0, in units of the norm
 */
public record Threat(String norm, double epsilon) {

  /** The article's on MNIST, before there is a model. */
  public static final Threat DEFAULT = new Threat("linf", 0.3);

  /**
   * What the model's file says, or for the network in training its run.
   *
   * @param model may be null
   */
  public static Threat of(ModelInfo model, TrainingSnapshot snapshot) {
    if (model == null) {
      return DEFAULT;
    }
    if (model.live()) {
      return snapshot.config() == null ? DEFAULT : of(snapshot.config().settings().attack());
    }
    ThreatModel usual = ThreatModel.reference(model.input().channels());
    ModelDescription description = model.description();
    if (description == null) {
      return new Threat(usual.norm(), usual.epsilon());
    }
    return new Threat(
        description.norm() == null ? usual.norm() : description.norm(),
        description.radius() == null ? usual.epsilon() : description.radius());
  }

  private static Threat of(PgdSettings attack) {
    return new Threat(attack.norm(), attack.epsilon());
  }
}
