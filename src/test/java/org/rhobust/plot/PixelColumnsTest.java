package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PixelColumnsTest {

  private static final Rgb COLOR = PlotTheme.LIGHT.color(ColorRole.TRUE_CLASS);
  private static final Surface.Stroke SOLID = Surface.Stroke.solid(COLOR, 2);

  @Property(tries = 200)
  void coverEveryPointOfTheLineAndNoMore(@ForAll("heights") double[] ys) {
    Reduction.Polyline line = line(ys);
    List<Box> boxes = PixelColumns.of(line, SOLID);

    assertThat(boxes).hasSize((int) Math.floor(line.xs()[ys.length - 1]) - 7 + 1);
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      assertThat(box.x()).isEqualTo(7 + i);
      assertThat(box.width()).isEqualTo(1);
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int k = 0; k <= 1000; k++) {
        double x = box.x() + k / 1000.0;
        if (x <= line.xs()[ys.length - 1]) {
          low = Math.min(low, heightAt(line, x));
          high = Math.max(high, heightAt(line, x));
        }
      }
      assertThat(box.y() + 1).isLessThanOrEqualTo(low + 1e-9).isGreaterThan(low - 1);
      assertThat(box.bottom() - 1).isGreaterThanOrEqualTo(high - 1e-9).isLessThan(high + 1);
    }
  }

  @Test
  void dashesAreLeftOutByColumns() {
    List<Box> solid = PixelColumns.of(line(new double[180]), SOLID);
    List<Box> dashed = PixelColumns.of(line(new double[180]), new Surface.Stroke(COLOR, 2, true));

    assertThat(solid).containsAll(dashed);
    assertThat(dashed.size()).isBetween(solid.size() / 2, solid.size() * 2 / 3);
  }

  @Test
  void aLineOfFewPointsIsNotDense() {
    assertThat(PixelColumns.isDense(line(new double[40]))).isTrue();
    assertThat(
            PixelColumns.isDense(
                new Reduction.Polyline(new double[] {0, 10, 20}, new double[] {0, 1, 2})))
        .isFalse();
  }

  @Test
  void aLineThatTurnsBackIsStroked() {
    double[] back = {9, 8.5, 8, 7.5, 7};
    assertThat(PixelColumns.isDense(new Reduction.Polyline(back, new double[5]))).isFalse();
  }

  /** Four points in three columns, from column 7 on. */
  private static Reduction.Polyline line(double[] ys) {
    double[] xs = new double[ys.length];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = 7 + 0.75 * i;
    }
    return new Reduction.Polyline(xs, ys);
  }

  private static double heightAt(Reduction.Polyline line, double x) {
    int i = Math.min(line.xs().length - 2, (int) Math.floor((x - 7) / 0.75));
    double share = (x - line.xs()[i]) / 0.75;
    return line.ys()[i] + share * (line.ys()[i + 1] - line.ys()[i]);
  }

  @Provide
  Arbitrary<double[]> heights() {
    return Arbitraries.doubles().between(0, 100).array(double[].class).ofMinSize(2).ofMaxSize(60);
  }
}
