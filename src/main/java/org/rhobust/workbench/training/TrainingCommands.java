package org.rhobust.workbench.training;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rhobust.run.TimeEstimate;
import org.rhobust.service.DataInfo;
import org.rhobust.service.TrainingRequest;
import org.rhobust.service.TrainingService;
import org.rhobust.training.LiveSettings;
import org.rhobust.training.TrainingSettings;

/**
 * What can be asked of a training; each returns at once.
 *
 * @param start begins a new run
 * @param pause rests after the step under way
 * @param unpause goes on
 * @param stop ends with a checkpoint
 * @param stopAfterEpoch whether to end so at the end of the epoch
 * @param change trains with other settings from the next step on
 * @param resume goes on with a stopped run, from its folder
 * @param estimate how long a training would take on a device
 * @param lookUp what is known of a data set
 */
public record TrainingCommands(
    Consumer<TrainingRequest> start,
    Runnable pause,
    Runnable unpause,
    Runnable stop,
    Consumer<Boolean> stopAfterEpoch,
    Consumer<LiveSettings> change,
    Consumer<Path> resume,
    BiFunction<TrainingSettings, String, CompletableFuture<TimeEstimate>> estimate,
    Function<String, CompletableFuture<DataInfo>> lookUp) {

  /** The commands of the background service. */
  public static TrainingCommands of(TrainingService service) {
    return new TrainingCommands(
        service::start,
        service::pause,
        service::unpause,
        service::stop,
        service::stopAfterEpoch,
        service::change,
        service::resume,
        service::estimate,
        DataInfo::lookUp);
  }
}
