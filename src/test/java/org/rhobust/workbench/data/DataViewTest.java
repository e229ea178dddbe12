package org.rhobust.workbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.data.DataSets;
import org.rhobust.data.ServedSet;
import org.rhobust.workbench.ViewFixture;

/** MNIST, which is here, and a set whose home is this process. */
class DataViewTest {

  @TempDir Path folder;
  private final ServedSet home = new ServedSet();
  private final List<String> shown = new ArrayList<>();
  private final List<String> trained = new ArrayList<>();
  private ViewFixture window;

  @BeforeEach
  void open() throws Exception {
    window =
        new ViewFixture(
            context ->
                new DataView(
                    new DataModel(
                        List.of(DataSets.get("mnist"), home.in("ants", folder)),
                        List.of(),
                        DataSets::get,
                        names -> {},
                        ForkJoinPool.commonPool(),
                        new Downloads(
                            task -> new Thread(task).start(), Platform::runLater, () -> 0),
                        Platform::runLater),
                    new DataUses(shown::add, trained::add),
                    context.memory()));
    window.await(() -> window.find("data-here").isVisible());
  }

  @AfterEach
  void close() {
    window.close();
    home.close();
  }

  @Test
  void aSetThatIsHereCanBeShownAndTrainedOn() {
    window.act(() -> window.<Button>find("show-test-images").fire());
    window.act(() -> window.<Button>find("train-on-data").fire());

    assertThat(shown).containsExactly("mnist");
    assertThat(trained).containsExactly("mnist");
  }

  private void select(int index) {
    ListView<?> sets = window.find("data-sets");
    window.act(() -> sets.getSelectionModel().select(index));
  }

  private List<Image> tiles() {
    GridPane grid = window.find("augmented");
    return ViewFixture.fx(
        () ->
            grid.getChildren().stream()
                .filter(ImageView.class::isInstance)
                .map(tile -> ((ImageView) tile).getImage())
                .toList());
  }

  private List<Image> otherTiles(List<Image> than) throws Exception {
    window.await(() -> tiles().get(0) != than.get(0));
    return tiles();
  }

  private static boolean same(Image one, Image other) {
    PixelReader a = one.getPixelReader();
    PixelReader b = other.getPixelReader();
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        if (a.getArgb(x, y) != b.getArgb(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void showsTheClassesOfWhatIsHere() throws Exception {
    ListView<?> classes = window.find("data-classes");
    assertThat(window.text("data-title")).startsWith("MNIST");
    assertThat(window.text("data-facts"))
        .isEqualTo("60,000 training and 10,000 test images, 28×28 grey, in 10 classes");
    assertThat(window.text("data-licence")).contains("Creative Commons");
    assertThat(classes.getItems()).hasSize(10);
    window.await(() -> classes.lookupAll(".image-view").size() >= 24);
    assertThat(window.robot.lookup("5,923").tryQuery()).as("zeros").isPresent();
    assertThat(window.find("away").isVisible()).isFalse();
  }

  @Test
  void previewsWhatIsChosenAndDrawsAgain() throws Exception {
    assertThat(tiles()).as("while nobody sees them").isEmpty();
    window.robot.clickOn("#show-augmentation");
    window.await(() -> !tiles().isEmpty());
    List<Image> before = tiles();
    assertThat(before).hasSize(10 * (1 + PreviewGrid.VERSIONS));

    Button again = window.find("draw-again");
    window.act(again::fire);
    List<Image> after = otherTiles(before);
    assertThat(same(before.get(0), after.get(0))).as("the original").isTrue();
    assertThat(after.subList(1, 9))
        .as("another draw")
        .isNotEmpty()
        .anySatisfy(tile -> assertThat(same(tile, before.get(1))).isFalse());

    for (String name : List.of("augment-crop", "augment-flip")) {
      CheckBox box = window.find(name);
      window.act(box::fire);
      after = otherTiles(after);
    }
    assertThat(window.text("preview-hint")).startsWith("Nothing is changed");
    assertThat(after.subList(0, 9)).allMatch(tile -> same(tile, before.get(0)));
  }

  @Test
  void tellsWhatADownloadCostsAndThenShowsTheSet() throws Exception {
    select(1);
    window.await(() -> window.find("away").isVisible());
    assertThat(window.find("data-here").isVisible()).isFalse();
    assertThat(window.text("data-licence")).isEqualTo("Licence: free");
    Button download = window.find("download");
    assertThat(download.getText()).isEqualTo("Download (1 MB)");
    assertThat(window.robot.lookup("#away .label").queryAll().toString())
        .contains("http://127.0.0.1", folder.toString());

    window.robot.clickOn("#download");
    window.await(() -> window.find("data-here").isVisible());

    ListView<?> classes = window.find("data-classes");
    assertThat(classes.getItems()).hasSize(3);
    assertThat(window.find("away").isVisible()).isFalse();
  }

  @Test
  void aFailedDownloadSaysWhyWhereTheButtonIs() throws Exception {
    home.close();
    select(1);
    window.await(() -> window.find("away").isVisible());
    window.robot.clickOn("#download");
    window.await(() -> !window.text("download-problem").isEmpty());

    assertThat(window.text("download-problem")).contains("cannot download", "try again");
    assertThat(window.find("download").isDisabled()).isFalse();
    select(0);
    assertThat(window.text("download-problem")).as("of another set").isEmpty();
  }
}
