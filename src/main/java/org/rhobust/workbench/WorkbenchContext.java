package org.rhobust.workbench;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotTheme;
import org.rhobust.plot.PlotView;
import org.rhobust.service.Inspection;
import org.rhobust.service.ModelShelf;
import org.rhobust.service.TrainingService;
import org.rhobust.service.TrainingSnapshot;

/**
 * What every view is given.
 *
 * @param training the background training
 * @param models the open models
 * @param inspection questions about one model
 * @param selection what all views follow
 * @param snapshot the latest of the training, at most 15 times a second, on the JavaFX thread
 * @param plotTheme follows the window's theme
 * @param textScale of the window's text; 1 is the usual
 * @param deviceProperty where models are opened and trainings started from now on: {@code auto},
 *     {@code cpu} or {@code gpu:n}
 * @param memory keeps the views' settings
 * @param commands of the command palette; a view adds its own while it is open
 * @param show brings the view of a name to the front
 * @param notice tells the person one line that is no error
 * @param warn tells the person in one line what failed, with its details to be copied; what was
 *     cancelled is not told
 * @param ui runs on the JavaFX thread; answers of the services are brought to it
 */
public record WorkbenchContext(
    TrainingService training,
    ModelShelf models,
    Inspection inspection,
    Selection selection,
    ObservableValue<TrainingSnapshot> snapshot,
    ObservableValue<PlotTheme> plotTheme,
    ObservableValue<Number> textScale,
    ObservableValue<String> deviceProperty,
    Memory memory,
    ObservableList<Command> commands,
    Consumer<String> show,
    Consumer<String> notice,
    Consumer<Throwable> warn,
    Executor ui) {

  /** A view of a plot that has the window's looks and tells the person what it saves. */
  public PlotView view(Plot plot) {
    PlotView view = new PlotView(plot);
    view.themeProperty().bind(plotTheme);
    view.textScaleProperty().bind(textScale);
    view.setOnNotice(notice);
    view.setOnProblem(warn);
    return view;
  }
}
