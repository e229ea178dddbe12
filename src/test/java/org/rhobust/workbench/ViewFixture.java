package org.rhobust.workbench;

import ai.djl.Device;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.plot.PlotTheme;
import org.rhobust.plot.PlotView;
import org.rhobust.service.Inspection;
import org.rhobust.service.ModelShelf;
import org.rhobust.service.TrainingService;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.tensor.ComputeThread;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A view in a window, with a real model of fresh weights behind it. */
public final class ViewFixture implements AutoCloseable {

  private static final int SIDE = 12;

  public final FxRobot robot = new FxRobot();
  public final Selection selection = new Selection();
  public final ObjectProperty<TrainingSnapshot> snapshot =
      new SimpleObjectProperty<>(TrainingSnapshot.IDLE);

  /** How large the window's text is; 1 is the usual. */
  public final DoubleProperty textScale = new SimpleDoubleProperty(1);

  /** The names of the views that were to be shown. */
  public final List<String> shown = new CopyOnWriteArrayList<>();

  /** The lines that were told. */
  public final List<String> notices = new CopyOnWriteArrayList<>();

  /** What failed. */
  public final List<Throwable> problems = new CopyOnWriteArrayList<>();

  private final ModelShelf shelf = new ModelShelf(ComputeThread.get());
  private final Parent root;
  private final Stage stage;

  public ViewFixture(Function<WorkbenchContext, View> view) throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    ComputeThread compute = ComputeThread.get();
    WorkbenchContext context =
        new WorkbenchContext(
            new TrainingService(compute, shelf),
            shelf,
            new Inspection(compute, shelf),
            selection,
            snapshot,
            new SimpleObjectProperty<>(PlotTheme.LIGHT),
            textScale,
            new SimpleStringProperty("cpu"),
            Memory.NONE,
            FXCollections.observableArrayList(),
            shown::add,
            notices::add,
            problems::add,
            Platform::runLater);
    root = fx(() -> view.apply(context).root());
    stage =
        fx(
            () -> {
              Stage window = new Stage();
              window.setScene(new Scene(root, 800, 600));
              window.getScene().getStylesheets().add(new PrimerLight().getUserAgentStylesheet());
              window.show();
              return window;
            });
  }

  /** Selects a fresh small network, saved and opened as any model, and images of noise. */
  public void selectModel(Path folder) throws Exception {
    ImageShape shape = new ImageShape(1, SIDE, SIDE);
    ComputeThread.get()
        .call(
            () -> {
              try (Network network = Networks.create("small", 3, shape, Device.cpu(), 1)) {
                return ModelDirectory.write(
                    folder,
                    ModelDescription.builder("fresh", "small", 3, shape).build(),
                    network.snapshot());
              }
            });
    var info = shelf.open(folder.toString()).get(60, TimeUnit.SECONDS);
    act(
        () -> {
          selection.imagesProperty().set(images());
          selection.modelProperty().set(info);
        });
  }

  private static ImageSet images() {
    int count = 30;
    byte[] pixels = new byte[count * SIDE * SIDE];
    new java.util.Random(1).nextBytes(pixels);
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 3;
    }
    return ImageSet.of("noise", List.of("ant", "bee", "cow"), 1, SIDE, SIDE, pixels, labels);
  }

  /** The control of this id. */
  @SuppressWarnings("unchecked")
  public <T extends Node> T find(String id) {
    return fx(() -> (T) root.lookup("#" + id));
  }

  /** What the label of this id says. */
  public String text(String id) {
    return fx(() -> ((Label) root.lookup("#" + id)).getText());
  }

  /** The plot whose title begins so. */
  public PlotView plot(String title) {
    return fx(
        () ->
            root.lookupAll(".plot-view").stream()
                .map(PlotView.class::cast)
                .filter(view -> view.getPlot().title().startsWith(title))
                .findFirst()
                .orElseThrow());
  }

  /** Waits until something holds. */
  public void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(condition));
    WaitForAsyncUtils.waitForFxEvents();
  }

  public void act(Runnable action) {
    fx(
        () -> {
          action.run();
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  public static <T> T fx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
  }

  @Override
  public void close() {
    act(stage::close);
  }
}
