package org.rhobust.workbench.direction;

import org.rhobust.service.DirectionRequest;
import org.rhobust.service.ModelInfo;

/**
 * What is asked of a model.
 *
 * @param mode what is to be shown
 * @param model whose confidences are asked for
 * @param attacked the model that the direction is found on
 * @param request for the service
 * @param count how many images, where many are asked for; else 0
 * @param step of the training that the network in training stands at; 0 for finished models
 */
record Question(
    Mode mode, ModelInfo model, ModelInfo attacked, DirectionRequest request, int count, int step) {

  /** Whether the other asks for the same, only at another step of the training. */
  boolean sameButForStep(Question other) {
    return other != null
        && equals(
            new Question(
                other.mode, other.model, other.attacked, other.request, other.count, step));
  }

  /** Whether the other is about the same model and images. */
  boolean sameSubject(Question other) {
    return other != null && model.equals(other.model) && request.images() == other.request.images();
  }
}
