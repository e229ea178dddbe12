package org.rhobust.workbench.prediction;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ImageShape;
import org.rhobust.workbench.controls.Fields;
import org.rhobust.workbench.controls.Thumbnail;

/** One picture as the model sees it, beside what the model says. */
final class PredictionRow {

  private static final PseudoClass ACCEPTED = PseudoClass.getPseudoClass("accepted");
  private static final PseudoClass REJECTED = PseudoClass.getPseudoClass("rejected");

  private final PredictedPicture predicted;
  private final Label confidence = new Label();
  private final Label verdict = new Label();
  private final HBox node;

  /**
   * @param images whose classes have names; null where there are none
   * @param side of the picture on the screen, roughly, in pixels
   * @param walk told the class to take as true when the attack is to be walked through
   */
  PredictionRow(PredictedPicture predicted, ImageSet images, double side, IntConsumer walk) {
    this.predicted = predicted;
    Label name = new Label(PredictionWords.predictedClass(predicted, images));
    name.getStyleClass().addAll("prediction-class", "strong");
    verdict.getStyleClass().add("verdict");
    verdict.setMinHeight(Label.USE_PREF_SIZE);
    Label file = new Label(predicted.file());
    file.getStyleClass().add("muted");
    file.setTooltip(new Tooltip(predicted.file()));
    VBox words = new VBox(4, name, confidence, verdict, file);
    words.setAlignment(Pos.CENTER_LEFT);
    addNote(words);
    words.getChildren().add(walkThrough(images, walk));
    HBox.setHgrow(words, Priority.ALWAYS);
    node = new HBox(14, picture(predicted, side), words);
    node.setAlignment(Pos.CENTER_LEFT);
    node.getStyleClass().add("prediction");
  }

  HBox node() {
    return node;
  }

  /** Shows whether the picture is accepted at τ; NaN where there is none. */
  void tell(double threshold) {
    boolean known = !Double.isNaN(threshold);
    boolean accepted = predicted.prediction().accepted(threshold);
    confidence.setText(PredictionWords.confidence(predicted.prediction(), threshold));
    verdict.setText(PredictionWords.verdict(predicted.prediction(), threshold));
    verdict.pseudoClassStateChanged(ACCEPTED, known && accepted);
    verdict.pseudoClassStateChanged(REJECTED, known && !accepted);
  }

  private void addNote(VBox words) {
    String done = PredictionWords.note(predicted);
    if (!done.isEmpty()) {
      Label note = new Label(done);
      note.getStyleClass().addAll("muted", "prediction-note");
      note.setWrapText(true);
      note.setMinHeight(Label.USE_PREF_SIZE);
      words.getChildren().add(note);
    }
  }

  /** The true class of a picture is not known: it is the person's to say. */
  private VBox walkThrough(ImageSet images, IntConsumer walk) {
    List<String> names = predicted.classNames(images);
    ComboBox<Integer> label = new ComboBox<>();
    label.setConverter(Fields.words(k -> "true class " + names.get(k)));
    label.getItems().setAll(IntStream.range(0, names.size()).boxed().toList());
    label.setValue(Math.max(0, predicted.prediction().predictedClass()));
    label.setAccessibleText("True class, at first the predicted one");
    label.setTooltip(new Tooltip("The true class, at first the predicted one"));
    Button button = new Button("Walk through its attack");
    button.setId("walk-through");
    button.getStyleClass().add(Styles.SMALL);
    button.setOnAction(e -> walk.accept(label.getValue()));
    return new VBox(4, label, button);
  }

  private static ImageView picture(PredictedPicture predicted, double side) {
    ImageShape input = predicted.model().input();
    int zoom = (int) Math.max(1, Math.round(side / Math.max(input.height(), input.width())));
    ImageView picture =
        Thumbnail.view(
            Thumbnail.of(
                predicted.picture().values(),
                input.channels(),
                input.height(),
                input.width(),
                zoom),
            side);
    picture.setAccessibleText("The picture as the model sees it");
    return picture;
  }
}
