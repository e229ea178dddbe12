package org.rhobust.data;

/**
 * A test set cut in two: what a threshold is calibrated on, and the rest. The end is held out, so
 * that the first images are the same whatever is held out.
 *
 * @param rest all but the last images
 * @param heldOut the last images
 */
public record CalibrationSplit(ImageSet rest, ImageSet heldOut) {

  /** The article's number of held-out images. */
  public static final int MOST = 1000;

  private static final int PART = 10;

  /** With the usual number of held-out images. */
  public static CalibrationSplit of(ImageSet test) {
    return of(test, heldOut(test.size()));
  }

  /**
   * With {@code heldOut} images held out.
   *
   * @throws IllegalArgumentException unless 0 ≤ {@code heldOut} ≤ N
   */
  public static CalibrationSplit of(ImageSet test, int heldOut) {
    return new CalibrationSplit(test.range(0, test.size() - heldOut), test.last(heldOut));
  }

  /**
   * How many images of a test set of {@code size} are held out: a tenth, at least 1 and at most
   * {@value #MOST}; none of a set of fewer than 2.
   */
  public static int heldOut(int size) {
    return size < 2 ? 0 : Math.max(1, Math.min(MOST, size / PART));
  }
}
