package org.rhobust.workbench.controls;

import org.rhobust.attack.PgdSettings;
import org.rhobust.model.ModelDescription;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.threat.ThreatModel;

/** The threat model that a model was trained against: the default of the attacks on it. */
public final class Threats {

  /** The article's on MNIST, before there is a model. */
  public static final ThreatModel DEFAULT = ThreatModel.reference(1);

  private Threats() {}

  /**
   * What the model's file says, or for the network in training its run.
   *
   * @param model may be null
   */
  public static ThreatModel of(ModelInfo model, TrainingSnapshot snapshot) {
    if (model == null) {
      return DEFAULT;
    }
    if (model.live()) {
      return snapshot.config() == null ? DEFAULT : of(snapshot.config().settings().attack());
    }
    ThreatModel usual = ThreatModel.reference(model.input().channels());
    ModelDescription description = model.description();
    if (description == null) {
      return usual;
    }
    return new ThreatModel(
        description.norm() == null ? usual.norm() : description.norm(),
        description.radius() == null ? usual.epsilon() : description.radius());
  }

  private static ThreatModel of(PgdSettings attack) {
    return new ThreatModel(attack.norm(), attack.epsilon());
  }
}
