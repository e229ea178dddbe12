package org.rhobust.run;

import org.rhobust.model.ModelDescription;

/**
 * The model that an evaluation is of.
 *
 * @param name for people
 * @param weightsSha256 the hash of its weights or of its file
 * @param description null for TorchScript, which says nothing
 */
public record EvaluatedModel(String name, String weightsSha256, ModelDescription description) {}
