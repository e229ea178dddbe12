package org.rhobust.service;

import java.util.concurrent.CompletableFuture;
import org.rhobust.data.DataSets;
import org.rhobust.run.StartingWeights;
import org.rhobust.training.TrainingSettings;

/** Whether a training can start from the model that its settings name. */
public final class StartCheck {

  private StartCheck() {}

  /**
   * Reads the model in the background.
   *
   * @return fails with one line where there is no such model, or it is of another network
   */
  public static CompletableFuture<Void> check(TrainingSettings settings) {
    return CompletableFuture.runAsync(
        () -> StartingWeights.find(settings, DataSets.get(settings.dataset())));
  }
}
