package org.rhobust.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.Golden;

class TargetDistributionTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void equalsTheReference(int index) {
    int[] labels = Golden.integers("target_distribution", "labels");
    double[] norms = Golden.numbers("target_distribution", "norms");
    double rho = Golden.number("target_distribution", "cases", index, "rho");
    Transition power = new PowerTransition(rho, Golden.number("target_distribution", "epsilon"));
    for (int i = 0; i < labels.length; i++) {
      double[] target = TargetDistribution.of(power.lambda(norms[i]), labels[i], 10);
      assertThat(target)
          .containsExactly(
              Golden.numbers("target_distribution", "cases", index, "targets", i), within(1e-15));
    }
  }

  @Property
  void isADistributionWithTheLabelOnTop(
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll @IntRange(min = 2, max = 1000) int classes,
      @ForAll @IntRange(min = 0, max = 999) int seed) {
    int label = seed % classes;
    double[] target = TargetDistribution.of(lambda, label, classes);
    assertThat(target).hasSize(classes);
    assertThat(Arrays.stream(target).sum()).isCloseTo(1, within(1e-12));
    assertThat(Arrays.stream(target).min().orElseThrow()).isNotNegative();
    assertThat(target[label]).isEqualTo(Arrays.stream(target).max().orElseThrow());
    assertThat(target[label]).isEqualTo(TargetDistribution.trueClass(lambda, classes));
    assertThat(target[(label + 1) % classes])
        .isEqualTo(TargetDistribution.otherClass(lambda, classes));
  }

  @Test
  void theEndsAreOneHotAndUniform() {
    assertThat(TargetDistribution.of(1, 2, 4)).containsExactly(0, 0, 1, 0);
    assertThat(TargetDistribution.of(0, 2, 4)).containsExactly(0.25, 0.25, 0.25, 0.25);
  }

  @ParameterizedTest
  @CsvSource({"-0.1,0,10", "1.1,0,10", "NaN,0,10", "0.5,-1,10", "0.5,10,10", "0.5,0,1"})
  void argumentsOutOfRangeAreRefused(double lambda, int label, int classes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TargetDistribution.of(lambda, label, classes))
        .withMessageContaining("give");
  }
}
