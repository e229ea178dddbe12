package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineStateTest {

  private final EngineState engine = new EngineState(Runnable::run);

  @Test
  void tellsHowFarTheFirstUnpackingIs() {
    engine.unpacking(0.424);

    assertThat(engine.textProperty().get()).contains("Unpacking PyTorch", "42 %");
    assertThat(engine.unpackedProperty().get()).isEqualTo(0.424);

    engine.unpacking(1);

    assertThat(engine.textProperty().get()).isEqualTo("Loading PyTorch");
  }
}
