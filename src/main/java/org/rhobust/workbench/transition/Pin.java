package org.rhobust.workbench.transition;

import java.util.ArrayList;
import java.util.List;
import javafx.util.StringConverter;
import org.rhobust.plot.ColorRole;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;
import org.rhobust.transition.Transition;
import org.rhobust.transition.Transitions;

/**
 * A curve λ(δ) that stays in the plot to be compared.
 *
 * @param family a name of {@link Transitions}
 * @param rho ρ
 * @param epsilon ε, in units of the norm
 * @param norm of δ
 * @param role its colour
 */
record Pin(String family, double rho, double epsilon, Norm norm, ColorRole role) {

  /** Blue first; the sequence's two that resemble the live curve and the batch come last. */
  private static final List<ColorRole> COLORS =
      List.of(
          ColorRole.SERIES_1,
          ColorRole.SERIES_3,
          ColorRole.SERIES_5,
          ColorRole.SERIES_6,
          ColorRole.SERIES_7,
          ColorRole.SERIES_2,
          ColorRole.SERIES_4);

  private static final String BETWEEN_PINS = ";";
  private static final String BETWEEN_PARTS = " ";

  /** Such as "power ρ 12, ε 0.3"; the norm stands beside the plot's axis. */
  String name() {
    return family + " ρ " + Figures.of(rho) + ", ε " + Figures.of(epsilon);
  }

  Transition transition() {
    return Transitions.create(family, rho, epsilon);
  }

  boolean sameCurve(Pin other) {
    return family.equals(other.family)
        && rho == other.rho
        && epsilon == other.epsilon
        && norm.equals(other.norm);
  }

  /** The first colour that no other pin has; they begin again where all are taken. */
  static ColorRole freeColor(List<Pin> pins) {
    return COLORS.stream()
        .filter(color -> pins.stream().noneMatch(pin -> pin.role() == color))
        .findFirst()
        .orElse(COLORS.get(pins.size() % COLORS.size()));
  }

  /** Writes pins on one line; a pin that cannot be read is left out. */
  static StringConverter<List<Pin>> text() {
    return new StringConverter<>() {
      @Override
      public String toString(List<Pin> pins) {
        return String.join(BETWEEN_PINS, pins.stream().map(Pin::line).toList());
      }

      @Override
      public List<Pin> fromString(String text) {
        List<Pin> pins = new ArrayList<>();
        for (String line : text.split(BETWEEN_PINS)) {
          read(line, freeColor(pins), pins);
        }
        return List.copyOf(pins);
      }
    };
  }

  private String line() {
    return String.join(
        BETWEEN_PARTS, family, Double.toString(rho), Double.toString(epsilon), norm.name());
  }

  private static void read(String line, ColorRole color, List<Pin> pins) {
    String[] parts = line.split(BETWEEN_PARTS);
    if (parts.length != 4) {
      return;
    }
    try {
      double rho = Double.parseDouble(parts[1]);
      double epsilon = Double.parseDouble(parts[2]);
      Pin pin = new Pin(parts[0], rho, epsilon, Norms.of(parts[3]), color);
      pin.transition();
      pins.add(pin);
    } catch (IllegalArgumentException unreadable) {
      // Of another version, or edited by hand: the others are still good.
    }
  }
}
