package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rhobust.service.EngineStatus;

class DeviceChoiceTest {

  private static final EngineStatus TWO_GPUS =
      new EngineStatus("2.0.1", "gpu:0", 2, List.of("cpu", "gpu:0", "gpu:1"), "535.104.05", "");

  private final List<String> notices = new ArrayList<>();

  @Test
  void theFirstStartIsAutomatic() {
    DeviceChoice choice = new DeviceChoice(null);
    choice.offer(TWO_GPUS, notices::add);
    assertThat(choice.chosenProperty().get()).isEqualTo("auto");
    assertThat(choice.offers()).containsExactly("auto", "cpu", "gpu:0", "gpu:1");
    assertThat(choice.offers())
        .extracting(name -> DeviceChoice.title(name, TWO_GPUS))
        .containsExactly("Automatic (GPU 0)", "CPU", "GPU 0", "GPU 1");
  }

  @Test
  void whatWasChosenIsRemembered() {
    DeviceChoice choice = new DeviceChoice("gpu:1");
    choice.offer(TWO_GPUS, notices::add);
    assertThat(choice.chosenProperty().get()).isEqualTo("gpu:1");
    assertThat(notices).isEmpty();
  }

  @Test
  void aDeviceThatIsGoneGivesWayWithAWord() {
    DeviceChoice choice = new DeviceChoice("gpu:3");
    choice.offer(TWO_GPUS, notices::add);
    assertThat(choice.chosenProperty().get()).isEqualTo("auto");
    assertThat(notices).containsExactly("GPU 3 is not here any more: GPU 0 is used.");
  }

  @Test
  void settingsThatNameNoDeviceGiveWayToo() {
    DeviceChoice choice = new DeviceChoice("abacus");
    choice.offer(TWO_GPUS, notices::add);
    assertThat(choice.chosenProperty().get()).isEqualTo("auto");
    assertThat(notices).hasSize(1);
  }
}
