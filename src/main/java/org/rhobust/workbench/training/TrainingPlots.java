package org.rhobust.workbench.training;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.rhobust.plot.Axis;
import org.rhobust.plot.Plot;
import org.rhobust.service.RunCurves;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.SettingChange;
import org.rhobust.training.StepMetrics;

/** The live pictures of a training, drawn anew when there are new steps and somebody looks. */
public final class TrainingPlots {

  private final ObservableValue<TrainingSnapshot> snapshot;
  private final ObservableValue<List<RunCurves>> others;
  private final PlotOptions options = new PlotOptions();
  private final BooleanProperty showing = new SimpleBooleanProperty(this, "showing", true);
  private final CurvePlots curves = new CurvePlots(options);
  private final ReadOnlyObjectWrapper<Plot> loss = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Plot> error = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Plot> confidence = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Plot> lambda = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Plot> batch = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Plot> objective = new ReadOnlyObjectWrapper<>();
  private Drawn drawn;

  /** What is in the pictures: with the same they need not be drawn again. */
  private record Drawn(RunCurvesKey run, StepMetrics last, List<SettingChange> changes) {}

  private record RunCurvesKey(Object folder, Object config, int rows) {}

  TrainingPlots(
      ObservableValue<TrainingSnapshot> snapshot, ObservableValue<List<RunCurves>> others) {
    this.snapshot = snapshot;
    this.others = others;
    snapshot.addListener((o, before, after) -> drawIfNew());
    others.addListener(o -> drawAnew());
    options.subscribe(this::drawAnew);
    showing.addListener(o -> drawIfNew());
    drawIfNew();
  }

  /** How the curves are drawn. */
  public PlotOptions options() {
    return options;
  }

  /** Whether somebody looks; until then nothing is drawn. */
  public BooleanProperty showingProperty() {
    return showing;
  }

  /** Clean and adversarial loss. */
  public ReadOnlyObjectProperty<Plot> lossProperty() {
    return loss.getReadOnlyProperty();
  }

  /** Clean and adversarial error. */
  public ReadOnlyObjectProperty<Plot> errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** Clean and adversarial confidence. */
  public ReadOnlyObjectProperty<Plot> confidenceProperty() {
    return confidence.getReadOnlyProperty();
  }

  /** Mean λ and ‖δ‖/ε. */
  public ReadOnlyObjectProperty<Plot> lambdaProperty() {
    return lambda.getReadOnlyProperty();
  }

  /** λ and ‖δ‖/ε of the last batch. */
  public ReadOnlyObjectProperty<Plot> batchProperty() {
    return batch.getReadOnlyProperty();
  }

  /** The objective at each iteration of the attack on the last batch. */
  public ReadOnlyObjectProperty<Plot> objectiveProperty() {
    return objective.getReadOnlyProperty();
  }

  private void drawAnew() {
    drawn = null;
    drawIfNew();
  }

  private void drawIfNew() {
    TrainingSnapshot now = snapshot.getValue();
    RunCurvesKey run = new RunCurvesKey(now.folder(), now.config(), now.metrics().size());
    Drawn next = new Drawn(run, now.last(), now.details().changes());
    if (showing.get() && !Objects.equals(next, drawn)) {
      drawn = next;
      draw(now);
    }
  }

  private void draw(TrainingSnapshot now) {
    curves.begin(now, others.getValue());
    loss.set(
        curves.plot(
            "Loss",
            amount("cross-entropy").from(options.logarithmicProperty().get() ? Double.NaN : 0),
            "how far from the targets",
            Quantity.parts("loss")));
    error.set(
        curves.plot(
            "Error",
            options.logarithmicProperty().get() ? Axis.log("error").to(1) : share("error"),
            "how many images are misclassified",
            Quantity.parts("error")));
    confidence.set(
        curves.plot(
            "Confidence",
            share("mean confidence"),
            "how sure the network is",
            Quantity.parts("confidence")));
    lambda.set(
        curves.plot(
            "λ and ‖δ‖/ε",
            share("mean over the batch"),
            "how far the attacks go, and the λ they earn",
            Quantity.TRANSITION));
    batch.set(LastBatch.histogram(now));
    objective.set(LastBatch.objective(now));
  }

  private Axis amount(String label) {
    return options.logarithmicProperty().get() ? Axis.log(label) : Axis.linear(label);
  }

  private static Axis share(String label) {
    return Axis.linear(label).range(0, 1);
  }
}
