package org.rhobust.workbench.steps;

/** Which images are gone through. */
enum ImageFilter {
  ALL("all images"),
  MISCLASSIFIED("misclassified"),
  ATTACK_SUCCEEDED("attack succeeded"),
  STILL_CONFIDENT("attacked, still confident");

  private final String words;

  ImageFilter(String words) {
    this.words = words;
  }

  /** For people. */
  String words() {
    return words;
  }
}
