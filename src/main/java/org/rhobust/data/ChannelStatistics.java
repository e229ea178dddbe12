package org.rhobust.data;

/** Mean and standard deviation of each colour channel, to normalise the input of a network. */
public final class ChannelStatistics {

  /** One level of a byte: a channel that is constant can still be divided by its deviation. */
  private static final double LEAST = 1 / 255.0;

  private final float[] means;
  private final float[] deviations;

  private ChannelStatistics(float[] means, float[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  /**
   * Over all pixels of all images, from the counts of the 256 levels.
   *
   * @throws IllegalArgumentException if {@code images} is empty
   */
  public static ChannelStatistics of(ImageSet images) {
    if (images.size() == 0) {
      throw new IllegalArgumentException(images.name() + " is empty and has no mean");
    }
    long[][] histograms = images.histograms();
    double pixels = (double) images.size() * images.height() * images.width();
    float[] means = new float[histograms.length];
    float[] deviations = new float[histograms.length];
    for (int channel = 0; channel < histograms.length; channel++) {
      double mean = 0;
      for (int level = 0; level < 256; level++) {
        mean += histograms[channel][level] / pixels * level / 255;
      }
      double variance = 0;
      for (int level = 0; level < 256; level++) {
        double distance = level / 255.0 - mean;
        variance += histograms[channel][level] / pixels * distance * distance;
      }
      means[channel] = (float) mean;
      deviations[channel] = (float) Math.max(LEAST, Math.sqrt(variance));
    }
    return new ChannelStatistics(means, deviations);
  }

  /** A copy of the means, [C] in [0, 1]. */
  public float[] mean() {
    return means.clone();
  }

  /** A copy of the standard deviations of the population, [C], each at least 1/255. */
  public float[] deviation() {
    return deviations.clone();
  }
}
