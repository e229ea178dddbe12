package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Colours that carry opposite meanings stay apart for readers who do not see red or green. The
 * matrices are those of severity 1 of Machado, Oliveira and Fernandes, "A Physiologically-based
 * Model for Simulation of Color Vision Deficiency", 2009, on linear RGB; distances are CIE76 in
 * Lab, where 2.3 is just noticeable.
 */
class ColorVisionTest {

  private static final double CLEARLY_APART = 20;

  private static final double[][] PROTANOPIA = {
    {0.152286, 1.052583, -0.204868},
    {0.114503, 0.786281, 0.099216},
    {-0.003882, -0.048116, 1.051998}
  };
  private static final double[][] DEUTERANOPIA = {
    {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
  };
  private static final double[][] TRICHROMACY = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
  private static final double[][] TO_XYZ = {
    {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}
  };
  private static final double[] WHITE = {0.9505, 1, 1.089};

  @ParameterizedTest
  @EnumSource
  void theTrueAndTheAdversarialClassStayApart(PlotTheme theme) {
    assertApart(theme, ColorRole.TRUE_CLASS, ColorRole.ADVERSARIAL);
  }

  @ParameterizedTest
  @EnumSource
  void cleanAndAttackedStayApart(PlotTheme theme) {
    assertApart(theme, ColorRole.CLEAN, ColorRole.ATTACKED);
  }

  @ParameterizedTest
  @EnumSource
  void theTrueClassStandsOutFromTheOthers(PlotTheme theme) {
    assertApart(theme, ColorRole.TRUE_CLASS, ColorRole.OTHER);
  }

  private static void assertApart(PlotTheme theme, ColorRole one, ColorRole other) {
    for (double[][] eye : new double[][][] {TRICHROMACY, PROTANOPIA, DEUTERANOPIA}) {
      double[] first = lab(times(eye, linear(theme.color(one))));
      double[] second = lab(times(eye, linear(theme.color(other))));
      double distance =
          Math.hypot(Math.hypot(first[0] - second[0], first[1] - second[1]), first[2] - second[2]);
      assertThat(distance).as("%s and %s", one, other).isGreaterThan(CLEARLY_APART);
    }
  }

  private static double[] linear(Rgb color) {
    return new double[] {linear(color.red()), linear(color.green()), linear(color.blue())};
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int i = 0; i < 3; i++) {
      double sum = 0;
      for (int j = 0; j < 3; j++) {
        sum += matrix[i][j] * vector[j];
      }
      product[i] = Math.max(0, Math.min(1.1, sum));
    }
    return product;
  }

  private static double[] lab(double[] rgb) {
    double[] xyz = times(TO_XYZ, rgb);
    double[] f = new double[3];
    for (int i = 0; i < 3; i++) {
      double t = xyz[i] / WHITE[i];
      f[i] = t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
  }
}
