package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GpuMemoryTest {

  private static final RuntimeException FULL =
      new ai.djl.engine.EngineException(
          "CUDA out of memory. Tried to allocate 20.00 GiB (GPU 0; 15.78 GiB total capacity)");

  @Test
  void aFullGpuIsToldWithTheCure() {
    assertThatThrownBy(
            () ->
                ComputeThread.get()
                    .call(
                        () -> {
                          throw FULL;
                        }))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "the GPU's memory is full; use smaller batches (--batch), a smaller network, or"
                + " --device cpu")
        .hasCause(FULL);
  }

  @Test
  void otherProblemsStayAsTheyAre() {
    RuntimeException shape =
        new ai.djl.engine.EngineException("mat1 and mat2 cannot be multiplied");
    assertThat(GpuMemory.explain(shape)).isSameAs(shape);
    RuntimeException own = new IllegalStateException("CUDA out of memory");
    assertThat(GpuMemory.explain(own)).isSameAs(own);
  }
}
