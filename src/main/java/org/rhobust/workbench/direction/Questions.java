package org.rhobust.workbench.direction;

import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionKind;
import org.rhobust.evaluation.DirectionSettings;
import org.rhobust.service.DirectionRequest;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.ProbeResult;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.Selection.Subject;

/** Makes questions of the selection and the fields. */
final class Questions {

  private final Selection selection;
  private final FieldsModel fields;

  Questions(Selection selection, FieldsModel fields) {
    this.selection = selection;
    this.fields = fields;
  }

  /** Why a model, which may be null, cannot be asked, with the cure; empty where it can. */
  String obstacle(ModelInfo model) {
    Subject subject = selection.subjectProperty().get();
    if (model == null) {
      return "Open a model, or start a training, to follow an image along its attack.";
    }
    if (subject == null) {
      return "The test images are not read yet.";
    }
    ImageSet images = subject.images();
    int image = subject.index();
    if (goesToTestImage() && selection.pictureProperty().get() != null) {
      return "A line between test images cannot begin at a picture: choose another direction.";
    }
    if (!images.shape().equals(model.input().toString())) {
      return "%s takes images of %s, but those of %s are %s: choose another model."
          .formatted(model.title(), model.input(), images.name(), images.shape());
    }
    boolean inside = image >= 0 && image < images.size();
    return inside
        ? ""
        : "Image %d is not in the set: choose one of 0 to %d.".formatted(image, images.size() - 1);
  }

  /** Whether an answer, which may be null, is about a model and what is selected now. */
  boolean selected(Answer answer, ModelInfo model) {
    if (answer == null) {
      return false;
    }
    Question question = answer.question();
    DirectionRequest request = question.request();
    return question.model().equals(model)
        && request.images() == selection.imagesProperty().get()
        && (question.mode() == Mode.MANY || request.index() == selection.imageProperty().get());
  }

  /** What the fields ask of a model. There must be no obstacle, and the fields must be usable. */
  Question of(ModelInfo model, TrainingSnapshot snapshot) {
    Mode mode = fields.modeProperty().get();
    boolean many = mode == Mode.MANY;
    ModelInfo attacked = fields.sharedProperty().get() ? selection.modelProperty().get() : model;
    DirectionRequest request =
        new DirectionRequest(
            model.id(),
            attacked.id(),
            many ? selection.imagesProperty().get() : selection.subjectProperty().get().images(),
            many ? 0 : selection.subjectProperty().get().index(),
            fields.settingsProperty().get());
    ProbeResult probe = snapshot.probe();
    boolean changes = (model.live() || attacked.live()) && probe != null;
    return new Question(
        mode,
        model,
        attacked,
        request,
        many ? fields.countProperty().get() : 0,
        changes ? probe.step() : 0);
  }

  /** What a probe of the network in training answers. */
  Question ofProbe(ModelInfo model, ProbeResult probe) {
    DirectionRequest request =
        new DirectionRequest(
            model.id(),
            model.id(),
            selection.imagesProperty().get(),
            probe.direction().index(),
            DirectionSettings.adversarial(probe.attack(), 0));
    return new Question(Mode.IMAGE, model, model, request, 0, probe.step());
  }

  private boolean goesToTestImage() {
    DirectionSettings settings = fields.settingsProperty().get();
    return settings != null
        && settings.kind() == DirectionKind.BETWEEN
        && fields.modeProperty().get() != Mode.MANY;
  }
}
