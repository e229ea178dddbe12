package org.rhobust.workbench.controls;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;

/**
 * Images in a row, each a button that selects it.
 *
 * @param <T> what the images are made from
 */
public final class ImageStrip<T> {

  /** So that thousands of images stay quick. */
  private static final int MOST = 60;

  private final HBox row;
  private final double height;
  private final IntConsumer select;
  private List<T> shown = List.of();

  /**
   * An image.
   *
   * @param index in its set
   * @param picture of it
   * @param caption under it
   * @param words about it, for its tooltip and for screen readers
   */
  public record Item(int index, Image picture, String caption, String words) {}

  /**
   * @param row is filled with buttons
   * @param height of the pictures in pixels
   * @param select told the index of an image that is pressed
   */
  public ImageStrip(HBox row, double height, IntConsumer select) {
    this.row = row;
    this.height = height;
    this.select = select;
  }

  /** Shows the first of these images. */
  public void show(List<T> images, Function<T, Item> item) {
    List<T> first = images.subList(0, Math.min(MOST, images.size()));
    if (!first.equals(shown)) {
      shown = List.copyOf(first);
      row.getChildren().setAll(first.stream().map(item).map(this::button).toList());
    }
  }

  private Button button(Item item) {
    ImageView picture = new ImageView(item.picture());
    picture.setFitHeight(height);
    picture.setPreserveRatio(true);
    picture.setSmooth(false);
    picture.setAccessibleText(item.words());
    Button button = new Button(item.caption(), picture);
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    button.setTooltip(new Tooltip(item.words()));
    button.setAccessibleText(item.words());
    button.setOnAction(e -> select.accept(item.index()));
    return button;
  }
}
