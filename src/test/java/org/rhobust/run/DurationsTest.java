package org.rhobust.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "0.2,0 s",
    "40.4,40 s",
    "59.6,1 min 00 s",
    "185,3 min 05 s",
    "7300,2 h 01 min",
    "356400,4 d 3 h",
    "7776000,90 d",
    "86400000,'1,000 d'"
  })
  void twoUnitsAtMost(double seconds, String expected) {
    assertThat(Durations.words(seconds)).isEqualTo(expected);
  }
}
