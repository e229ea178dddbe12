package org.rhobust.workbench.runs;

import java.util.concurrent.ForkJoinPool;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.rhobust.run.RobustTest;
import org.rhobust.run.RunSummary;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.Lines;
import org.rhobust.workbench.controls.ModelTests;

/** The measuring of a finished run's robust error: how far it is, and what came of it. */
final class MeasurePane {

  private final MeasureModel model;
  private final Parent root;

  @FXML private HBox work;
  @FXML private ProgressBar progress;
  @FXML private Label status;
  @FXML private Label measured;

  /**
   * @param onKept called when a figure was written
   */
  MeasurePane(WorkbenchContext context, Runnable onKept) {
    ModelTests tests =
        new ModelTests(
            context.models(),
            context.inspection(),
            RobustTest.REFERENCE_IMAGES,
            ForkJoinPool.commonPool());
    model =
        new MeasureModel(
            path -> tests.open(path, null),
            tests::measure,
            ForkJoinPool.commonPool(),
            context.ui(),
            onKept);
    root = ViewLoader.load("run-measure", this);
  }

  Parent node() {
    return root;
  }

  /** Whether there is something to be seen. */
  ObservableBooleanValue shown() {
    return work.visibleProperty().or(measured.visibleProperty());
  }

  /** Why nothing could be measured; empty where it could. */
  ReadOnlyStringProperty problemProperty() {
    return model.work().problemProperty();
  }

  /** Attacks the run's final model; an attack under way is given up. */
  void measure(RunSummary run) {
    model.measure(run);
  }

  @FXML
  void cancel() {
    model.work().cancel();
  }

  @FXML
  private void initialize() {
    work.visibleProperty().bind(model.work().runningProperty());
    work.managedProperty().bind(work.visibleProperty());
    progress.progressProperty().bind(model.work().progressProperty());
    status.textProperty().bind(model.work().statusProperty());
    Lines.show(measured, model.wordsProperty());
  }
}
