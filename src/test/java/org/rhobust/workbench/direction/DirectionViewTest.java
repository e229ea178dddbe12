package org.rhobust.workbench.direction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.plot.LinePlot;
import org.rhobust.service.RunState;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.ViewFixture;

class DirectionViewTest {

  @TempDir Path folder;
  private ViewFixture window;

  @BeforeEach
  void open() throws Exception {
    window = new ViewFixture(DirectionView::new);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private LinePlot plot() {
    return (LinePlot) window.plot("Confidence along").getPlot();
  }

  @Test
  void drawsTheDirectionOfARealModelAndFollowsImageAndEpsilon() throws Exception {
    window.selectModel(folder.resolve("model"));
    window.await(() -> !plot().isEmpty());
    assertThat(plot().series().get(0).name()).isEqualTo("true class ant");
    assertThat(plot().intervals().get(0).to()).isEqualTo(0.3);
    assertThat(window.text("caption")).contains("beyond ε");

    window.act(() -> window.selection.imageProperty().set(1));
    window.await(() -> plot().series().get(0).name().equals("true class bee"));

    TextField epsilon = window.robot.lookup(".text-field").nth(0).queryAs(TextField.class);
    window.act(() -> epsilon.setText("0"));
    window.await(() -> window.text("caption").startsWith("The attack did not move: ε is 0"));
    assertThat(plot().isEmpty()).isTrue();
  }

  @Test
  void anErrorStandsInThePlotsPlace() throws Exception {
    window.act(
        () -> {
          window.selection.imagesProperty().set(Samples.images(9));
          window.selection.modelProperty().set(Samples.model("gone", false));
        });
    window.await(() -> plot().accessibleText().contains("'gone' is not open"));
  }

  @Test
  void whileTheNetworkTrainsTheProbesAttackIsNamedAndTheFieldsRest() {
    assertThat(plot().accessibleText()).contains("Open a model");
    window.act(
        () -> {
          window.selection.imagesProperty().set(Samples.images(9));
          window.selection.modelProperty().set(Samples.model("live", true));
          window.snapshot.set(Samples.training(RunState.RUNNING, 5, 0));
        });

    assertThat(window.text("liveNote")).contains("Live", "20 steps");
    assertThat(plot().series()).hasSize(2);
    assertThat(window.robot.lookup(".text-field").nth(0).queryAs(TextField.class).isDisabled())
        .isTrue();
  }
}
