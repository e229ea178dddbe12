package org.rhobust.plot;

import java.util.Objects;

/**
 * A picture or a perturbation, shown without smoothing between pixels.
 *
 * @param text title, caption and the like
 * @param pixels the picture, or empty
 * @param note a line printed under the picture; may be empty
 */
public record ImagePlot(PlotText text, Pixels pixels, String note) implements Plot {

  /** Refuses null. */
  public ImagePlot {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(pixels, "pixels");
    Objects.requireNonNull(note, "note");
  }

  /** Begins a picture with this title. */
  public static Builder builder(String title) {
    return new Builder(title);
  }

  @Override
  public boolean isEmpty() {
    return pixels.isEmpty();
  }

  @Override
  public String summary() {
    String kind = pixels.signed() ? "perturbation, " + pixels.scaleText() : "picture";
    return pixels.width()
        + " by "
        + pixels.height()
        + " pixel "
        + kind
        + (note.isEmpty() ? "" : ", " + note)
        + ".";
  }

  /** Collects the parts of a picture. */
  public static final class Builder extends PlotBuilder<Builder> {
    private Pixels pixels = Pixels.NONE;
    private String note = "";

    private Builder(String title) {
      super(title);
      emptyText("No image");
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Sets the picture.
     *
     * @param values [C, H, W] row by row, in [0, 1], C = 1 (grey) or 3 (red, green, blue)
     */
    public Builder picture(float[] values, int channels, int height, int width) {
      pixels = Pixels.picture(values, channels, height, width);
      return this;
    }

    /**
     * Sets a perturbation, magnified so that its largest change has full colour.
     *
     * @param values [C, H, W] row by row, signed, C = 1 or 3
     */
    public Builder perturbation(float[] values, int channels, int height, int width) {
      pixels = Pixels.perturbation(values, channels, height, width, Double.NaN);
      return this;
    }

    /**
     * Sets a perturbation on a fixed colour scale, so that several can be compared.
     *
     * @param values [C, H, W] row by row, signed, C = 1 or 3
     * @param limit the change, above 0, that has full colour
     */
    public Builder perturbation(float[] values, int channels, int height, int width, double limit) {
      if (!(limit > 0)) {
        throw new IllegalArgumentException("Colour limit " + limit + " must be above 0.");
      }
      pixels = Pixels.perturbation(values, channels, height, width, limit);
      return this;
    }

    /** Sets a line printed under the picture. */
    public Builder note(String line) {
      note = line;
      return this;
    }

    /** The finished picture. */
    public ImagePlot build() {
      return new ImagePlot(text(), pixels, note);
    }
  }
}
