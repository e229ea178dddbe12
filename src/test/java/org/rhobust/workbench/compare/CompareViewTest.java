package org.rhobust.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.service.QueueTrainer;
import org.rhobust.service.RunQueue;
import org.rhobust.service.TrainingSpeeds;
import org.rhobust.workbench.ViewFixture;

class CompareViewTest {

  @TempDir private Path folder;

  private final List<String> inspected = new ArrayList<>();
  private CompareView view;
  private ViewFixture window;

  @BeforeEach
  void open() throws Exception {
    window =
        new ViewFixture(
            context -> {
              RunQueue queue =
                  new RunQueue(
                      QueueTrainer.of(context.training()),
                      folder.resolve("queue.json"),
                      new TrainingSpeeds(),
                      Runnable::run,
                      Runnable::run);
              queue.pause();
              view =
                  new CompareView(
                      context,
                      queue,
                      new SimpleObjectProperty<>(folder.resolve("runs")),
                      model -> inspected.add(model.title()));
              return view;
            });
  }

  @AfterEach
  void close() {
    window.act(view::close);
    window.close();
  }

  @Test
  void theShippedModelsStandSideBySide() throws Exception {
    assertThat(window.find("compare-empty").isVisible()).isTrue();
    assertThat(window.find("save-figure-1").isDisabled()).as("nothing to save yet").isTrue();
    assertThat(window.find("save-figure-3").isDisabled()).isTrue();
    window.robot.clickOn("#show-shipped-first");
    window.await(() -> window.plot("Figure 1").getAccessibleText().contains("adversarial"));
    assertThat(window.find("compare-empty").isVisible()).isFalse();

    window.await(() -> !window.find("inspect-ccat").isDisabled());
    window.act(() -> window.<Button>find("inspect-ccat").fire());
    window.act(() -> window.<Button>find("pin-normal").fire());
    assertThat(inspected).containsExactly("mnist-ccat");
    assertThat(window.selection.comparedProperty().get().title()).isEqualTo("mnist-normal");
    assertThat(window.<Button>find("pin-selected").getText()).isEqualTo("Unpin mnist-normal");

    window.await(() -> !window.find("save-figure-1").isDisabled());
    window.act(() -> window.<MenuButton>find("save-figure-1").getItems().get(0).fire());
    assertThat(window.notices)
        .last()
        .asString()
        .isEqualTo("Copied the picture of “Figure 1: along the attack”");

    window.act(() -> window.<Button>find("cancel-compare").fire());
    assertThat(window.text("status-adversarial")).isEqualTo("Cancelled");
  }

  @Test
  void aPausedQueueIsOfferedToGoOn() throws Exception {
    window.robot.clickOn("#reproduce-first");
    window.await(() -> window.text("status-ccat").contains("queue is paused"));
    assertThat(window.find("queue-go-on").isVisible()).isTrue();
    window.act(() -> window.<Button>find("cancel-compare").fire());
    assertThat(window.find("queue-go-on").isVisible()).isFalse();
  }
}
