package org.rhobust.workbench.direction;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.PlotTheme;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Thumbnail;

/** The images along a curve, each under its distance on the plot above, with its prediction. */
final class ImageRow extends Region {

  static final double SIDE = 36;
  private static final double GAP = 6;
  private static final double HEIGHT = SIDE + 22;

  private final ReadOnlyObjectProperty<Bounds> area;
  private final ObservableValue<PlotTheme> theme;
  private Answer.Curve shown;
  private int shownParts;

  /**
   * @param area of the data in the plot above, which is as wide as the row
   * @param theme of that plot
   */
  ImageRow(ReadOnlyObjectProperty<Bounds> area, ObservableValue<PlotTheme> theme) {
    this.area = area;
    this.theme = theme;
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    getStyleClass().add("direction-images");
    area.addListener(o -> fill());
    theme.addListener(o -> show(shown));
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
    if (parts == shownParts && parts > 0) {
      requestLayout();
      return;
    }
    shownParts = parts;
    List<Node> items = new ArrayList<>();
    if (parts > 0) {
      double step = step(shown.curve(), parts);
      for (int i = 0; i * step <= shown.curve().farthest() * (1 + 1e-9); i++) {
        items.add(item(shown, i * step));
      }
    }
    getChildren().setAll(items);
  }

  private int partsOfEpsilon(DirectionCurve curve) {
    int parts = 8;
    while (parts > 1 && spacing(curve, parts) < SIDE + GAP) {
      parts /= 2;
    }
    return parts;
  }

  private double spacing(DirectionCurve curve, int parts) {
    return step(curve, parts) / curve.farthest() * area.get().getWidth();
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
    name.setStyle("-fx-text-fill: " + theme.getValue().color(role).hex());
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
    Bounds data = area.get();
    double nextFree = Double.NEGATIVE_INFINITY;
    for (Node item : getChildren()) {
      double share = (double) item.getUserData() / shown.curve().farthest();
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
