package org.rhobust.evaluation;

/** What a straight line from an image is drawn towards. */
public enum DirectionKind {
  /** The perturbation that PGD finds. */
  ADVERSARIAL("adversarial (PGD)"),
  /** A perturbation drawn at random, of norm ε. */
  RANDOM("random"),
  /** Another image of the set. */
  BETWEEN("to another image");

  private final String words;

  DirectionKind(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
