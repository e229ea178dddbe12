package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeedsTest {

  @Property(tries = 200)
  void theOrderOfThePartsMatters(@ForAll long a, @ForAll long b) {
    Assume.that(a != b);

    assertThat(Seeds.mix(a, b)).isNotEqualTo(Seeds.mix(b, a));
  }

  @Property(tries = 200)
  void equalPartsGiveEqualNumbers(@ForAll long a, @ForAll long b, @ForAll long c) {
    assertThat(Seeds.generator(a, b, c).nextLong()).isEqualTo(Seeds.generator(a, b, c).nextLong());
  }

  @Test
  void neighbouringEpochsAndStepsNeverShareASeed() {
    Set<Long> seeds = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      for (int epoch = 0; epoch < 20; epoch++) {
        for (int step = 0; step < 50; step++) {
          seeds.add(Seeds.mix(seed, epoch, step));
        }
      }
    }
    assertThat(seeds).hasSize(20 * 20 * 50);
  }

  @Test
  void anotherPartIsAnotherSeed() {
    assertThat(Seeds.mix(1)).isNotEqualTo(Seeds.mix(1, 0));
    assertThat(Seeds.mix()).isNotEqualTo(Seeds.mix(0));
  }
}
