package org.rhobust.workbench.direction;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.Domain;
import org.rhobust.plot.PlotView;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Thumbnail;

/** The images along a curve, each under its distance on the plot above, with its prediction. */
final class ImageRow extends Region {

  static final double SIDE = 36;
  private static final double GAP = 6;
  private static final double HEIGHT = SIDE + 22;

  private static final int MOST_PARTS = 16;

  private final PlotView plot;
  private Answer.Curve shown;
  private int shownParts;
  private Domain shownRange;

  /**
   * @param plot above, which is as wide as the row
   */
  ImageRow(PlotView plot) {
    this.plot = plot;
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    getStyleClass().add("direction-images");
    plot.dataAreaProperty().addListener(o -> fill());
    plot.shownXProperty().addListener(o -> fill());
    plot.themeProperty().addListener(o -> show(shown));
  }

  /** Shows the images of a curve; null for none. */
  void show(Answer.Curve answer) {
    shown = answer;
    shownParts = 0;
    fill();
  }

  /** As many to each ε as there is room for, so that one always stands at ε itself. */
  private void fill() {
    int parts = shown == null || shown.curve().norm() == 0 ? 0 : partsOfEpsilon(shown.curve());
    Domain range = plot.shownXProperty().get();
    if (parts == shownParts && parts > 0 && range.equals(shownRange)) {
      requestLayout();
      return;
    }
    shownParts = parts;
    shownRange = range;
    List<Node> items = new ArrayList<>();
    if (parts > 0) {
      double step = step(shown.curve(), parts);
      double last = Math.min(shown.curve().farthest(), range.high()) * (1 + 1e-9);
      for (int i = (int) Math.ceil(range.low() / step - 1e-9); i * step <= last; i++) {
        items.add(item(shown, i * step));
      }
    }
    getChildren().setAll(items);
  }

  private int partsOfEpsilon(DirectionCurve curve) {
    int parts = MOST_PARTS;
    while (parts > 1 && spacing(curve, parts) < SIDE + GAP) {
      parts /= 2;
    }
    return parts;
  }

  private double spacing(DirectionCurve curve, int parts) {
    Domain range = plot.shownXProperty().get();
    double width = plot.dataAreaProperty().get().getWidth();
    return step(curve, parts) / (range.high() - range.low()) * width;
  }

  private static double step(DirectionCurve curve, int parts) {
    double most = curve.farthest() / 64;
    return Math.max(most, curve.epsilon() / parts);
  }

  private Node item(Answer.Curve answer, double distance) {
    DirectionCurve curve = answer.curve();
    int at = curve.nearest(distance);
    ImageView picture = Thumbnail.view(PointOnCurve.picture(answer, distance), SIDE);
    Label name =
        new Label(answer.question().request().images().classNames().get(curve.predictions()[at]));
    boolean right = curve.predictions()[at] == curve.label();
    name.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_BOLD);
    ColorRole role = right ? ColorRole.TRUE_CLASS : ColorRole.ADVERSARIAL;
    name.setStyle("-fx-text-fill: " + plot.getTheme().color(role).hex());
    name.setAlignment(Pos.CENTER);
    name.setMaxWidth(SIDE + GAP);
    VBox box = new VBox(1, picture, name);
    box.setAlignment(Pos.TOP_CENTER);
    box.setUserData(distance);
    picture.setAccessibleText(
        "Image at ‖δ‖ = %s: class %s, confidence %s"
            .formatted(
                Format.number(distance),
                name.getText(),
                Format.confidence(curve.confidences()[at])));
    return box;
  }

  @Override
  protected void layoutChildren() {
    if (shown == null) {
      return;
    }
    Bounds data = plot.dataAreaProperty().get();
    double nextFree = Double.NEGATIVE_INFINITY;
    for (Node item : getChildren()) {
      double share = plot.shownXProperty().get().share((double) item.getUserData());
      double left = data.getMinX() + share * data.getWidth() - (SIDE + GAP) / 2;
      boolean fits = left + SIDE <= getWidth() + GAP && left >= nextFree;
      item.setVisible(fits);
      if (fits) {
        nextFree = left + SIDE + GAP - 1;
      }
      item.resizeRelocate(left, 0, SIDE + GAP, HEIGHT);
    }
  }
}
