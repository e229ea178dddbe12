package org.rhobust.workbench.direction;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.plot.PlotView;
import org.rhobust.workbench.controls.Lines;
import org.rhobust.workbench.controls.Thumbnail;

/** What is shown of one model: the plot, the images along it, and words. */
final class DirectionPanel {

  /** The place of the plot among the {@link #parts}. */
  static final int PLOT_ROW = 1;

  private static final double CARD_PICTURE = 112;

  private final ObservableValue<? extends Number> threshold;
  private final PlotView plot;
  private final ImageRow images;
  private final ImageView picture = Thumbnail.view(null, CARD_PICTURE);
  private final Label pictureWords = new Label();
  private final VBox card = new VBox(6, picture, pictureWords);
  private final ProgressBar progress = new ProgressBar();
  private final Label status = new Label();
  private final HBox work = new HBox(12, progress, status);
  private final Label note = new Label();
  private final Label caption = new Label();
  private final StackPane stack;
  private final EmptyDirection empty;
  private SlotModel slot;
  private boolean named;
  private Subscription following = Subscription.EMPTY;

  /**
   * @param plot is empty until {@link #show}
   * @param threshold τ, or NaN
   * @param cancel gives up the work that is under way
   * @param empty stands in the place of the plot while there is none
   */
  DirectionPanel(
      PlotView plot,
      ObservableValue<? extends Number> threshold,
      Runnable cancel,
      EmptyDirection empty) {
    this.plot = plot;
    this.threshold = threshold;
    this.empty = empty;
    images = new ImageRow(plot);
    stack = new StackPane(plot, empty.root(), card);
    plot.setMinSize(120, 200);
    plot.setOnHoverX(this::hover);
    Button stop = new Button("Cancel");
    stop.getStyleClass().add(Styles.SMALL);
    stop.setOnAction(e -> cancel.run());
    work.getChildren().add(stop);
    work.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(status, Priority.ALWAYS);
    status.setMaxWidth(Double.MAX_VALUE);
    status.setMinWidth(0);
    progress.setPrefWidth(140);
    note.getStyleClass().add(Styles.WARNING);
    prepareCard();
    caption.getStyleClass().add("direction-caption");
    caption.setWrapText(true);
    // A grid does not ask a wrapped label how high it is at its width.
    caption
        .minHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> caption.prefHeight(caption.getWidth()),
                caption.widthProperty(),
                caption.textProperty()));
    GridPane.setValignment(caption, VPos.TOP);
  }

  /** Its parts from top to bottom; only {@link #PLOT_ROW} grows. */
  List<Node> parts() {
    return List.of(work, stack, images, note, caption);
  }

  private void prepareCard() {
    picture.setAccessibleText("No image: point at the plot");
    card.getStyleClass().add("popup-card");
    card.setMouseTransparent(true);
    card.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
    card.setVisible(false);
    StackPane.setMargin(card, new Insets(36, 24, 24, 64));
  }

  /**
   * Shows a slot from now on.
   *
   * @param named whether the titles name the model
   */
  void show(SlotModel next, boolean named) {
    this.named = named;
    if (next == slot) {
      draw();
      return;
    }
    slot = next;
    following.unsubscribe();
    work.visibleProperty().bind(slot.work().runningProperty().and(longWork()));
    work.managedProperty().bind(work.visibleProperty());
    progress.progressProperty().bind(slot.work().progressProperty());
    status.textProperty().bind(slot.work().statusProperty());
    Lines.show(note, slot.noteProperty());
    following =
        Subscription.combine(
            slot.answerProperty().subscribe(answer -> draw()),
            slot.problemProperty().subscribe(why -> draw()),
            slot.work().runningProperty().subscribe(running -> draw()),
            threshold.subscribe(value -> draw()));
  }

  /** Zooms as another panel does from now on. */
  void zoomWith(DirectionPanel other) {
    plot.zoomWith(other.plot);
  }

  /** What it shows; null for nothing. */
  Answer answer() {
    return slot.answerProperty().get();
  }

  /** τ of its model, or NaN. */
  double threshold() {
    return threshold.getValue().doubleValue();
  }

  /** Lets go of what it shows. */
  void close() {
    following.unsubscribe();
  }

  private BooleanBinding longWork() {
    return slot.work().progressProperty().greaterThan(0);
  }

  private void draw() {
    Answer answer = answer();
    double limit = threshold();
    boolean looking = slot.work().runningProperty().get();
    empty.show(answer == null && !looking ? slot.problemProperty().get() : "");
    plot.setPlot(
        answer == null
            ? DirectionPlots.empty(
                looking ? "Looking for the direction …" : slot.problemProperty().get())
            : DirectionPlots.of(answer, limit, named));
    Answer.Curve curve = answer instanceof Answer.Curve found ? found : null;
    images.setVisible(curve != null);
    images.setManaged(curve != null);
    images.show(curve);
    caption.setText(AnswerWords.of(answer, limit));
    if (curve == null) {
      card.setVisible(false);
    }
  }

  /** The card stands in the half of the plot that the pointer is not in. */
  private void hover(double distance) {
    Answer answer = slot == null ? null : slot.answerProperty().get();
    boolean over =
        !Double.isNaN(distance) && answer instanceof Answer.Curve curve && curve.curve().norm() > 0;
    card.setVisible(over);
    if (over) {
      Answer.Curve curve = (Answer.Curve) answer;
      picture.setImage(PointOnCurve.picture(curve, distance));
      pictureWords.setText(PointOnCurve.words(curve, distance, threshold()));
      picture.setAccessibleText("Image at " + pictureWords.getText().replace("\n", ", "));
      Bounds area = plot.dataAreaProperty().get();
      boolean left = plot.shownXProperty().get().share(distance) > 0.5;
      StackPane.setMargin(
          card, new Insets(area.getMinY() + 8, 24, 24, left ? area.getMinX() + 12 : 24));
      StackPane.setAlignment(card, left ? Pos.TOP_LEFT : Pos.TOP_RIGHT);
    }
  }
}
