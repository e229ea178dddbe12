package org.rhobust.workbench.data;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Latest;

/**
 * A class: its name, how many images it has, a bar of that length, and as many examples as the
 * width shows whole.
 */
final class ClassCell extends ListCell<Examples.OfClass> {

  private static final double SIDE = 40;
  private static final double WORDS_WIDTH = 128;

  private final ClassTiles pictures;
  private final Latest<List<Image>> painting;
  private final Label name = new Label();
  private final Label count = new Label();
  private final Region bar = new Region();
  private final FlowPane tiles = new FlowPane(4, 8);
  private final HBox row;

  /**
   * @param pictures of the examples
   * @param ui runs on the JavaFX thread
   */
  ClassCell(ClassTiles pictures, Executor ui) {
    this.pictures = pictures;
    painting = new Latest<>(ui);
    count.setMinWidth(Region.USE_PREF_SIZE);
    count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    bar.getStyleClass().add("count-bar");
    bar.setMinHeight(4);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    VBox words = new VBox(3, new HBox(6, name, gap, count), bar);
    words.setMinWidth(WORDS_WIDTH);
    words.setMaxWidth(WORDS_WIDTH);
    words.setAlignment(Pos.CENTER_LEFT);
    tiles.setMinHeight(SIDE);
    tiles.setPrefHeight(SIDE);
    tiles.setMaxHeight(SIDE);
    HBox.setHgrow(tiles, Priority.ALWAYS);
    hideSecondLine();
    row = new HBox(14, words, tiles);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPrefWidth(0);
  }

  @Override
  protected void updateItem(Examples.OfClass item, boolean empty) {
    super.updateItem(item, empty);
    setGraphic(empty || item == null ? null : row);
    if (!empty && item != null) {
      name.setText(item.name());
      count.setText(Format.count(item.count()));
      bar.setMaxWidth(WORDS_WIDTH * item.share());
      paint(item);
    }
  }

  private void paint(Examples.OfClass item) {
    CompletableFuture<List<Image>> painted = pictures.of(item);
    painting.forget();
    tiles.getChildren().clear();
    if (painted.isDone() && !painted.isCompletedExceptionally()) {
      show(item, painted.join());
    } else {
      painting.ask(() -> painted, found -> show(item, found), problem -> {});
    }
  }

  private void show(Examples.OfClass item, List<Image> painted) {
    for (int i = 0; i < painted.size(); i++) {
      String text = "Image %d, %s".formatted(item.indices().get(i), item.name());
      tiles.getChildren().add(Tiles.of(painted.get(i), SIDE, text));
    }
  }

  private void hideSecondLine() {
    Rectangle line = new Rectangle();
    line.widthProperty().bind(tiles.widthProperty());
    line.setHeight(SIDE);
    tiles.setClip(line);
  }
}
