package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReductionTest {

  private static final int WIDTH = 20;

  @Property(tries = 200)
  void keepsTheExtremesOfEveryPixelColumn(@ForAll("curves") double[] ys) {
    Scale x = new Scale(new Domain(0, ys.length, false), 0, WIDTH);
    Scale y = new Scale(new Domain(-10, 10, false), 100, 0);
    double[] xs = new double[ys.length];
    Map<Long, double[]> expected = new TreeMap<>();
    for (int i = 0; i < ys.length; i++) {
      xs[i] = i;
      extend(expected, x.pixel(i), y.pixel(ys[i]));
    }

    List<Reduction.Polyline> lines = Reduction.of(Values.of(xs), Values.of(ys), x, y);

    assertThat(lines).hasSize(1);
    Reduction.Polyline line = lines.get(0);
    Map<Long, double[]> kept = new TreeMap<>();
    for (int i = 0; i < line.xs().length; i++) {
      extend(kept, line.xs()[i], line.ys()[i]);
    }
    assertThat(kept.keySet()).isEqualTo(expected.keySet());
    expected.forEach((column, range) -> assertThat(kept.get(column)).containsExactly(range));
    assertThat(line.xs()).isSorted().hasSizeLessThanOrEqualTo(4 * (WIDTH + 1));
  }

  private static void extend(Map<Long, double[]> columns, double px, double py) {
    double[] range = columns.computeIfAbsent((long) Math.floor(px), c -> new double[] {py, py});
    range[0] = Math.min(range[0], py);
    range[1] = Math.max(range[1], py);
  }

  @Provide
  Arbitrary<double[]> curves() {
    return Arbitraries.doubles().between(-10, 10).array(double[].class).ofMinSize(1).ofMaxSize(500);
  }

  @Test
  void cutsAtWhatHasNoPlace() {
    Scale x = new Scale(new Domain(0, 6, false), 0, 600);
    Scale y = new Scale(new Domain(0.1, 10, true), 100, 0);
    Values xs = Values.of(0, 1, 2, 3, 4, 5, 6);
    Values ys = Values.of(1, 1, Double.NaN, 2, 0, Double.POSITIVE_INFINITY, 5);

    List<Integer> sizes = new ArrayList<>();
    Reduction.of(xs, ys, x, y).forEach(line -> sizes.add(line.xs().length));

    assertThat(sizes).containsExactly(2, 1, 1);
  }
}
