package org.rhobust.plot;

/** A rug counted in equal bins of the part of the x axis that is shown. */
final class RugBins {

  private static final int BINS = 100;

  /** The rug's part of the plot's height. */
  private static final double SHARE_OF_HEIGHT = 0.18;

  private static final double LOWEST = 3;

  private final Rug rug;
  private final Scale x;
  private final int[] counts = new int[BINS];
  private int fullest;

  RugBins(Rug rug, Scale x) {
    this.rug = rug;
    this.x = x;
    for (int i = 0; i < rug.xs().size(); i++) {
      double share = x.domain().share(rug.xs().get(i));
      // What lies on the far end belongs to the last bin.
      if (share >= 0 && share <= 1) {
        int bin = Math.min(BINS - 1, (int) (share * BINS));
        fullest = Math.max(fullest, ++counts[bin]);
      }
    }
  }

  void paint(Surface surface, Box area, Rgb color) {
    double width = area.width() / BINS;
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        // Even a single value among hundreds is seen.
        double height = Math.max(LOWEST, SHARE_OF_HEIGHT * area.height() * counts[bin] / fullest);
        double left = area.x() + bin * width;
        surface.rectangle(
            new Box(left, area.bottom() - height, Math.max(1.5, width - 0.5), height),
            color.withAlpha(0.75));
      }
    }
  }

  /** How many values lie in the bin at this pixel, in words. */
  String at(double px) {
    int bin = (int) Math.floor(BINS * (px - x.start()) / (x.end() - x.start()));
    int count = counts[Math.max(0, Math.min(BINS - 1, bin))];
    return rug.name() + "  " + count + " of " + rug.xs().size() + " here";
  }
}
