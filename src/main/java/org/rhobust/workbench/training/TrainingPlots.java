package org.rhobust.workbench.training;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import org.rhobust.plot.Axis;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.HistogramPlot;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Series;
import org.rhobust.service.MetricColumns;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.StepMetrics;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/** The live pictures of a training, drawn anew when there are new steps. */
public final class TrainingPlots {

  private static final int BINS = 20;

  private final ObservableValue<TrainingSnapshot> snapshot;
  private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", 0.8);
  private final ReadOnlyObjectWrapper<Plot> loss = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Plot> error = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Plot> confidence = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Plot> lambda = new ReadOnlyObjectWrapper<>();
  private MetricColumns drawn;

  TrainingPlots(ObservableValue<TrainingSnapshot> snapshot) {
    this.snapshot = snapshot;
    snapshot.addListener((o, before, after) -> drawIfNew());
    smoothing.addListener(o -> draw());
    draw();
  }

  /** The weight of the moving average in [0, 1); 0 draws the curves as they are. */
  public DoubleProperty smoothingProperty() {
    return smoothing;
  }

  /** Clean and adversarial loss over the steps. */
  public ReadOnlyObjectProperty<Plot> lossProperty() {
    return loss.getReadOnlyProperty();
  }

  /** Clean and adversarial error over the steps. */
  public ReadOnlyObjectProperty<Plot> errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** Clean and adversarial confidence over the steps. */
  public ReadOnlyObjectProperty<Plot> confidenceProperty() {
    return confidence.getReadOnlyProperty();
  }

  /** λ and ‖δ‖/ε of the last batch. */
  public ReadOnlyObjectProperty<Plot> lambdaProperty() {
    return lambda.getReadOnlyProperty();
  }

  private void drawIfNew() {
    MetricColumns now = snapshot.getValue().metrics();
    if (drawn == null || now.size() != drawn.size() || now.size() == 0) {
      draw();
    }
  }

  private void draw() {
    drawn = snapshot.getValue().metrics();
    loss.set(
        curves("Loss", "loss", Axis.linear("cross-entropy").from(0), "how far from the targets"));
    error.set(curves("Error", "error", share("error"), "how many images are misclassified"));
    confidence.set(
        curves("Confidence", "confidence", share("mean confidence"), "how sure the network is"));
    lambda.set(lastBatch());
  }

  private static Axis share(String label) {
    return Axis.linear(label).range(0, 1);
  }

  private Plot curves(String title, String quantity, Axis y, String teaches) {
    LinePlot.Builder plot =
        LinePlot.builder(title)
            .x(Axis.linear("step"))
            .y(y)
            .emptyText("Step by step: " + teaches)
            .caption(caption());
    plot.series(curve("clean", ColorRole.CLEAN, "clean_" + quantity));
    if (method() != TrainingMethod.NORMAL) {
      plot.series(curve("attacked", ColorRole.ATTACKED, "adversarial_" + quantity));
    }
    return plot.build();
  }

  private Series curve(String name, ColorRole role, String column) {
    return Series.smoothed(
        name, role, drawn.column("step"), drawn.column(column), drawn.size(), smoothing.get());
  }

  private Plot lastBatch() {
    StepMetrics last = snapshot.getValue().last();
    boolean ccat = method() == null || method() == TrainingMethod.CONFIDENCE_CALIBRATED;
    HistogramPlot.Builder plot =
        HistogramPlot.builder(ccat ? "Last batch: λ and ‖δ‖/ε" : "Last batch: ‖δ‖/ε", BINS)
            .xLabel(ccat ? "λ (up), ‖δ‖/ε (down)" : "‖δ‖/ε")
            .emptyText(
                method() == TrainingMethod.NORMAL
                    ? "Normal training attacks no images"
                    : "How far each attack went, and the λ it earns")
            .caption(caption());
    if (last == null) {
      return plot.build();
    }
    if (ccat) {
      plot.group("λ", ColorRole.ADVERSARIAL, last.lambdas()).mirrored(true);
    }
    return plot.group("‖δ‖/ε", ColorRole.ATTACKED, shares(last.norms())).build();
  }

  private double[] shares(float[] norms) {
    double epsilon = settings().attack().epsilon();
    double[] shares = new double[norms.length];
    for (int i = 0; i < norms.length; i++) {
      shares[i] = norms[i] / epsilon;
    }
    return shares;
  }

  private TrainingSettings settings() {
    TrainingSnapshot now = snapshot.getValue();
    return now.config() == null ? null : now.config().settings();
  }

  private TrainingMethod method() {
    return settings() == null ? null : settings().method();
  }

  private String caption() {
    TrainingSettings settings = settings();
    return settings == null
        ? ""
        : "%s, ρ = %s, ε = %s, seed %d"
            .formatted(
                settings.method().title(),
                settings.rho(),
                settings.attack().epsilon(),
                settings.seed());
  }
}
