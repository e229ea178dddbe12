package org.rhobust.workbench.shell;

import org.rhobust.service.ModelInfo;

/**
 * A model that can be chosen.
 *
 * @param id of {@link ModelInfo}
 * @param title for people
 * @param info null until it is open
 */
record ModelOffer(String id, String title, ModelInfo info) {

  static ModelOffer opened(ModelInfo info) {
    return new ModelOffer(info.id(), info.title(), info);
  }
}
