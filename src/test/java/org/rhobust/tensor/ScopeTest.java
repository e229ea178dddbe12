package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rhobust.tensor.TestArrays.array;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnComputeThread.class)
class ScopeTest {

  @Test
  void whatIsCreatedInsideIsClosed() {
    int before = live();
    NDArray outer = array(new float[] {1, 2}, 2);
    try (Scope scope = Scope.open()) {
      // Results attach to the first operand's owner: the scope closes them all the same.
      outer.add(1).mul(2).sum();
      assertThat(live()).isGreaterThan(before + 1);
    }
    assertThat(live()).isEqualTo(before + 1);
    assertThat(outer.toFloatArray()).containsExactly(1, 2);
  }

  @Test
  void whatIsKeptLivesUntilTheEnclosingScopeEnds() {
    int before = live();
    try (Scope outer = Scope.open()) {
      NDArray kept;
      try (Scope inner = Scope.open()) {
        NDArray part = array(new float[] {1, 2}, 2);
        kept = inner.keep(part.add(1));
      }
      assertThat(kept.toFloatArray()).containsExactly(2, 3);
      assertThat(live()).isEqualTo(before + 1);
    }
    assertThat(live()).isEqualTo(before);
  }

  @Test
  void whatPersistsIsClosedByItsOwner() {
    int before = live();
    NDArray weight;
    try (Scope scope = Scope.open()) {
      weight = Scope.persist(array(new float[] {5}, 1));
    }
    assertThat(weight.toFloatArray()).containsExactly(5);
    weight.close();
    assertThat(live()).isEqualTo(before);
  }

  @Test
  void anExceptionClosesTheArraysToo() {
    int before = live();
    try (Scope scope = Scope.open()) {
      array(new float[] {1}, 1);
      throw new IllegalStateException();
    } catch (IllegalStateException e) {
      assertThat(live()).isEqualTo(before);
    }
  }

  private static int live() {
    return Torch.liveArrays(Device.cpu());
  }
}
