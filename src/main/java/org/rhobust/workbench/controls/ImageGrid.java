package org.rhobust.workbench.controls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;

/**
 * Any number of images in rows, of which only those in sight are made. A click or the arrow keys
 * select an image, a double click or Enter opens it.
 *
 * @param <T> what the images are made from
 */
public final class ImageGrid<T> {

  /** At the usual size of the text; the style sheet scales it. */
  private static final double ROW_HEIGHT = 82;

  private static final double ROW_GAP = 4;
  private static final double SCROLL_BAR = 18;
  private static final int KEPT = 400;

  private final ListView<Integer> rows = new ListView<>();
  private final IntConsumer select;
  private final Runnable open;
  private List<T> items = List.of();
  private Function<T, Tile> picture = item -> null;
  private int current;
  private int selected = -1;

  /** The latest tiles, since scrolling back should cost nothing. */
  private final Map<T, Tile> made =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<T, Tile> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * An image.
   *
   * @param index in its set
   * @param picture of it
   * @param caption under it
   * @param words about it, for its tooltip and for screen readers
   * @param color of its upper edge, as {@code #rrggbb}
   */
  public record Tile(int index, Image picture, String caption, String words, String color) {}

  /**
   * @param select told the index of the image that is pressed or moved to
   * @param open told when an image is to be looked at elsewhere; it is selected then
   */
  public ImageGrid(IntConsumer select, Runnable open) {
    this.select = select;
    this.open = open;
    rows.getStyleClass().addAll("image-grid", "plain-list");
    rows.setFixedCellSize(ROW_HEIGHT);
    rows.minHeightProperty().bind(rows.fixedCellSizeProperty().add(2));
    rows.setCellFactory(list -> new ImageGridRow<>(this));
    rows.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    rows.widthProperty().subscribe(width -> layOut());
    rows.fixedCellSizeProperty().subscribe((before, size) -> layOut());
  }

  /** What is shown in a window. */
  public Node root() {
    return rows;
  }

  /**
   * Shows images from the first on; the same ones again leave all as it is.
   *
   * @param tile makes one that comes in sight
   */
  public void show(List<T> images, Function<T, Tile> tile) {
    picture = tile;
    if (!images.equals(items)) {
      items = List.copyOf(images);
      current = 0;
      layOut();
      rows.scrollTo(0);
    }
  }

  /** Forgets what images look like, for example because they are of another set now. */
  public void forget() {
    made.clear();
    items = List.of();
  }

  /** Marks the image of this index in its set. */
  public void mark(int index) {
    selected = index;
    rows.refresh();
  }

  /** How many images there are. */
  public int size() {
    return items.size();
  }

  int columns() {
    return (int) Math.max(1, (rows.getWidth() - SCROLL_BAR) / tileWidth());
  }

  /** A tile is nearly as wide as its row is high. */
  double tileWidth() {
    return rows.getFixedCellSize() - ROW_GAP;
  }

  /** The tile at a place; null beyond the last. */
  Tile tile(int place) {
    return place < items.size() ? made.computeIfAbsent(items.get(place), picture) : null;
  }

  boolean isCurrent(int place) {
    return place == current;
  }

  boolean isSelected(Tile tile) {
    return tile.index() == selected;
  }

  /** Selects the image at a place, and opens it where it was pressed twice. */
  void press(int place, boolean twice) {
    rows.requestFocus();
    choose(place);
    if (twice) {
      open.run();
    }
  }

  private void layOut() {
    int count = (items.size() + columns() - 1) / columns();
    rows.getItems().setAll(IntStream.range(0, count).boxed().toList());
    describe();
  }

  private void goTo(int place) {
    if (!items.isEmpty()) {
      choose(Math.max(0, Math.min(items.size() - 1, place)));
      if (rows.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
        flow.scrollTo(current / columns());
      }
    }
  }

  private void choose(int place) {
    current = place;
    select.accept(tile(current).index());
    rows.refresh();
    describe();
  }

  private void describe() {
    rows.setAccessibleText(
        items.isEmpty()
            ? "No images"
            : "%s. Image %d of %d".formatted(tile(current).words(), current + 1, items.size()));
  }

  private void onKey(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> goTo(current - 1);
      case RIGHT -> goTo(current + 1);
      case UP -> goTo(current - columns());
      case DOWN -> goTo(current + columns());
      case HOME -> goTo(0);
      case END -> goTo(items.size() - 1);
      case ENTER -> open.run();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
