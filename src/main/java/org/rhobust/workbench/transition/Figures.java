package org.rhobust.workbench.transition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in sentences and equations: three significant digits, the same in every locale. */
final class Figures {

  private static final double TINY = 1e-4;

  private Figures() {}

  static String of(double value) {
    if (value != 0 && Math.abs(value) < TINY) {
      return String.format(Locale.ROOT, "%.1e", value).replace('-', '−');
    }
    return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  static String percent(double share) {
    return of(100 * share) + " %";
  }
}
