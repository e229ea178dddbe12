package org.rhobust.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.rhobust.model.TorchScriptClassifier.Output;
import org.rhobust.tensor.Seeds;

/**
 * What a module returns: logits or probabilities. Its file does not say it, so a few images are
 * tried. Rows of at least two outputs that are never negative and sum to 1 are probabilities. Of
 * one output, it is a guess: a probability never leaves [0, 1], however extreme the image.
 *
 * @param kind logits or probabilities
 * @param remark what was found, in a line
 */
record OutputGuess(Output kind, String remark) {

  private static final float EXTREME = 1000;

  /**
   * Tries the module.
   *
   * @param asked what a person says it returns, or {@code AUTO}
   * @throws ModelFileException when it returns another number of classes
   * @throws org.rhobust.tensor.EngineException when it does not take such images
   */
  static OutputGuess of(TorchScriptTrial trial, Output asked) {
    ImageShape input = trial.input();
    List<float[]> rows = new ArrayList<>();
    ordinary(input).forEach(image -> rows.add(trial.output(image)));
    if (rows.get(0).length == 1) {
      extreme(input).forEach(image -> rows.add(trial.output(image)));
    }
    boolean single = rows.get(0).length == 1;
    Output found = isProbability(rows) ? Output.PROBABILITIES : Output.LOGITS;
    Path name = trial.file().getFileName();
    if (asked == Output.AUTO) {
      return new OutputGuess(
          found, single ? single(name, found, rows.size()) : several(name, found, rows.size()));
    }
    boolean doubtful = asked != found;
    return new OutputGuess(
        asked,
        doubtful
            ? "%s is taken to return %s as you say, but its outputs look like %s"
                .formatted(name, word(asked), word(found))
            : "");
  }

  /** Black, white, and noise. */
  private static List<float[]> ordinary(ImageShape input) {
    float[] white = new float[input.size()];
    Arrays.fill(white, 1);
    return List.of(new float[input.size()], white, noise(input, 1, 0, 1), noise(input, 2, 0, 1));
  }

  /** Noise far outside of [0, 1], which drives a logit out of it. */
  private static List<float[]> extreme(ImageShape input) {
    return List.of(noise(input, 3, -EXTREME, EXTREME), noise(input, 4, -EXTREME, EXTREME));
  }

  private static float[] noise(ImageShape input, long seed, float low, float high) {
    RandomGenerator random = Seeds.generator(seed);
    float[] values = new float[input.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = low + (high - low) * random.nextFloat();
    }
    return values;
  }

  private static boolean isProbability(List<float[]> rows) {
    return rows.stream()
        .allMatch(
            row ->
                row.length == 1 ? row[0] >= 0 && row[0] <= 1 : Probabilities.isDistribution(row));
  }

  private static String several(Path name, Output found, int count) {
    return found == Output.PROBABILITIES
        ? "%s returns probabilities: its outputs were never negative and summed to 1 on %d images"
            .formatted(name, count)
        : "%s returns logits: its outputs were no probabilities on %d images"
            .formatted(name, count);
  }

  private static String single(Path name, Output found, int count) {
    return found == Output.PROBABILITIES
        ? ("%s has one output, probably a probability, for it stayed in 0..1 on %d images, some"
                + " extreme; this is a guess: if it is a logit, choose logits")
            .formatted(name, count)
        : "%s has one output, a logit, for it left 0..1 on one of %d images".formatted(name, count);
  }

  private static String word(Output output) {
    return output == Output.PROBABILITIES ? "probabilities" : "logits";
  }
}
