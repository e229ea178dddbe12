package org.rhobust.workbench.shell;

import java.util.List;
import java.util.function.Function;
import org.rhobust.workbench.View;
import org.rhobust.workbench.compare.CompareView;
import org.rhobust.workbench.data.DataUses;
import org.rhobust.workbench.data.DataView;
import org.rhobust.workbench.direction.DirectionView;
import org.rhobust.workbench.evaluation.EvaluationView;
import org.rhobust.workbench.histogram.HistogramView;
import org.rhobust.workbench.runs.RunUses;
import org.rhobust.workbench.runs.RunsView;
import org.rhobust.workbench.steps.StepsView;
import org.rhobust.workbench.training.TrainingView;
import org.rhobust.workbench.transition.TransitionView;

/** The views of the side bar, in their order. A new view is a package and a line here. */
final class Views {

  /**
   * A view.
   *
   * @param name for {@link WorkbenchWindow#show} and the settings; also that of its icon
   * @param title for people
   * @param factory makes it, at its first showing
   */
  record Entry(String name, String title, Function<WorkbenchWindow, View> factory) {}

  static final List<Entry> ALL =
      List.of(
          new Entry("transition", "Transition", Views::transition),
          new Entry("training", "Training", Views::training),
          new Entry("direction", "Direction", w -> new DirectionView(w.context())),
          new Entry("histogram", "Histogram", w -> new HistogramView(w.context())),
          new Entry("steps", "PGD steps", w -> new StepsView(w.context())),
          new Entry("evaluation", "Evaluation", Views::evaluation),
          new Entry("compare", "Compare", Views::compare),
          new Entry("runs", "Runs", Views::runs),
          new Entry("data", "Data", Views::data));

  static final String FIRST = "training";

  private Views() {}

  static Entry of(String name) {
    return ALL.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "view '"
                        + name
                        + "' is unknown; use one of "
                        + String.join(", ", ALL.stream().map(Entry::name).toList())));
  }

  static boolean has(String name) {
    return ALL.stream().anyMatch(entry -> entry.name().equals(name));
  }

  private static TransitionView transition(WorkbenchWindow window) {
    return new TransitionView(window.transition(), window.context());
  }

  private static TrainingView training(WorkbenchWindow window) {
    return new TrainingView(window.training(), window.context(), window.devices());
  }

  /** Parts of evaluations lie beside the runs. */
  private static EvaluationView evaluation(WorkbenchWindow window) {
    return new EvaluationView(
        window.context(),
        () -> window.training().runsProperty().get().resolveSibling("evaluations"),
        () -> Icons.line("warning"));
  }

  private static CompareView compare(WorkbenchWindow window) {
    return new CompareView(
        window.context(),
        window.queue(),
        window.training().runsProperty(),
        model -> window.models().choose(ModelOffer.opened(model)));
  }

  private static RunsView runs(WorkbenchWindow window) {
    return new RunsView(
        window.context(),
        window.queue(),
        new RunUses(
            window.training().runsProperty(),
            window.training().form().settingsProperty(),
            window.requests()::trainFrom,
            window.requests()::openModel));
  }

  private static DataView data(WorkbenchWindow window) {
    return new DataView(
        window.requests().ownData(),
        window.requests()::rememberData,
        new DataUses(window.models()::showImages, window.requests()::trainOn),
        window.context().memory(),
        window.context().ui());
  }
}
