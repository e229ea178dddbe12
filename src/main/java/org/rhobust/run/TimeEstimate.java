package org.rhobust.run;

/**
 * How long a training would take on a device.
 *
 * @param device {@code cpu} or {@code gpu:n}
 * @param threads inside one operation
 * @param steps of the whole run
 * @param secondsPerStep the median of the measured steps; where none came to its end, the time of
 *     its attack as far as that was measured
 * @param measured how many steps that is of: three, or fewer where they are long
 */
public record TimeEstimate(
    String device, int threads, int steps, double secondsPerStep, int measured) {

  /** Of the whole run. */
  public double seconds() {
    return steps * secondsPerStep;
  }

  /** Whether the run takes longer than this: no step came to its end. */
  public boolean bound() {
    return measured == 0;
  }
}
