package org.rhobust.workbench.histogram;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Thumbnail;

/** The images that get through, each a button that selects it. */
final class ThroughStrip {

  /** So that a threshold of 0 on thousands of images stays quick. */
  private static final int MOST = 60;

  private static final double HEIGHT = 40;

  private final HBox row;
  private final IntConsumer select;
  private List<AttackedImage> shown = List.of();

  ThroughStrip(HBox row, IntConsumer select) {
    this.row = row;
    this.select = select;
  }

  /** Shows the first of these images. */
  void show(ImageSet images, List<AttackedImage> through) {
    List<AttackedImage> first = through.subList(0, Math.min(MOST, through.size()));
    if (!first.equals(shown)) {
      shown = List.copyOf(first);
      row.getChildren().setAll(first.stream().map(image -> button(images, image)).toList());
    }
  }

  private Button button(ImageSet images, AttackedImage image) {
    ImageView picture = new ImageView(Thumbnail.of(images, image.index(), 1));
    picture.setFitHeight(HEIGHT);
    picture.setPreserveRatio(true);
    String label = images.classNames().get(images.label(image.index()));
    boolean known = image.prediction() >= 0 && image.prediction() != images.label(image.index());
    String change = known ? label + " → " + images.classNames().get(image.prediction()) : label;
    Button button = new Button(change, picture);
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    button.setTooltip(
        new Tooltip(
            "Image %d passes with confidence %s; select it"
                .formatted(image.index(), Format.confidence(image.misclassifiedConfidence()))));
    button.setOnAction(e -> select.accept(image.index()));
    return button;
  }
}
