package org.rhobust.workbench.runs;

import javafx.beans.value.ObservableValue;
import org.rhobust.run.RunSummary;
import org.rhobust.run.RunSummary.State;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;

/** What the training here tells of the runs: it is known better than by its files' times. */
final class LiveRuns {

  private final ObservableValue<TrainingSnapshot> training;

  /**
   * @param training the latest of the training
   */
  LiveRuns(ObservableValue<TrainingSnapshot> training) {
    this.training = training;
  }

  /** A run in the state that it is in now. */
  RunSummary asItStands(RunSummary run) {
    TrainingSnapshot now = training.getValue();
    if (!run.folder().equals(now.folder())) {
      return run;
    }
    if (now.state().active()) {
      return run.in(State.RUNNING);
    }
    boolean wasMine = run.state() == State.RUNNING || run.state() == State.GROWING;
    return wasMine && now.state() != RunState.FINISHED ? run.in(State.STOPPED) : run;
  }

  /**
   * Why a run's folder must stay where it is; empty where it may be moved.
   *
   * @param verb what a person wants to do with the run
   */
  String whyNot(String verb, RunSummary run) {
    if (run.state().training()) {
      return "“%s” is in training: %s it when it has ended.".formatted(run.name(), verb);
    }
    // It may be this run that is about to go on.
    return training.getValue().state() == RunState.PREPARING
        ? "A training is being prepared: %s “%s” when it has begun.".formatted(verb, run.name())
        : "";
  }
}
