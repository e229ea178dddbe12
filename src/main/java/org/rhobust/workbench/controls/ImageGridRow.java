package org.rhobust.workbench.controls;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A row of an {@link ImageGrid}.
 *
 * @param <T> what the images are made from
 */
final class ImageGridRow<T> extends ListCell<Integer> {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double PICTURE = 48;

  private final ImageGrid<T> grid;

  ImageGridRow(ImageGrid<T> grid) {
    this.grid = grid;
  }

  @Override
  protected void updateItem(Integer row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    HBox tiles = new HBox();
    int columns = grid.columns();
    for (int place = row * columns; place < (row + 1) * columns; place++) {
      ImageGrid.Tile tile = grid.tile(place);
      if (tile != null) {
        tiles.getChildren().add(node(tile, place));
      }
    }
    setGraphic(tiles);
  }

  private Region node(ImageGrid.Tile tile, int place) {
    Region edge = new Region();
    edge.setMinHeight(3);
    edge.setMaxWidth(PICTURE);
    edge.setStyle("-fx-background-color: " + tile.color());
    ImageView picture = Thumbnail.view(tile.picture(), PICTURE);
    VBox node = new VBox(edge, picture, new Label(tile.caption()));
    node.setAlignment(Pos.TOP_CENTER);
    node.setMinWidth(grid.tileWidth());
    node.setMaxWidth(grid.tileWidth());
    node.getStyleClass().add("image-tile");
    node.pseudoClassStateChanged(CURRENT, grid.isCurrent(place));
    node.pseudoClassStateChanged(SELECTED, grid.isSelected(tile));
    picture.setAccessibleText(tile.words());
    Tooltip.install(node, new Tooltip(tile.words()));
    node.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            grid.press(place, event.getClickCount() == 2);
          }
        });
    return node;
  }
}
