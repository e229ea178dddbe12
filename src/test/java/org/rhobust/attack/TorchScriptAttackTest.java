package org.rhobust.attack;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.model.Classifier;
import org.rhobust.model.TinyCnn;
import org.rhobust.model.TorchScriptClassifier;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Torch;

/** An exported model is attacked along the same path as the network it came from. */
@ExtendWith(OnComputeThread.class)
class TorchScriptAttackTest {

  /** float32 against float64 over a path of ten steps. */
  private static final double PATH = 5e-6;

  @ParameterizedTest
  @ValueSource(strings = {"linf_f7p", "l2_f7p", "linf_f0"})
  void theGoldenPath(String name) throws URISyntaxException {
    try (Classifier classifier = open()) {
      GoldenPgd.assertPath(GoldenPgd.attack(classifier, name), name, PATH);
    }
  }

  @Test
  void nothingOfAnAttackStaysAlive() throws URISyntaxException {
    int before = Torch.liveArrays(Device.cpu());
    for (int i = 0; i < 3; i++) {
      try (Scope scope = Scope.open();
          Classifier classifier = open()) {
        GoldenPgd.attack(classifier, "linf_f7p");
      }
    }
    assertThat(Torch.liveArrays(Device.cpu())).isEqualTo(before);
  }

  private static TorchScriptClassifier open() throws URISyntaxException {
    Path file =
        Path.of(TorchScriptAttackTest.class.getResource("/torchscript/tiny_cnn.pt").toURI());
    return TorchScriptClassifier.open(
        file, TinyCnn.CLASSES, TinyCnn.INPUT, TorchScriptClassifier.Output.LOGITS, Device.cpu());
  }
}
