package org.rhobust.model;

import java.util.Map;

/** Builds a {@link ModelDescription}; its components say what each value means. */
public final class ModelDescriptionBuilder {

  private final String name;
  private final String network;
  private final int classes;
  private final ImageShape input;
  private String method;
  private ModelDescription.Transition transition;
  private String norm;
  private Double epsilon;
  private String dataset;
  private Long seed;
  private String command;
  private ModelDescription.Threshold threshold;
  private Map<String, Double> figures;
  private String notes;
  private String createdBy;
  private String weightsSha256;

  ModelDescriptionBuilder(String name, String network, int classes, ImageShape input) {
    this.name = name;
    this.network = network;
    this.classes = classes;
    this.input = input;
  }

  /** How the model was trained; null for none. */
  public ModelDescriptionBuilder method(String method) {
    this.method = method;
    return this;
  }

  /** The transition it was trained with; null for none. */
  public ModelDescriptionBuilder transition(ModelDescription.Transition transition) {
    this.transition = transition;
    return this;
  }

  /** The norm of its threat model; null for none. */
  public ModelDescriptionBuilder norm(String norm) {
    this.norm = norm;
    return this;
  }

  /** The radius of its threat model; null for none. */
  public ModelDescriptionBuilder epsilon(Double epsilon) {
    this.epsilon = epsilon;
    return this;
  }

  /** The data set it was trained on; null for none. */
  public ModelDescriptionBuilder dataset(String dataset) {
    this.dataset = dataset;
    return this;
  }

  /** The seed of its training; null for none. */
  public ModelDescriptionBuilder seed(Long seed) {
    this.seed = seed;
    return this;
  }

  /** The command line that makes it again; null for none. */
  public ModelDescriptionBuilder command(String command) {
    this.command = command;
    return this;
  }

  /** The confidence from which it accepts; null for none. */
  public ModelDescriptionBuilder threshold(ModelDescription.Threshold threshold) {
    this.threshold = threshold;
    return this;
  }

  /** Measured figures by name, in order; null for none. */
  public ModelDescriptionBuilder figures(Map<String, Double> figures) {
    this.figures = figures;
    return this;
  }

  /** What else a person should know; null for none. */
  public ModelDescriptionBuilder notes(String notes) {
    this.notes = notes;
    return this;
  }

  /** The version of the program that wrote it; null for none. */
  public ModelDescriptionBuilder createdBy(String createdBy) {
    this.createdBy = createdBy;
    return this;
  }

  /** The hash of the weights. */
  ModelDescriptionBuilder weightsSha256(String weightsSha256) {
    this.weightsSha256 = weightsSha256;
    return this;
  }

  /**
   * The description.
   *
   * @throws IllegalArgumentException if a value is missing or out of range, naming it
   */
  public ModelDescription build() {
    return new ModelDescription(
        name,
        network,
        classes,
        input,
        method,
        transition,
        norm,
        epsilon,
        dataset,
        seed,
        command,
        threshold,
        figures,
        notes,
        createdBy,
        weightsSha256);
  }
}
