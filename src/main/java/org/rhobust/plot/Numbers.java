package org.rhobust.plot;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them, the same in every locale. */
public final class Numbers {

  private Numbers() {}

  /** Below this whole numbers, such as steps, are written out. */
  private static final double WHOLE = 1e9;

  /**
   * Four significant digits at most (whole numbers keep all), with a true minus sign; "none" for
   * NaN.
   */
  public static String brief(double value) {
    return brief(value, 4);
  }

  /** At most so many significant digits. */
  static String brief(double value, int digits) {
    if (Double.isNaN(value)) {
      return "none";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
      return Long.toString((long) value).replace('-', '−');
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    return print(rounded);
  }

  /** All digits of a decimal number, with an exponent where plain notation would be long. */
  static String print(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal digits = value.stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    String text =
        exponent < -3 || exponent > 6
            ? digits.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent
            : digits.toPlainString();
    return text.replace('-', '−');
  }
}
