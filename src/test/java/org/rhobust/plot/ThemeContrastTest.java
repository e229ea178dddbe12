package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeContrastTest {

  @Test
  void contrastIsThatOfWcag() {
    assertThat(Rgb.of(0x000000).contrast(Rgb.of(0xFFFFFF))).isEqualTo(21);
    // #777777 on white is the textbook case just below 4.5.
    assertThat(Rgb.of(0x777777).contrast(Rgb.of(0xFFFFFF))).isBetween(4.47, 4.49);
  }

  @ParameterizedTest
  @EnumSource
  void linesAndTextCanBeSeen(PlotTheme theme) {
    Rgb paper = theme.background();
    for (ColorRole role : ColorRole.values()) {
      assertThat(theme.color(role).contrast(paper)).as("%s", role).isGreaterThanOrEqualTo(3);
    }
    assertThat(theme.axis().contrast(paper)).isGreaterThanOrEqualTo(3);
    assertThat(theme.text().contrast(paper)).isGreaterThanOrEqualTo(4.5);
    assertThat(theme.mutedText().contrast(paper)).isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @EnumSource
  void signedColoursAreSymmetricAndEndAtFullColour(PlotTheme theme) {
    assertThat(theme.diverging(0)).isEqualTo(theme.diverging(Double.NaN));
    assertThat(theme.diverging(-3)).isEqualTo(theme.diverging(-1));
    assertThat(theme.diverging(1)).isNotEqualTo(theme.diverging(-1));
    assertThat(theme.diverging(1).contrast(theme.diverging(0))).isGreaterThan(4.5);
    assertThat(theme.diverging(-1).contrast(theme.diverging(0))).isGreaterThan(4.5);
  }
}
