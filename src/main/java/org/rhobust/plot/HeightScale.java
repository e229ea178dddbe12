package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * How the heights of a histogram are drawn: as they are, or as log(1 + height / unit), in which an
 * empty bin is still 0 and one example among thousands is still seen. Ticks name true heights.
 *
 * @param log whether heights are logarithmic
 * @param shares whether they are shares and not counts
 * @param unit the height of one example: 1, or the least share
 */
record HeightScale(boolean log, boolean shares, double unit) {

  static HeightScale of(HistogramPlot plot) {
    long most = plot.groups().stream().mapToLong(g -> g.bins().total()).max().orElse(0);
    double unit = plot.shares() ? 1.0 / Math.max(1, most) : 1;
    return new HeightScale(plot.log(), plot.shares(), unit);
  }

  String label() {
    String what = shares ? "share" : "count";
    return log ? what + ", logarithmic" : what;
  }

  /** Where a height is drawn; below the axis where it is negative. */
  double drawn(double height) {
    return log ? Math.signum(height) * Math.log10(1 + Math.abs(height) / unit) : height;
  }

  /** At most {@code most} ticks in a domain of drawn heights, rising. */
  List<Tick> ticks(Domain drawn, int most) {
    return log ? decades(drawn, most) : linear(drawn, most);
  }

  /** Counts are whole, and those below the axis are counts too. */
  private List<Tick> linear(Domain drawn, int most) {
    return drawn.ticks(most).stream()
        .filter(t -> shares || t.value() == Math.rint(t.value()))
        .map(t -> new Tick(t.value(), positive(t.label())))
        .toList();
  }

  private String positive(String signed) {
    String label = signed.replace("−", "");
    return shares ? label : label.replaceFirst("\\.0+$", "");
  }

  /** 0 and powers of ten, thinned until there are few enough. */
  private List<Tick> decades(Domain drawn, int most) {
    double highest = Math.max(Math.abs(drawn.low()), drawn.high());
    int last = (int) Math.floor(Math.log10(unit * Math.pow(10, highest)) + 1e-9);
    int first = (int) Math.ceil(Math.log10(unit) - 1e-9);
    int sides = drawn.low() < 0 ? 2 : 1;
    int stride = Math.max(1, (int) Math.ceil(sides * (last - first + 1.0) / Math.max(1, most - 1)));
    List<Tick> ticks = new ArrayList<>();
    ticks.add(new Tick(0, "0"));
    // From the highest down, so that the top of the axis is always named.
    for (int exponent = last; exponent >= first; exponent -= stride) {
      String label = Numbers.brief(Math.pow(10, exponent), 1);
      double place = drawn(Math.pow(10, exponent));
      ticks.add(new Tick(place, label));
      if (sides == 2) {
        ticks.add(new Tick(-place, label));
      }
    }
    ticks.removeIf(t -> t.value() < drawn.low() || t.value() > drawn.high());
    ticks.sort((a, b) -> Double.compare(a.value(), b.value()));
    return ticks;
  }
}
