package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            "the GPU's memory is full; see with nvidia-smi who else uses it, train in smaller"
                + " batches, or compute on the CPU (--device cpu)")
        .hasCause(FULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUDA error: out of memory\nCUDA kernel errors might be reported later",
        "CUDA driver error: out of memory",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED"
      })
  void itHasSeveralWordings(String message) {
    assertThat(GpuMemory.explain(new ai.djl.engine.EngineException(message)))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("the GPU's memory is full; ");
  }

  @Test
  void aTorchScriptModelDoesNotTakeItForAWrongInput() {
    Shape input = new Shape(50, 3, 32, 32);
    assertThat(TorchScriptModule.refusal(input, FULL))
        .hasMessageStartingWith("the GPU's memory is full; ")
        .hasCause(FULL);
    RuntimeException shape =
        new ai.djl.engine.EngineException("RuntimeError: mat1 and mat2 cannot be multiplied");
    assertThat(TorchScriptModule.refusal(input, shape))
        .hasMessage(
            "the TorchScript model refuses an input of shape (50, 3, 32, 32): RuntimeError: mat1 and"
                + " mat2 cannot be multiplied; give its input as --input CxHxW");
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
