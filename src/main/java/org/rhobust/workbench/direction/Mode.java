package org.rhobust.workbench.direction;

/** What the view shows. */
enum Mode {
  /** The confidences along the direction of the selected image. */
  IMAGE(
      "One image",
      "Here stands how confident the model is along the direction of an attack: of the true class"
          + " and of the adversarial one, up to four times ε, with the images on the way."),
  /** Their mean and quantiles over many images. */
  MANY(
      "Many images",
      "Here stands the mean over many test images of the confidences along their attacks'"
          + " directions, with the band of the middle 80 %."),
  /** The plane of the direction and a random one orthogonal to it. */
  PLANE(
      "Plane",
      "Here stands the confidence over the plane of the attack's direction and a random one"
          + " orthogonal to it, with the path of the attack.");

  private final String words;
  private final String teaches;

  Mode(String words, String teaches) {
    this.words = words;
    this.teaches = teaches;
  }

  /** What the view will show. */
  String teaches() {
    return teaches;
  }

  /** For people. */
  String words() {
    return words;
  }
}
