package org.rhobust.workbench.data;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import org.rhobust.data.ImageSet;
import org.rhobust.workbench.controls.Latest;

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
  private final Executor painter;
  private final Latest<List<Row>> painting;
  private double side = SMALLEST;
  private boolean visible;

  /** What is shown or being painted; null while nothing is. Also read by the painter. */
  private volatile Subject subject;

  private record Subject(Examples examples, PreviewModel.Draw draw) {}

  /**
   * An image and its versions.
   *
   * @param name of its class
   */
  private record Row(int index, String name, Image original, List<Image> versions) {}

  /**
   * Paints nothing until it is visible.
   *
   * @param scroll is filled with tiles that use its width
   * @param examples null while there are none
   * @param painter runs away from the JavaFX thread
   * @param ui runs on the JavaFX thread
   */
  PreviewGrid(
      ScrollPane scroll,
      ObservableValue<Examples> examples,
      ObservableValue<PreviewModel.Draw> draw,
      Executor painter,
      Executor ui) {
    this.scroll = scroll;
    this.examples = examples;
    this.draw = draw;
    this.painter = painter;
    painting = new Latest<>(ui);
    grid.setHgap(GAP);
    grid.setVgap(GAP);
    examples.addListener(o -> clear());
    draw.addListener(o -> show());
    scroll.sceneProperty().addListener(o -> show());
    grid.setId("augmented");
    scroll.setContent(grid);
    scroll.viewportBoundsProperty().subscribe(this::resize);
  }

  void setVisible(boolean now) {
    visible = now;
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

  private void clear() {
    painting.forget();
    subject = null;
    grid.getChildren().clear();
    show();
  }

  private void show() {
    Subject wanted = new Subject(examples.getValue(), draw.getValue());
    boolean seen = visible && scroll.getScene() != null;
    if (seen && wanted.examples() != null && !wanted.equals(subject)) {
      subject = wanted;
      painting.ask(
          () -> CompletableFuture.supplyAsync(() -> paint(wanted), painter),
          this::fill,
          problem -> grid.getChildren().setAll(head(problem)));
    }
  }

  private List<Row> paint(Subject wanted) {
    return wanted.examples().oneOfEach(ROWS).stream().map(i -> row(wanted, i)).toList();
  }

  private Row row(Subject wanted, int index) {
    ImageSet images = wanted.examples().images();
    List<Image> versions = new ArrayList<>();
    for (int version = 1; version <= VERSIONS; version++) {
      if (subject != wanted) {
        throw new CancellationException();
      }
      versions.add(Tiles.paint(images, wanted.draw().version(images, index, version)));
    }
    String name = images.classNames().get(images.label(index));
    return new Row(index, name, Tiles.paint(images, images.image(index)), versions);
  }

  private void fill(List<Row> rows) {
    grid.getChildren().clear();
    grid.add(head("Original"), 0, 0);
    grid.add(head("Augmented"), 1, 0, VERSIONS, 1);
    for (int i = 0; i < rows.size(); i++) {
      add(rows.get(i), i + 1);
    }
  }

  private void add(Row row, int place) {
    String text = "Image %d, %s".formatted(row.index(), row.name());
    ImageView original = Tiles.of(row.original(), side, text);
    GridPane.setMargin(original, new Insets(0, BESIDE_ORIGINAL - GAP, 0, 0));
    grid.add(original, 0, place);
    for (int i = 0; i < row.versions().size(); i++) {
      grid.add(Tiles.of(row.versions().get(i), side, text + ", augmented"), i + 1, place);
    }
  }

  private static Label head(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }
}
