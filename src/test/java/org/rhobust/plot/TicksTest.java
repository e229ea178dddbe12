package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Property(tries = 300)
  void linearTicksRiseInsideTheRange(
      @ForAll @Scale(9) @DoubleRange(min = -1e6, max = 1e6) double low,
      @ForAll @Scale(9) @DoubleRange(min = 1e-3, max = 1e6) double span,
      @ForAll @IntRange(min = 2, max = 12) int most) {
    risesInside(Ticks.linear(low, low + span, most), low, low + span, most);
  }

  @Property(tries = 300)
  void logTicksRiseInsideTheRange(
      @ForAll @Scale(9) @DoubleRange(min = -8, max = 6) double exponent,
      @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 12) double decades,
      @ForAll @IntRange(min = 2, max = 12) int most) {
    double low = Math.pow(10, exponent);
    double high = Math.pow(10, exponent + decades);
    risesInside(Ticks.log(low, high, most), low, high, most);
  }

  private static void risesInside(List<Tick> ticks, double low, double high, int most) {
    assertThat(ticks).hasSizeLessThanOrEqualTo(most);
    assertThat(ticks).allSatisfy(t -> assertThat(t.value()).isBetween(low, high));
    assertThat(ticks.stream().map(Tick::value).distinct()).hasSameSizeAs(ticks);
    assertThat(ticks).isSortedAccordingTo((a, b) -> Double.compare(a.value(), b.value()));
    assertThat(ticks.stream().map(Tick::label).distinct()).hasSameSizeAs(ticks);
  }

  @Test
  void labelsAreWrittenAsPeopleWriteThem() {
    assertThat(labels(Ticks.linear(0, 1, 6)))
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(labels(Ticks.linear(-0.5, 0, 3))).containsExactly("−0.5", "0");
    assertThat(labels(Ticks.linear(0, 50_000, 6)))
        .containsExactly("0", "10k", "20k", "30k", "40k", "50k");
    assertThat(labels(Ticks.log(1e-6, 1, 4))).containsExactly("1e−6", "1e−4", "0.01", "1");
    assertThat(labels(Ticks.log(0.5, 6, 8))).containsExactly("0.5", "1", "2", "5");
  }

  private static List<String> labels(List<Tick> ticks) {
    return ticks.stream().map(Tick::label).toList();
  }

  @Test
  void aLogarithmicAxisLeavesOutWhatIsNotPositive() {
    Extent extent = new Extent(true);
    extent.add(Values.of(-3, 0, Double.NaN, 0.02, 4, Double.POSITIVE_INFINITY));

    Domain domain = Domain.of(Axis.log("loss"), extent, false);

    assertThat(domain).isEqualTo(new Domain(0.02, 4, true));
    assertThat(domain.share(0)).isNaN();
    assertThat(domain.share(-1)).isNaN();
  }

  @Test
  void aDomainIsNeverEmpty() {
    for (boolean log : new boolean[] {false, true}) {
      for (double[] data : new double[][] {{}, {5}, {-2}, {0}, {1e-300}, {1e300}}) {
        for (Axis axis : List.of(axis(log), axis(log).from(7), axis(log).to(0.5))) {
          Extent extent = new Extent(log);
          extent.add(Values.of(data));
          Domain domain = Domain.of(axis, extent, true);
          assertThat(domain.low()).isLessThan(domain.high());
          assertThat(domain.ticks(5)).isNotNull();
        }
      }
    }
  }

  private static Axis axis(boolean log) {
    return log ? Axis.log("") : Axis.linear("");
  }

  @Test
  void anAxisRefusesARangeThatIsNone() {
    assertThatThrownBy(() -> Axis.linear("loss").range(1, 1)).hasMessageContaining("loss");
    assertThatThrownBy(() -> Axis.log("loss").from(0)).hasMessageContaining("positive");
  }
}
