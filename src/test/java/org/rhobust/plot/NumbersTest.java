package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void aPersonReadsFourDigitsButStepsWhole() {
    assertThat(Numbers.brief(0.123456)).isEqualTo("0.1235");
    assertThat(Numbers.brief(53_363)).isEqualTo("53363");
    assertThat(Numbers.brief(-0.5)).isEqualTo("−0.5");
    assertThat(Numbers.brief(-0.0)).isEqualTo("0");
    assertThat(Numbers.brief(2.5e-7)).isEqualTo("2.5e−7");
    assertThat(Numbers.brief(Double.NaN)).isEqualTo("none");
    assertThat(Numbers.brief(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
  }
}
