package org.rhobust.plot;

/** What a colour stands for; a {@link PlotTheme} says which colour that is. */
public enum ColorRole {
  /** The true class: blue, as in the article. */
  TRUE_CLASS(0x0969DA, 0x58A6FF),
  /** The adversarial class: pink, as in the article. */
  ADVERSARIAL(0xD02F7E, 0xFF7EB6),
  /** Everything that is not in question: grey. */
  OTHER(0x7A828C, 0x8B949E),
  /** Unchanged examples. */
  CLEAN(0x00875F, 0x2BC096),
  /** Attacked examples. */
  ATTACKED(0xD55E00, 0xFF8A3D),
  /** A rejection threshold. */
  THRESHOLD(0x24292F, 0xE6EDF3),
  /** First of a sequence that colour-blind readers can tell apart, after Okabe and Ito. */
  SERIES_1(0x0072B2, 0x4BA6DC),
  /** Second of the sequence. */
  SERIES_2(0xD55E00, 0xFF8A3D),
  /** Third of the sequence. */
  SERIES_3(0x008F68, 0x2BC096),
  /** Fourth of the sequence. */
  SERIES_4(0xB5578B, 0xE08FBD),
  /** Fifth of the sequence. */
  SERIES_5(0xB87700, 0xE69F00),
  /** Sixth of the sequence. */
  SERIES_6(0x2E8FC4, 0x9AD6F7),
  /** Seventh of the sequence. */
  SERIES_7(0x857A00, 0xF0E442);

  private final Rgb light;
  private final Rgb dark;

  ColorRole(int light, int dark) {
    this.light = Rgb.of(light);
    this.dark = Rgb.of(dark);
  }

  Rgb on(PlotTheme theme) {
    return theme == PlotTheme.LIGHT ? light : dark;
  }

  /**
   * The colour of the series with this number, from 0; the sequence begins again after seven.
   *
   * @throws IllegalArgumentException when the number is negative
   */
  public static ColorRole series(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("Series number " + number + " must not be negative.");
    }
    return values()[SERIES_1.ordinal() + number % 7];
  }
}
