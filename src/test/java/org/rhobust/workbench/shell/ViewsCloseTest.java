package org.rhobust.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Every view can be closed and shown again, any number of times, and leaves nothing behind. */
class ViewsCloseTest {

  /** 50 for a thorough look: {@code -Dviews.times=50}. */
  private static final int TIMES = Integer.getInteger("views.times", 10);

  /** A view that leaks only its smallest part leaks more than this over half the openings. */
  private static final long MOST_OBJECTS = 250;

  @TempDir static Path folder;
  private static WorkbenchWindow window;

  @BeforeAll
  static void open() throws Exception {
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
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> fx(() -> window.context().selection().modelProperty().get() != null));
    fx(
        () -> {
          window.closeView();
          return null;
        });
  }

  @AfterAll
  static void close() throws Exception {
    fx(() -> window.close()).get(60, TimeUnit.SECONDS);
  }

  static Stream<String> views() {
    return Views.ALL.stream().map(Views.Entry::name);
  }

  @ParameterizedTest
  @MethodSource("views")
  void leavesNothing(String name) throws Exception {
    int commands = fx(() -> window.context().commands().size());
    List<WeakReference<Parent>> roots = new ArrayList<>();
    for (int i = 0; i < TIMES / 2; i++) {
      roots.add(openAndClose(name));
    }
    collect(roots);
    long before = objects();

    for (int i = TIMES / 2; i < TIMES; i++) {
      roots.add(openAndClose(name));
    }

    collect(roots);
    assertThat(roots).as("closed views that are still reachable").allMatch(r -> r.get() == null);
    assertThat(fx(() -> window.context().commands().size())).isEqualTo(commands);
    assertThat(objects() - before).isLessThan(MOST_OBJECTS);
  }

  private static WeakReference<Parent> openAndClose(String name) {
    WeakReference<Parent> root =
        fx(
            () -> {
              window.show(name);
              StackPane centre = (StackPane) window.stage().getScene().lookup("#centre");
              Node shown = centre.getChildren().get(0);
              return new WeakReference<>((Parent) shown);
            });
    WaitForAsyncUtils.waitForFxEvents();
    fx(
        () -> {
          window.closeView();
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents();
    return root;
  }

  /** What a view asked may still be answered, and a pulse or two hold on to what was shown. */
  private static void collect(List<WeakReference<Parent>> roots) {
    for (int i = 0; i < 300 && roots.stream().anyMatch(root -> root.get() != null); i++) {
      System.gc();
      WaitForAsyncUtils.sleep(100, TimeUnit.MILLISECONDS);
      WaitForAsyncUtils.waitForFxEvents();
    }
  }

  /**
   * Live objects of the window and of JavaFX. Bytes would say nothing: the software renderer keeps
   * pools of pixels.
   */
  private static long objects() throws Exception {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    return histogram
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(row -> row.length >= 4 && row[3].matches("(javafx|org\\.rhobust)\\..*"))
        .mapToLong(row -> Long.parseLong(row[1]))
        .sum();
  }

  private static <T> T fx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
  }
}
