package org.rhobust.workbench.training;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.rhobust.service.TrainingRequest;
import org.rhobust.service.TrainingService;

/**
 * What can be asked of a training; each returns at once.
 *
 * @param start begins a new run
 * @param pause rests after the step under way
 * @param unpause goes on
 * @param stop ends with a checkpoint
 * @param resume goes on with a stopped run, from its folder
 */
public record TrainingCommands(
    Consumer<TrainingRequest> start,
    Runnable pause,
    Runnable unpause,
    Runnable stop,
    Consumer<Path> resume) {

  /** The commands of the background service. */
  public static TrainingCommands of(TrainingService service) {
    return new TrainingCommands(
        service::start, service::pause, service::unpause, service::stop, service::resume);
  }
}
