package org.rhobust.workbench.compare;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotView;
import org.rhobust.service.ModelInfo;
import org.rhobust.training.TrainingMethod;

/** One method: how it stands, its Figure 1 and its Figure 3. */
final class ColumnPane {

  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final Label status = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button inspect = button("Inspect", "Selects this model in all views");
  private final Button pin = button("Pin", "Lays this model beside the selected one");
  private final PlotView direction;
  private final PlotView confidences;
  private final VBox node;

  /**
   * @param viewer makes the views of plots
   * @param onInspect told the model to select
   * @param onPin told the model to compare with
   */
  ColumnPane(
      TrainingMethod method,
      Function<Plot, PlotView> viewer,
      Consumer<ModelInfo> onInspect,
      Consumer<ModelInfo> onPin) {
    Column empty = Column.empty(method);
    direction = plot(viewer.apply(ComparePlots.direction(empty, List.of())));
    confidences = plot(viewer.apply(ComparePlots.confidences(empty, List.of())));
    Label title = new Label(shortTitle(method));
    title.getStyleClass().add("strong");
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinWidth(60);
    HBox.setHgrow(title, Priority.ALWAYS);
    inspect.setId("inspect-" + method.id());
    pin.setId("pin-" + method.id());
    inspect.setOnAction(event -> onInspect.accept((ModelInfo) inspect.getUserData()));
    pin.setOnAction(event -> onPin.accept((ModelInfo) inspect.getUserData()));
    HBox head = new HBox(4, title, inspect, pin);
    head.setAlignment(Pos.CENTER_LEFT);
    status.setId("status-" + method.id());
    status.getStyleClass().addAll("muted", "queue-words");
    status.setMinWidth(0);
    status.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(status, Priority.ALWAYS);
    progress.setPrefWidth(60);
    progress.setMinWidth(40);
    progress.setAccessibleText("Progress of " + method.title());
    status.setWrapText(true);
    HBox line = new HBox(8, status, progress);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(20);
    node = new VBox(4, head, line, direction, confidences);
    node.setMinWidth(200);
    node.setPrefWidth(300);
  }

  VBox node() {
    return node;
  }

  void show(Column column, List<Column> all) {
    status.setText(column.status().isEmpty() ? facts(column) : column.status());
    status.setTooltip(new Tooltip(status.getText()));
    status.pseudoClassStateChanged(FAILED, column.failed());
    progress.setVisible(!Double.isNaN(column.progress()));
    progress.setManaged(progress.isVisible());
    progress.setProgress(column.progress());
    ModelInfo model = column.subject() == null ? null : column.subject().model();
    inspect.setUserData(model);
    inspect.setDisable(model == null);
    pin.setDisable(model == null);
    direction.setPlot(ComparePlots.direction(column, all));
    confidences.setPlot(ComparePlots.confidences(column, all));
  }

  private static String shortTitle(TrainingMethod method) {
    return switch (method) {
      case NORMAL -> "Normal";
      case ADVERSARIAL -> "Adversarial";
      case CONFIDENCE_CALIBRATED -> "CCAT";
    };
  }

  private static String facts(Column column) {
    return column.subject() == null ? "" : column.subject().model().title();
  }

  private static PlotView plot(PlotView view) {
    view.setMinHeight(190);
    VBox.setVgrow(view, Priority.ALWAYS);
    return view;
  }

  private static Button button(String text, String help) {
    Button button = new Button(text);
    button.getStyleClass().addAll("flat", Styles.SMALL);
    button.setTooltip(new Tooltip(help));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
