package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.rhobust.model.Classifier;
import org.rhobust.threat.ThreatModel;

/**
 * A way to make a classifier err on images, with all its settings. Runs on the compute thread only.
 */
public interface Attack extends AutoCloseable {

  /** What an attack knows of the model and what its outcome says. */
  enum Family {
    /** Follows input gradients over many steps. */
    ITERATIVE,
    /** Takes one step along the input gradient. */
    SINGLE_STEP,
    /** Sees outputs, no gradients. */
    BLACK_BOX,
    /** Attacks another model and tries the result on this one. */
    TRANSFER,
    /** Draws at random, without looking. */
    NOISE,
    /** No adversary: inputs of lower quality, scored by test error. */
    CORRUPTION,
    /** Starts from noise, so that no class is right: scored by what is accepted. */
    DISTAL
  }

  /** What it does and its main settings in a few words, without the threat model. */
  String describe();

  Family family();

  /** The ball that all its points lie in; empty where it keeps to none, as adversarial frames. */
  Optional<ThreatModel> threatModel();

  /** What its outcome depends on beyond its settings, such as another model's hash; else empty. */
  default String fingerprint() {
    return "";
  }

  /** How many points of an image one restart evaluates, at least 1: its cost, for progress. */
  int evaluations();

  /**
   * How far its steps can move a point from the start at most, in units of the norm; infinite where
   * its step sizes do not say. Below ε it cannot reach the border of its ball.
   */
  default double reach() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Refuses a classifier that cannot be attacked in this way, before anything is computed.
   *
   * @throws IllegalArgumentException in one line that says why
   */
  default void requireFits(Classifier classifier) {}

  /**
   * Attacks a batch once.
   *
   * @param restart from 0; what is drawn at random derives from (seed, image index, restart), so
   *     that an image's attack does not depend on its batch
   * @param observer told of every point that is evaluated; may throw to end the attack
   * @return δ of the best point of each image by the attack's own objective, [N, C, H, W], in the
   *     scope of the caller; x + δ lies in [0, 1]
   */
  NDArray run(
      Classifier classifier, AttackBatch batch, int restart, long seed, CandidateObserver observer);

  /** Frees what {@link #run} loaded, such as another model. */
  @Override
  default void close() {}
}
