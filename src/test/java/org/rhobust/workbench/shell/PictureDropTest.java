package org.rhobust.workbench.shell;

import static java.awt.image.BufferedImage.TYPE_BYTE_GRAY;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.data.PictureFixture;
import org.rhobust.run.RunSummary;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures given to a real window with a sample model behind it. */
class PictureDropTest {

  @TempDir Path folder;
  private WorkbenchWindow window;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    window =
        fx(
            () -> {
              SettingsStore store = SettingsStore.open(folder.resolve("settings.json"));
              WorkbenchWindow made =
                  new WorkbenchWindow(store, folder.resolve("runs"), new Stage());
              made.open();
              return made;
            });
    until(() -> window.context().selection().modelProperty().get() != null);
  }

  @AfterEach
  void close() throws Exception {
    fx(() -> window.close()).get(60, TimeUnit.SECONDS);
  }

  @Test
  void saysClassConfidenceAndVerdictAndFollowsTheThreshold() throws Exception {
    assertThat(card().isVisible()).isFalse();
    assertThat(window.stage().getScene().getOnDragDropped()).isNotNull();

    drop(List.of(mnist("seven.png", 0)));
    until(() -> card().isVisible());
    assertThat(words()).contains("Class 7", "seven.png", "Accepted at τ", "mnist-ccat");

    fx(
        () -> {
          window.context().selection().thresholdProperty().set(1);
          return null;
        });
    assertThat(words()).contains("Rejected at τ = 1");

    Path bad = Files.writeString(folder.resolve("bad.png"), "no picture");
    drop(List.of(bad));
    until(() -> !window.notices().latest().get().line().isEmpty());
    assertThat(window.notices().latest().get().line()).contains(bad.toString());
    assertThat(words()).contains("seven.png");

    Path colours =
        PictureFixture.write(
            folder.resolve("a photograph with a rather long name.jpg"),
            TYPE_INT_RGB,
            320,
            200,
            (x, y) -> (x % 256) << 16 | (y + 40) << 8 | 90);
    drop(List.of(mnist("two.png", 1), colours, mnist("hard.png", 8)));
    until(() -> words().contains("hard.png"));
    assertThat(words())
        .contains(
            "two.png",
            "Class 2",
            "Scaled to 28 × 28, letter-boxed on black, colour turned to grey.");

    fx(
        () -> {
          ((Button) card().lookup("#close-prediction")).fire();
          return null;
        });
    assertThat(card().isVisible()).isFalse();
  }

  @Test
  void whatCannotBeReadIsNotAmongTheRecentFiles() throws Exception {
    Path good = mnist("seven.png", 0);
    Path bad = Files.write(folder.resolve("bad.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    Path model = Files.createDirectories(folder.resolve("model"));
    Files.writeString(model.resolve("model.json"), "{}");

    drop(List.of(bad));
    until(() -> notice().contains(bad.toString()));
    drop(List.of(model));
    until(() -> notice().contains(model.toString()));
    assertThat(recent()).isEmpty();

    drop(List.of(bad, good));
    until(() -> card().isVisible());
    assertThat(recent()).containsExactly(good);
  }

  @Test
  void aRunIsShownInTheFolderThatItLiesIn() throws Exception {
    Path inside = run("runs/mine");
    Path outside = run("copied/other");

    drop(List.of(inside));
    until(() -> "runs".equals(window.viewProperty().get()));
    assertThat(window.context().selection().runProperty().get()).isEqualTo(inside);
    assertThat(notice()).isEmpty();

    drop(List.of(outside));
    until(() -> notice().contains("undo"));
    assertThat(notice()).contains(outside.getParent().toString(), inside.getParent().toString());
    assertThat(runs()).isEqualTo(outside.getParent());
    assertThat(window.context().selection().runProperty().get()).isEqualTo(outside);
    until(() -> outside.equals(tableRun()));

    assertThat(window.history().undoWordsProperty().get()).isEqualTo("folder of the runs");
    fx(
        () -> {
          window.history().undo();
          return null;
        });
    assertThat(runs()).isEqualTo(inside.getParent());
  }

  @Test
  void aRunThatTheFilterHidesIsShownAllTheSame() throws Exception {
    Path run = run("runs/mine");
    fx(
        () -> {
          window.show("runs");
          ((TextField) window.stage().getScene().lookup("#run-words")).setText("no such run");
          return null;
        });

    drop(List.of(run));
    until(() -> run.equals(tableRun()));
  }

  private Path run(String name) throws Exception {
    Path run = Files.createDirectories(folder.resolve(name));
    Files.writeString(run.resolve("metrics.csv"), "");
    return run;
  }

  private Path runs() {
    return window.training().runsProperty().get();
  }

  private Path tableRun() {
    TableView<?> table = (TableView<?>) window.stage().getScene().lookup("#runs");
    return table.getSelectionModel().getSelectedItem() instanceof RunSummary run
        ? run.folder()
        : null;
  }

  private String notice() {
    return window.notices().latest().get().line();
  }

  private List<Path> recent() {
    return fx(() -> window.opening().recent().files().stream().map(RecentFile::path).toList());
  }

  @Test
  void everyImageOfEveryViewHasWords() throws Exception {
    drop(List.of(mnist("seven.png", 0)));
    until(() -> card().isVisible());
    Map<String, String> made =
        Map.of(
            "direction", ".direction-images", "histogram", ".image-tile", "data", "#data-classes");
    for (String view : window.views()) {
      fx(
          () -> {
            window.show(view);
            return null;
          });
      until(() -> !made.containsKey(view) || !images(made.get(view) + " ImageView").isEmpty());
      assertThat(images("ImageView"))
          .as(view)
          .hasSizeGreaterThan(1)
          .allSatisfy(
              image -> {
                assertThat(image.getAccessibleRole()).isEqualTo(AccessibleRole.IMAGE_VIEW);
                assertThat(image.getAccessibleText()).isNotBlank();
              });
    }
  }

  private Set<Node> images(String selector) {
    return fx(() -> window.stage().getScene().getRoot().lookupAll(selector));
  }

  /** As the drop's handler does: the toolkit makes no drag events of its own. */
  private void drop(List<Path> files) {
    fx(
        () -> {
          window.opening().dropped(files);
          return null;
        });
  }

  private Path mnist(String name, int index) {
    ImageSet images = DataSets.get("mnist").test();
    float[] values = images.image(index);
    return PictureFixture.write(
        folder.resolve(name),
        TYPE_BYTE_GRAY,
        28,
        28,
        (x, y) -> Math.round(255 * values[28 * y + x]));
  }

  private Node card() {
    return window.stage().getScene().lookup("#prediction");
  }

  private String words() {
    return fx(
        () ->
            card().lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n")));
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(condition));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static <T> T fx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
  }
}
