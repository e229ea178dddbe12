package org.rhobust.workbench.controls;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;
import org.rhobust.threat.Digits;

/** Numbers as sentences and fields show them, the same in every locale. */
public final class Format {

  private static final double SMALLEST_PLAIN = 1e-3;
  private static final int MOST_DECIMALS = 6;

  private Format() {}

  /** At most three significant digits, with a true minus sign; tiny numbers such as 1.04e−5. */
  public static String number(double value) {
    if (value != 0 && Math.abs(value) < SMALLEST_PLAIN) {
      int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
      String digits = plain(value / Math.pow(10, exponent));
      return (digits + "e" + exponent).replace('-', '−');
    }
    return plain(value).replace('-', '−');
  }

  /** At most three significant digits, without an exponent, as a field can read it back. */
  public static String plain(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "-∞";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
    return rounded.toPlainString();
  }

  /** All digits of a finite number, without an exponent. */
  public static String exact(double value) {
    return Digits.exact(value);
  }

  /** A confidence with two decimals. */
  public static String confidence(double value) {
    return decimals(value, 2);
  }

  /** A confidence with two decimals; a dash where it is undefined. */
  public static String confidence(OptionalDouble value) {
    return value.isPresent() ? confidence(value.getAsDouble()) : "–";
  }

  /** {@code value} with as many decimals, two or more, as set it apart from {@code other}. */
  public static String apartFrom(double other, double value) {
    int decimals = 2;
    while (decimals < MOST_DECIMALS
        && value != other
        && decimals(value, decimals).equals(decimals(other, decimals))) {
      decimals++;
    }
    return decimals(value, decimals);
  }

  /** A whole number with thousands set apart. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A share in [0, 1] as per cent with one decimal; a dash where it is undefined. */
  public static String percent(OptionalDouble share) {
    return share.isPresent() ? decimals(100 * share.getAsDouble(), 1) + " %" : "–";
  }

  private static String decimals(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
  }
}
