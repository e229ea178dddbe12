package org.rhobust.run;

import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDescriptionBuilder;
import org.rhobust.model.Network;
import org.rhobust.training.LiveChanges;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/** What a run's configuration says about its network, finished or not. */
public final class TrainedModel {

  private TrainedModel() {}

  /**
   * A description without figures and threshold. The command of a run in which settings were
   * changed does not repeat it, so it stands in the notes.
   *
   * @param changes of the run
   * @param step the last that was trained
   * @param remark for the notes; may be empty
   */
  public static ModelDescriptionBuilder describe(
      RunConfig config, LiveChanges changes, int step, Network network, String remark) {
    TrainingSettings settings = config.settings();
    ModelDescription.Transition transition =
        settings.method() == TrainingMethod.CONFIDENCE_CALIBRATED
            ? new ModelDescription.Transition(
                settings.family(), changes.at(step).rho(), settings.attack().epsilon())
            : null;
    String changed = changes.words(step);
    return ModelDescription.builder(
            name(settings), network.name(), network.classes(), network.input())
        .method(settings.method().id())
        .transition(transition)
        .norm(settings.attack().norm())
        .epsilon(settings.attack().epsilon())
        .dataset(settings.dataset())
        .seed(settings.seed())
        .command(changed.isEmpty() ? config.command() : null)
        .notes(notes(config, changed, remark))
        .createdBy("Rhobust " + Version.text());
  }

  private static String notes(RunConfig config, String changed, String remark) {
    String byHand =
        changed.isEmpty()
            ? ""
            : "Begun with: %s; settings were changed while it trained: %s."
                .formatted(config.command(), changed);
    String notes = (remark + " " + byHand).strip();
    return notes.isEmpty() ? null : notes;
  }

  /** Such as {@code mnist-ccat}; a folder of images gives its own name, without those above it. */
  private static String name(TrainingSettings settings) {
    String data = settings.dataset();
    int classes = data.indexOf('[') < 0 ? data.length() : data.indexOf('[');
    String path = data.substring(0, classes).replace('\\', '/');
    return data.substring(path.lastIndexOf('/') + 1) + "-" + settings.method().id();
  }
}
