package org.rhobust.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class WeightTensorTest {

  @Test
  void cannotBeChangedThroughItsArrays() {
    long[] shape = {2, 1};
    float[] values = {1, 2};
    WeightTensor tensor = WeightTensor.of(shape, values);
    shape[0] = 9;
    values[0] = 9;
    tensor.shape()[0] = 9;
    tensor.values()[0] = 9;
    assertThatThrownBy(() -> tensor.buffer().put(0, 9)).isInstanceOf(ReadOnlyBufferException.class);
    assertThat(tensor).isEqualTo(WeightTensor.of(new long[] {2, 1}, new float[] {1, 2}));
    assertThat(tensor).isNotEqualTo(WeightTensor.of(new long[] {1, 2}, new float[] {1, 2}));
  }

  @Test
  void refusesShapesThatDoNotFit() {
    assertThatThrownBy(() -> WeightTensor.of(new long[] {3}, new float[2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WeightTensor.of(new long[] {-1, -2}, new float[2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WeightTensor.of(new long[] {1L << 62, 4}, new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEmptyShapeIsAScalar() {
    assertThat(WeightTensor.of(new long[0], new float[] {7}).size()).isEqualTo(1);
  }
}
