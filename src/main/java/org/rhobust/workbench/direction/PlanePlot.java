package org.rhobust.workbench.direction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rhobust.evaluation.ConfidencePlane;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.HeatMapPlot;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Points;
import org.rhobust.plot.Series;
import org.rhobust.workbench.controls.Format;

/** The confidences over a plane as a heat map, with the attack's path and the ε-ball. */
final class PlanePlot {

  private PlanePlot() {}

  /** The plot; named as in {@link DirectionPlots#of}. */
  static Plot of(Answer.Plane answer, boolean named) {
    ConfidencePlane plane = answer.plane();
    Question question = answer.question();
    HeatMapPlot.Builder plot =
        HeatMapPlot.builder(DirectionPlots.title("Confidence over the plane of", question, named))
            .emptyText("No direction: δ = 0")
            .caption(DirectionCaption.of(question));
    if (plane.isEmpty()) {
      return plot.build();
    }
    List<HeatMapPlot.Cell> cells = new ArrayList<>();
    for (int i = 0; i < plane.predictions().length; i++) {
      cells.add(new HeatMapPlot.Cell(plane.confidences()[i], plane.predictions()[i]));
    }
    String symbol = DirectionCaption.symbol(question);
    plot.labels("a along δ̂, " + symbol, "b along η̂ ⊥ δ̂, " + symbol, "confidence")
        .grid(plane.coordinates(), plane.coordinates(), cells)
        .kinds("class", question.request().images().classNames());
    if (plane.ball().length > 0) {
      plot.curve(
          Series.of(
                  "ε-ball, ε = " + Format.number(plane.epsilon()),
                  ColorRole.THRESHOLD,
                  column(plane.ball(), 0),
                  column(plane.ball(), 1))
              .inDashes());
    }
    if (plane.path().length > 0) {
      plot.curve(
          Series.of(
              "PGD path", ColorRole.ADVERSARIAL, column(plane.path(), 0), column(plane.path(), 1)));
    }
    return plot.points(Points.filled("x", ColorRole.TRUE_CLASS, new double[] {0}, new double[] {0}))
        .points(
            Points.filled(
                "x + δ",
                ColorRole.ADVERSARIAL,
                new double[] {plane.direction().norm()},
                new double[] {0}))
        .build();
  }

  private static double[] column(double[][] rows, int column) {
    return Stream.of(rows).mapToDouble(row -> row[column]).toArray();
  }
}
