package org.rhobust.workbench.data;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import org.rhobust.data.ImageSet;

/** Images of a set, each beside augmented versions of it. */
final class PreviewGrid {

  static final int VERSIONS = 8;
  private static final int ROWS = 10;
  private static final double GAP = 4;
  private static final double BESIDE_ORIGINAL = 18;
  private static final double SMALLEST = 28;
  private static final double LARGEST = 84;

  private final ScrollPane scroll;
  private final GridPane grid = new GridPane();
  private final ObservableValue<Examples> examples;
  private final ObservableValue<PreviewModel.Draw> draw;
  private double side = SMALLEST;

  /**
   * @param scroll is filled with tiles that use its width
   * @param examples null while there are none
   */
  PreviewGrid(
      ScrollPane scroll,
      ObservableValue<Examples> examples,
      ObservableValue<PreviewModel.Draw> draw) {
    this.scroll = scroll;
    this.examples = examples;
    this.draw = draw;
    grid.setHgap(GAP);
    grid.setVgap(GAP);
    examples.addListener(o -> show());
    draw.addListener(o -> show());
    grid.setId("augmented");
    scroll.setContent(grid);
    scroll.viewportBoundsProperty().subscribe(this::resize);
    show();
  }

  private void resize() {
    double room = scroll.getViewportBounds().getWidth() - BESIDE_ORIGINAL - VERSIONS * GAP;
    double fitting = Math.floor(room / (VERSIONS + 1));
    side = Math.max(SMALLEST, Math.min(LARGEST, fitting));
    grid.getChildren().stream()
        .filter(ImageView.class::isInstance)
        .map(ImageView.class::cast)
        .forEach(
            tile -> {
              tile.setFitWidth(side);
              tile.setFitHeight(side);
            });
  }

  private void show() {
    grid.getChildren().clear();
    Examples shown = examples.getValue();
    if (shown == null) {
      return;
    }
    grid.add(head("Original"), 0, 0);
    grid.add(head("Augmented"), 1, 0, VERSIONS, 1);
    List<Integer> indices = shown.oneOfEach(ROWS);
    for (int row = 0; row < indices.size(); row++) {
      addRow(shown.images(), indices.get(row), row + 1);
    }
  }

  private void addRow(ImageSet images, int index, int row) {
    String name = images.classNames().get(images.label(index));
    ImageView original = Tiles.of(images, images.image(index), side);
    original.setAccessibleText("Image %d, %s".formatted(index, name));
    GridPane.setMargin(original, new Insets(0, BESIDE_ORIGINAL - GAP, 0, 0));
    grid.add(original, 0, row);
    int column = 1;
    for (float[] version : draw.getValue().versions(images, index, VERSIONS)) {
      ImageView tile = Tiles.of(images, version, side);
      tile.setAccessibleText("Image %d, %s, augmented".formatted(index, name));
      grid.add(tile, column++, row);
    }
  }

  private static Label head(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }
}
