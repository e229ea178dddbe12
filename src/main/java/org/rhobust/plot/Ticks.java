package org.rhobust.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Tick values at 1, 2 and 5 times powers of ten. */
final class Ticks {

  private static final int[] STEPS = {1, 2, 5, 10};

  private Ticks() {}

  /** The smallest step of 1, 2 or 5 times a power of ten with at most {@code most} ticks. */
  static double step(double low, double high, int most) {
    return exactStep(low, high, most).doubleValue();
  }

  private static BigDecimal exactStep(double low, double high, int most) {
    double least = (high - low) / Math.max(1, most - 1);
    int exponent = (int) Math.floor(Math.log10(least));
    for (int digit : STEPS) {
      BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
      if (step.doubleValue() >= least * (1 - 1e-9)) {
        return step;
      }
    }
    return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
  }

  /** At most {@code most} ticks in [low, high], rising. */
  static List<Tick> linear(double low, double high, int most) {
    // Decimal arithmetic, because 3 × 0.1 is not 0.3.
    BigDecimal step = exactStep(low, high, most);
    double slack = (high - low) * 1e-9;
    long first = (long) Math.ceil((low - slack) / step.doubleValue());
    long last = (long) Math.floor((high + slack) / step.doubleValue());
    List<Tick> ticks = new ArrayList<>();
    for (long i = first; i <= last && ticks.size() < most; i++) {
      BigDecimal value = step.multiply(BigDecimal.valueOf(i));
      double held = Math.max(low, Math.min(high, value.doubleValue()));
      ticks.add(new Tick(held, label(value, step, Math.max(Math.abs(low), Math.abs(high)))));
    }
    return ticks;
  }

  /** Neighbouring ticks show equally many decimals; long numbers of steps in thousands get a k. */
  private static String label(BigDecimal value, BigDecimal step, double largest) {
    if (value.signum() == 0) {
      return "0";
    }
    if (largest >= 1e4 && largest < 1e6 && step.doubleValue() >= 1000) {
      return Numbers.print(value.scaleByPowerOfTen(-3)) + "k";
    }
    if (largest >= 1e6 || largest < 1e-3) {
      return Numbers.print(value);
    }
    int decimals = Math.max(0, step.stripTrailingZeros().scale());
    return value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString().replace('-', '−');
  }

  /**
   * At most {@code most} ticks in [low, high], low above 0, rising: decades, or where there are few
   * of them their multiples 1, 2, 5, or where even those are few linear ticks.
   */
  static List<Tick> log(double low, double high, int most) {
    int first = (int) Math.ceil(Math.log10(low) - 1e-9);
    int last = (int) Math.floor(Math.log10(high) + 1e-9);
    int decades = last - first + 1;
    if (decades >= 3 || decades == 2 && most < 5) {
      return decades(low, high, first, last, (decades + most - 1) / Math.max(1, most));
    }
    List<Tick> fine = new ArrayList<>();
    for (int exponent = first - 1; exponent <= last; exponent++) {
      for (int digit : new int[] {1, 2, 5}) {
        addWithin(fine, BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent), low, high);
      }
    }
    if (fine.size() >= 2 && fine.size() <= most) {
      return fine;
    }
    return decades >= 2 ? decades(low, high, first, last, 1) : linear(low, high, most);
  }

  private static List<Tick> decades(double low, double high, int first, int last, int stride) {
    List<Tick> ticks = new ArrayList<>();
    for (int exponent = first; exponent <= last; exponent++) {
      if (Math.floorMod(exponent, stride) == 0) {
        addWithin(ticks, BigDecimal.ONE.scaleByPowerOfTen(exponent), low, high);
      }
    }
    return ticks;
  }

  private static void addWithin(List<Tick> ticks, BigDecimal value, double low, double high) {
    double number = value.doubleValue();
    if (number >= low * (1 - 1e-9) && number <= high * (1 + 1e-9)) {
      ticks.add(new Tick(Math.max(low, Math.min(high, number)), Numbers.print(value)));
    }
  }
}
