package org.rhobust.workbench.runs;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import org.rhobust.run.RunSummary;
import org.rhobust.training.TrainingSettings;

/**
 * What the other views do with runs.
 *
 * @param folder of the runs, which can be changed
 * @param form the settings of the training form; null while they are wrong
 * @param trainFrom opens the training form to start from the weights of this run's final model
 * @param openModel selects the model of this directory in all views
 */
public record RunUses(
    ObjectProperty<Path> folder,
    ObservableValue<TrainingSettings> form,
    Consumer<RunSummary> trainFrom,
    Consumer<Path> openModel) {}
