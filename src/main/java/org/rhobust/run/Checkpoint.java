package org.rhobust.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.rhobust.data.AtomicFiles;
import org.rhobust.model.Safetensors;
import org.rhobust.model.WeightTensor;

/**
 * A run after a step: with the configuration, all that the next step depends on.
 *
 * @param state the step and the time
 * @param weights of the network
 * @param optimiser its state
 */
record Checkpoint(
    State state, Map<String, WeightTensor> weights, Map<String, WeightTensor> optimiser) {

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
  private static final String STATE = "state.json";
  private static final String WEIGHTS = "weights.safetensors";
  private static final String OPTIMISER = "optimizer.safetensors";

  /**
   * Where a run stands. Its random numbers derive from the seed, the epoch and the step, so the
   * three are the whole state of randomness.
   *
   * @param step done, at least 0
   * @param epoch of that step
   * @param seed of the run
   * @param seconds of training so far
   */
  record State(int step, int epoch, long seed, double seconds) {}

  /** Writes the folder whole or not at all. */
  void write(Path folder) {
    AtomicFiles.writeDirectory(
        folder,
        temporary -> {
          Safetensors.write(temporary.resolve(WEIGHTS), weights, Map.of("format", "pt"));
          Safetensors.write(temporary.resolve(OPTIMISER), optimiser, Map.of());
          AtomicFiles.writeString(temporary.resolve(STATE), GSON.toJson(state) + "\n");
        });
  }

  /**
   * Reads a folder.
   *
   * @throws RunException when it is not whole
   */
  static Checkpoint read(Path folder) {
    try {
      State state = GSON.fromJson(Files.readString(folder.resolve(STATE)), State.class);
      if (state == null || state.step() < 0) {
        throw new RunException(folder + " names no step");
      }
      return new Checkpoint(
          state,
          Safetensors.read(folder.resolve(WEIGHTS)).tensors(),
          Safetensors.read(folder.resolve(OPTIMISER)).tensors());
    } catch (IOException | JsonParseException e) {
      throw new RunException(folder + " is not whole: " + e.getMessage(), e);
    }
  }
}
