package org.rhobust.transition;

/** What every transition asks of its numbers. */
final class Arguments {

  private Arguments() {}

  static void requireRho(double rho) {
    requirePositive("rho", rho, "12");
  }

  static void requireEpsilon(double epsilon) {
    requirePositive("epsilon", epsilon, "0.3");
  }

  static double requireNorm(double norm) {
    if (norm >= 0) {
      return norm;
    }
    throw new IllegalArgumentException("norm is " + norm + ": give a number of at least 0");
  }

  private static void requirePositive(String name, double value, String example) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(
          name + " is " + value + ": give a finite number above 0, such as " + example);
    }
  }
}
