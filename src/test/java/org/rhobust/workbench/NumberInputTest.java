package org.rhobust.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberInputTest {

  private final NumberInput rho = NumberInput.positive("ρ", 12, 1000);
  private final NumberInput epochs = NumberInput.whole("epochs", 20, 1, 100);

  @Test
  void followsWhatIsTyped() {
    rho.textProperty().set(" 3.5e0 ");

    assertThat(rho.value()).isEqualTo(3.5);
    assertThat(rho.valid()).isTrue();
    assertThat(rho.textProperty().get()).isEqualTo(" 3.5e0 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc", "0", "-1", "1001", "NaN", "Infinity", "1d", "0x1p3", "1,5", "1e999"})
  void keepsTheLastValueAndSaysWhatIsWrong(String bad) {
    rho.textProperty().set(bad);

    assertThat(rho.value()).isEqualTo(12);
    assertThat(rho.problemProperty().get())
        .startsWith("ρ ")
        .endsWith("give a number above 0 and at most 1000");
    assertThat(rho.problemProperty().get().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.5", "0", "101"})
  void wholeNumbersStayWholeAndInRange(String bad) {
    epochs.textProperty().set(bad);

    assertThat(epochs.problemProperty().get()).endsWith("give a whole number from 1 to 100");
  }

  @Test
  void aVeryLongTextIsNotRepeated() {
    rho.textProperty().set("9".repeat(100_000));

    assertThat(rho.problemProperty().get()).hasSizeLessThan(100);
  }

  @Test
  void stepsWithinItsRange() {
    rho.step(true);
    assertThat(rho.value()).isEqualTo(13);
    epochs.textProperty().set("100");
    epochs.step(true);
    assertThat(epochs.value()).isEqualTo(100);
    epochs.textProperty().set("1");
    epochs.step(false);
    assertThat(epochs.value()).isEqualTo(1);
  }

  @Property
  void writesOutFourDigitsInEveryLocale(
      @ForAll @DoubleRange(min = 1e-6, max = 999) @Scale(6) double value) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      rho.setValue(value);
    } finally {
      Locale.setDefault(before);
    }

    assertThat(Double.parseDouble(rho.textProperty().get())).isEqualTo(rho.value());
    assertThat(rho.value()).isCloseTo(value, Offset.offset(value * 5e-4));
  }

  @Test
  void refusesToBeSetOutOfRange() {
    assertThatThrownBy(() -> rho.setValue(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ρ");
  }
}
