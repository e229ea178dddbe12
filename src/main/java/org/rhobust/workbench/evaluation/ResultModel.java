package org.rhobust.workbench.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rhobust.run.Evaluation;
import org.rhobust.service.ModelInfo;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.Latest;

/**
 * The last evaluation of each model, of which the selected one's is shown at a threshold. Belongs
 * to the JavaFX thread; figures are worked out in the background.
 */
final class ResultModel {

  private final Selection selection;
  private final Executor background;
  private final Consumer<String> onProblem;
  private final Latest<Findings> latest;
  private final Map<String, Outcome> outcomes = new HashMap<>();
  private final ReadOnlyDoubleWrapper rate =
      new ReadOnlyDoubleWrapper(this, "true positive rate", Evaluation.TRUE_POSITIVE_RATE);
  private final ReadOnlyObjectWrapper<Findings> findings =
      new ReadOnlyObjectWrapper<>(this, "findings");
  private Outcome shown;

  /**
   * @param ui runs on the JavaFX thread
   * @param onProblem told in one line why figures cannot be worked out
   */
  ResultModel(Selection selection, Executor background, Executor ui, Consumer<String> onProblem) {
    this.selection = selection;
    this.background = background;
    this.onProblem = onProblem;
    latest = new Latest<>(ui);
  }

  /** What is shown of the selected model; null before it is evaluated. */
  ReadOnlyObjectProperty<Findings> findingsProperty() {
    return findings.getReadOnlyProperty();
  }

  /** The true positive rate that sets τ, of {@link Evaluation#TRUE_POSITIVE_RATES}. */
  ReadOnlyDoubleProperty rateProperty() {
    return rate.getReadOnlyProperty();
  }

  /** Sets τ, here and for all views, to accept this share of the correct held-out images. */
  void setRate(double truePositiveRate) {
    rate.set(truePositiveRate);
    if (shown != null) {
      shown
          .evaluation()
          .result()
          .threshold(truePositiveRate)
          .ifPresent(selection.thresholdProperty()::set);
      workOut(findings.get() == null ? shown.headline() : findings.get().threat());
    }
  }

  /** Shows the figures under another threat model of the battery. */
  void setThreat(String threat) {
    if (findings.get() != null && !findings.get().threat().equals(threat)) {
      workOut(threat);
    }
  }

  /** Takes the place of an earlier evaluation; sets τ for all views where none is set. */
  void put(Outcome outcome) {
    outcomes.put(outcome.model().id(), outcome);
    show();
    if (shown == outcome && selection.threshold().isProvisional()) {
      setRate(rate.get());
    }
  }

  /** Drops the evaluation of a model. */
  void remove(String model) {
    outcomes.remove(model);
    show();
  }

  /** Drops all evaluations. */
  void clear() {
    outcomes.clear();
    show();
  }

  /** Shows what there is of the selected model, unless it is shown already. */
  void show() {
    ModelInfo model = selection.modelProperty().get();
    Outcome next = model == null ? null : outcomes.get(model.id());
    if (next == shown) {
      return;
    }
    shown = next;
    findings.set(null);
    latest.forget();
    if (shown != null) {
      workOut(shown.headline());
    }
  }

  private void workOut(String threat) {
    Outcome outcome = shown;
    double at = rate.get();
    latest.ask(
        () -> CompletableFuture.supplyAsync(() -> Findings.of(outcome, at, threat), background),
        findings::set,
        onProblem);
  }
}
