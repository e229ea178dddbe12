package org.rhobust.service;

import java.nio.file.Path;
import org.rhobust.training.TrainingSettings;

/**
 * A training to be started.
 *
 * @param settings what to train
 * @param folder of the new run
 * @param device {@code auto}, {@code cpu} or {@code gpu:n}
 * @param threads inside one operation; 0 chooses by trying
 * @param command the command line that does the same
 */
public record TrainingRequest(
    TrainingSettings settings, Path folder, String device, int threads, String command) {}
