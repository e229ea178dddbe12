package org.rhobust.workbench.prediction;

import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.rhobust.data.ImageSet;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.ViewLoader;

/** A card over the window with the predicted pictures; gone while there are none. */
public final class PredictionView {

  private static final double LARGE = 140;
  private static final double SMALL = 56;
  private static final double MOST_HEIGHT = 420;

  private final PredictionModel model;
  private final Selection selection;
  private final Consumer<String> show;
  private final Parent root;
  private List<PredictionRow> shown = List.of();

  @FXML private Label title;
  @FXML private ProgressIndicator busy;
  @FXML private Button close;
  @FXML private ScrollPane scroll;
  @FXML private VBox rows;

  /**
   * Makes the card; it follows the model.
   *
   * @param closeIcon the drawing of the button that closes it
   * @param show brings the view of a name to the front
   */
  public PredictionView(
      PredictionModel model, Selection selection, Node closeIcon, Consumer<String> show) {
    this.model = model;
    this.show = show;
    this.selection = selection;
    root = ViewLoader.load("prediction", this);
    close.setGraphic(closeIcon);
    busy.visibleProperty().bind(model.busyProperty());
    root.managedProperty().bind(root.visibleProperty());
    rows.heightProperty().addListener(o -> Platform.runLater(this::fitRows));
    model.picturesProperty().subscribe(this::show);
    selection.thresholdProperty().addListener(o -> tell());
  }

  /** The card, to be put over the window's content. */
  public Parent root() {
    return root;
  }

  @FXML
  private void close() {
    model.close();
  }

  /**
   * As high as the wrapped rows are, which their preferred height does not know; after the layout,
   * which would not see a change.
   */
  private void fitRows() {
    scroll.setPrefViewportHeight(Math.min(rows.getHeight(), MOST_HEIGHT));
  }

  private void show(List<PredictedPicture> pictures) {
    double side = pictures.size() == 1 ? LARGE : SMALL;
    ImageSet images = selection.imagesProperty().get();
    shown =
        pictures.stream()
            .map(one -> new PredictionRow(one, images, side, label -> walkThrough(one, label)))
            .toList();
    tell();
    rows.getChildren().setAll(shown.stream().map(PredictionRow::node).toList());
    root.setVisible(!pictures.isEmpty());
    if (!pictures.isEmpty()) {
      title.setText("Predicted by " + pictures.get(0).model().title());
    }
  }

  private void walkThrough(PredictedPicture predicted, int label) {
    model.walkThrough(predicted, label);
    model.close();
    show.accept("steps");
  }

  private void tell() {
    shown.forEach(row -> row.tell(selection.thresholdProperty().get()));
  }
}
