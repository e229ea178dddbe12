package org.rhobust.service;

import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;

/**
 * A model that can be inspected.
 *
 * @param id for requests
 * @param title for people
 * @param live whether it is the network in training, which changes from step to step
 * @param classes K
 * @param input the shape of its images
 * @param dataset the data set it was trained on; null where unknown
 * @param description what its file says; null for TorchScript and for the network in training
 * @param sha256 the hash of its weights or its file; null for the network in training
 * @param remark a line on what was found out when it was opened; empty where nothing had to be
 */
public record ModelInfo(
    String id,
    String title,
    boolean live,
    int classes,
    ImageShape input,
    String dataset,
    ModelDescription description,
    String sha256,
    String remark) {

  /** A model of which nothing had to be found out. */
  public ModelInfo(
      String id,
      String title,
      boolean live,
      int classes,
      ImageShape input,
      ModelDescription description,
      String sha256) {
    this(
        id,
        title,
        live,
        classes,
        input,
        description == null ? null : description.dataset(),
        description,
        sha256,
        "");
  }
}
