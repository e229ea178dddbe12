package org.rhobust.workbench.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.rhobust.run.RunSummary;
import org.rhobust.workbench.data.DataView;
import org.rhobust.workbench.runs.RunsView;
import org.rhobust.workbench.training.TrainingForm;

/** What the views ask of the window, as none of them knows another or the settings. */
final class ViewRequests {

  private static final String TRAINING = "training";
  private static final String RUNS = "runs";
  private static final String DATA = "data";

  private final WorkbenchWindow window;
  private final SettingsStore store;
  private final SessionMemory memory;
  private final WindowView windowView;

  ViewRequests(
      WorkbenchWindow window, SettingsStore store, SessionMemory memory, WindowView windowView) {
    this.window = window;
    this.store = store;
    this.memory = memory;
    this.windowView = windowView;
  }

  /** Opens the training form with this data. */
  void trainOn(String dataset) {
    window.training().form().datasetProperty().set(dataset);
    window.show(TRAINING);
  }

  /** Opens the training form to start from the weights of this run's final model. */
  void trainFrom(RunSummary run) {
    TrainingForm form = window.training().form();
    form.datasetProperty().set(run.dataset());
    form.networkProperty().set(run.network());
    form.weightsProperty().set(run.finalModel().toString());
    window.show(TRAINING);
  }

  /** Selects the model of this directory in all views. */
  void openModel(Path folder) {
    window
        .models()
        .choose(new ModelOffer(folder.toString(), folder.getFileName().toString(), null));
  }

  /**
   * Shows a run in the Runs view, with the others of its folder, which can be undone.
   *
   * @param run absolute, in a folder
   */
  void openRun(Path run) {
    window.show(RUNS);
    memory.byHand(
        () -> {
          window.training().runsProperty().set(run.getParent());
          ((RunsView) windowView.views().show(RUNS)).open(run);
        });
  }

  /**
   * Shows data of the user's own in the Data view.
   *
   * @return the path, once it is shown; never done where it cannot be
   */
  CompletableFuture<Path> openData(Path path) {
    window.show(DATA);
    return ((DataView) windowView.views().show(DATA)).open(path);
  }

  /** The names of the user's own data sets. */
  List<String> ownData() {
    List<String> names = store.settings().data();
    return names == null ? List.of() : names.stream().filter(Objects::nonNull).toList();
  }

  void rememberData(List<String> names) {
    store.change(settings -> settings.withData(names));
  }
}
