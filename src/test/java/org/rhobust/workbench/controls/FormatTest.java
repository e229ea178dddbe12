package org.rhobust.workbench.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class FormatTest {

  @Test
  void keepsThreeDigitsAndATrueMinus() {
    assertThat(Format.number(-0.123456)).isEqualTo("−0.123");
    assertThat(Format.number(1234.5)).isEqualTo("1230");
    assertThat(Format.number(0)).isEqualTo("0");
    assertThat(Format.number(0.0000104)).isEqualTo("1.04e−5");
    assertThat(Format.number(Double.NaN)).isEqualTo("–");
  }

  @Test
  void neverSaysThatANumberIsLessThanItself() {
    assertThat(Format.apartFrom(0.4793, 0.4796)).isEqualTo("0.480");
    assertThat(Format.apartFrom(0.9, 0.1)).isEqualTo("0.10");
    assertThat(Format.apartFrom(0.5, 0.5)).isEqualTo("0.50");
  }

  @Property
  void whatAFieldShowsItReadsBack(
      @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 100) double value) {
    assertThat(Numbers.decimal("x", Format.exact(value))).isEqualTo(value);
  }

  @Test
  void saysHowMany() {
    assertThat(Format.percent(OptionalDouble.of(0.065))).isEqualTo("6.5 %");
    assertThat(Format.percent(OptionalDouble.empty())).isEqualTo("–");
  }
}
