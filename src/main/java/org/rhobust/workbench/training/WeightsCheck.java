package org.rhobust.workbench.training;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.controls.Latest;

/** Whether the form's training can start from the weights that it names. */
public final class WeightsCheck {

  private final Function<TrainingSettings, CompletableFuture<Void>> check;
  private final Latest<Void> latest;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Start asked;

  /** What decides whether they fit. */
  private record Start(String weights, String network, String dataset) {}

  WeightsCheck(
      TrainingForm form, Function<TrainingSettings, CompletableFuture<Void>> check, Executor ui) {
    this.check = check;
    latest = new Latest<>(ui);
    form.settingsProperty().subscribe(this::ask);
  }

  /** Why the weights cannot be taken, in one line; empty when they can, or it is not known yet. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  private void ask(TrainingSettings settings) {
    if (settings == null) {
      return;
    }
    Start start = new Start(settings.weights(), settings.network(), settings.dataset());
    if (start.equals(asked)) {
      return;
    }
    asked = start;
    problem.set("");
    latest.forget();
    if (settings.weights() != null) {
      latest.ask(() -> check.apply(settings), fine -> {}, problem::set);
    }
  }
}
