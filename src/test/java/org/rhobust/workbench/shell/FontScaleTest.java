package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.rhobust.workbench.controls.ImageGrid;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class FontScaleTest {

  @Test
  void measuresGrowWithTheTextAndColoursDoNot() {
    assertThat(
            FontScale.scale(
                "-fx-font-size: 12px; -fx-min-width: 40; -fx-fixed-cell-size: 38; -fx-opacity: 1;",
                1.5))
        .isEqualTo(
            "-fx-font-size: 18.00px; -fx-min-width: 60.00px; -fx-fixed-cell-size: 57.00px;"
                + " -fx-opacity: 1;");
  }

  @Test
  void imageTilesGrowWithTheirWords() throws Exception {
    FxToolkit.registerPrimaryStage();
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          ImageGrid<String> grid = new ImageGrid<>(index -> {}, () -> {});
          Scene scene = new Scene(new StackPane(grid.root()), 600, 300);
          FontScale.apply(scene, FontScale.USUAL);
          scene.getRoot().applyCss();
          double usual = grid.root().minHeight(-1);
          FontScale.apply(scene, FontScale.LARGEST);
          scene.getRoot().applyCss();
          assertThat(grid.root().minHeight(-1)).isEqualTo(2 * (usual - 2) + 2);
          return null;
        });
  }

  @Test
  void aDialogHasTheTextOfItsWindow() throws Exception {
    FxToolkit.registerPrimaryStage();
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          Stage window = new Stage();
          window.setScene(new Scene(new StackPane()));
          FontScale.apply(window.getScene(), FontScale.LARGEST);
          var dialog = new TorchScriptDialog(window, Path.of("net.pt"), null);
          assertThat(dialog.getDialogPane().getScene().getStylesheets())
              .isEqualTo(window.getScene().getStylesheets());
          assertThat(dialog.getDialogPane().getStylesheets()).isEmpty();
          return null;
        });
  }
}
