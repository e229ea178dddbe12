package org.rhobust.run;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A run in a line: what its folder tells, as far as that can be read.
 *
 * @param folder of the run
 * @param state where it stands
 * @param method an id of {@link org.rhobust.training.TrainingMethod}; empty where unknown
 * @param dataset its name; empty where unknown
 * @param network its name; empty where unknown
 * @param rho ρ; NaN where the method has none or it is unknown
 * @param norm of the threat model; empty where the method has none or it is unknown
 * @param epsilon ε in units of the norm; NaN as {@code norm}
 * @param seed null where unknown
 * @param steps done
 * @param totalSteps of the whole run; 0 where unknown
 * @param epochs of the whole run; 0 where unknown
 * @param seconds of training so far; NaN where unknown
 * @param error share of the clean test images that the final model misclassifies, in [0, 1]; NaN
 *     where not measured
 * @param robustError RErr at {@code threshold}, in [0, 1]; NaN where not measured
 * @param threshold τ at 99 % TPR; NaN where not measured
 * @param changes what was changed while it trained, in a line; empty where nothing was
 * @param changed when it last did something
 * @param note what a person wrote about it; may be empty
 * @param remark one line on what is missing or cannot be read; empty where nothing is
 */
public record RunSummary(
    Path folder,
    State state,
    String method,
    String dataset,
    String network,
    double rho,
    String norm,
    double epsilon,
    Long seed,
    int steps,
    int totalSteps,
    int epochs,
    double seconds,
    double error,
    double robustError,
    double threshold,
    String changes,
    Instant changed,
    String note,
    String remark) {

  /** Where a run stands. */
  public enum State {
    /** Its final model is there. */
    FINISHED("finished"),
    /** It can be resumed. */
    STOPPED("stopped"),
    /** This process trains it. */
    RUNNING("running"),
    /** Another process trains it. */
    ELSEWHERE("elsewhere"),
    /** Its metrics have grown a moment ago, by nobody who holds its lock. */
    GROWING("running?"),
    /** Its configuration cannot be read, so that it cannot go on. */
    DAMAGED("damaged");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** In a word, such as "finished". */
    public String word() {
      return word;
    }

    /** Whether somebody trains it, or may: then it is left alone. */
    public boolean training() {
      return this == RUNNING || this == ELSEWHERE || this == GROWING;
    }
  }

  /** The name of its folder. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** The folder of its final model, which is there once it is finished. */
  public Path finalModel() {
    return folder.resolve(RunDirectory.FINAL_MODEL);
  }

  /** The same run in another state. */
  public RunSummary in(State other) {
    return new RunSummary(
        folder,
        other,
        method,
        dataset,
        network,
        rho,
        norm,
        epsilon,
        seed,
        steps,
        totalSteps,
        epochs,
        seconds,
        error,
        robustError,
        threshold,
        changes,
        changed,
        note,
        remark);
  }
}
