package org.rhobust.threat;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for people: no trailing zeros, no exponent. */
public final class Digits {

  private static final MathContext PRECISION = new MathContext(4);

  private Digits() {}

  /** Four significant digits at most, such as "0.3", "0.03333", "12". */
  public static String brief(double number) {
    return new BigDecimal(number).round(PRECISION).stripTrailingZeros().toPlainString();
  }

  /** All digits of a finite number, as many as tell it from its neighbours. */
  public static String exact(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
