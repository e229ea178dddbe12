package org.rhobust.workbench.direction;

/** What the view shows. */
enum Mode {
  /** The confidences along the direction of the selected image. */
  IMAGE("One image"),
  /** Their mean and quantiles over many images. */
  MANY("Many images"),
  /** The plane of the direction and a random one orthogonal to it. */
  PLANE("Plane");

  private final String words;

  Mode(String words) {
    this.words = words;
  }

  /** For people. */
  String words() {
    return words;
  }
}
