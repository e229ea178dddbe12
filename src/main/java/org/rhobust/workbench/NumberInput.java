package org.rhobust.workbench;

import java.math.BigDecimal;
import java.math.MathContext;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A number that a person types: its text, the last valid value, and what is wrong with the text. A
 * state without a control, changed on the JavaFX thread only.
 */
public final class NumberInput {

  private static final int SHOWN_DIGITS = 4;
  private static final int LONGEST_TEXT = 30;
  private static final String NUMBER = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?";

  private final String name;
  private final Range range;
  private final StringProperty text = new SimpleStringProperty(this, "text");
  private final ReadOnlyDoubleWrapper value = new ReadOnlyDoubleWrapper(this, "value");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  private record Range(double low, boolean open, double high, boolean whole) {

    boolean contains(double number) {
      boolean aboveLow = open ? number > low : number >= low;
      return aboveLow && number <= high && (!whole || number == Math.rint(number));
    }

    String words() {
      String kind = whole ? "a whole number" : "a number";
      return open
          ? kind + " above " + format(low, whole) + " and at most " + format(high, whole)
          : kind + " from " + format(low, whole) + " to " + format(high, whole);
    }
  }

  private NumberInput(String name, double initial, Range range) {
    this.name = name;
    this.range = range;
    text.addListener((o, before, after) -> read(after));
    setValue(initial);
  }

  /** A number in (0, high]. */
  public static NumberInput positive(String name, double initial, double high) {
    return new NumberInput(name, initial, new Range(0, true, high, false));
  }

  /** A number in (low, high]. */
  public static NumberInput above(String name, double initial, double low, double high) {
    return new NumberInput(name, initial, new Range(low, true, high, false));
  }

  /** A number in [0, high]. */
  public static NumberInput upTo(String name, double initial, double high) {
    return within(name, initial, 0, high);
  }

  /** A number in [low, high]. */
  public static NumberInput within(String name, double initial, double low, double high) {
    return new NumberInput(name, initial, new Range(low, false, high, false));
  }

  /** A whole number in [low, high]. */
  public static NumberInput whole(String name, long initial, long low, long high) {
    return new NumberInput(name, initial, new Range(low, false, high, true));
  }

  /** What it is called in messages. */
  public String name() {
    return name;
  }

  /** As typed, valid or not. */
  public StringProperty textProperty() {
    return text;
  }

  /** The last valid value. */
  public ReadOnlyDoubleProperty valueProperty() {
    return value.getReadOnlyProperty();
  }

  /** The last valid value. */
  public double value() {
    return value.get();
  }

  /** The last valid value of a whole number. */
  public int intValue() {
    return (int) value.get();
  }

  /** One line that says what is wrong with the text and what to give; empty when it is valid. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the text is a number in range. */
  public boolean valid() {
    return problem.get().isEmpty();
  }

  /**
   * Sets the value, rounded to four significant digits, and writes it out as the text.
   *
   * @throws IllegalArgumentException when it is out of range
   */
  public void setValue(double number) {
    show(number);
    if (!valid()) {
      throw new IllegalArgumentException(problem.get());
    }
  }

  /** Writes a number out as if it were typed: one that is out of range is shown as wrong. */
  public void show(double number) {
    text.set(format(number, range.whole()));
  }

  /** Moves the value by a step of its first or second digit, up or down, within the range. */
  public void step(boolean up) {
    double magnitude = Math.pow(10, Math.floor(Math.log10(Math.max(Math.abs(value()), 1e-9))) - 1);
    double size = range.whole() ? Math.max(1, magnitude) : magnitude;
    double next = value() + (up ? size : -size);
    if (range.contains(next)) {
      setValue(next);
    }
  }

  private void read(String typed) {
    String trimmed = typed == null ? "" : typed.strip();
    double number =
        trimmed.length() <= LONGEST_TEXT && trimmed.matches(NUMBER)
            ? Double.parseDouble(trimmed)
            : Double.NaN;
    if (range.contains(number)) {
      value.set(number);
      problem.set("");
    } else {
      String found = trimmed.isEmpty() ? "is empty" : "cannot be " + shorten(trimmed);
      problem.set(name + " " + found + ": give " + range.words());
    }
  }

  private static String shorten(String typed) {
    return "“" + (typed.length() > 12 ? typed.substring(0, 11) + "…" : typed) + "”";
  }

  private static String format(double number, boolean whole) {
    return whole
        ? Long.toString((long) number)
        : new BigDecimal(number)
            .round(new MathContext(SHOWN_DIGITS))
            .stripTrailingZeros()
            .toPlainString();
  }
}
