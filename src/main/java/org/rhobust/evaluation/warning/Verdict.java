package org.rhobust.evaluation.warning;

import java.util.List;

/**
 * Whether an evaluation's figures can be trusted at its budget.
 *
 * @param trustworthy whether no warning is raised
 * @param sentence the verdict in one plain sentence, with the reasons
 * @param warnings all checks, raised ones first
 */
public record Verdict(boolean trustworthy, String sentence, List<Warning> warnings) {

  public Verdict {
    warnings = List.copyOf(warnings);
  }
}
