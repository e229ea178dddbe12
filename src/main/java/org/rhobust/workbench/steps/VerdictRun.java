package org.rhobust.workbench.steps;

import java.util.ArrayList;
import java.util.List;
import org.rhobust.service.AttackSteps;
import org.rhobust.workbench.steps.StepWords.Verdict;

/**
 * Steps one after the other whose images have the same fate.
 *
 * @param verdict what becomes of them
 * @param first step
 * @param last step
 */
record VerdictRun(Verdict verdict, int first, int last) {

  /**
   * All steps of an attack, in their order.
   *
   * @param threshold τ; NaN rejects nothing
   */
  static List<VerdictRun> of(AttackSteps attack, double threshold) {
    List<VerdictRun> runs = new ArrayList<>();
    for (int i = 0; i < attack.steps().size(); i++) {
      Verdict verdict = StepWords.verdict(attack, i, threshold);
      VerdictRun before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (before != null && before.verdict() == verdict) {
        runs.set(runs.size() - 1, new VerdictRun(verdict, before.first(), i));
      } else {
        runs.add(new VerdictRun(verdict, i, i));
      }
    }
    return runs;
  }

  /** The number of steps. */
  int length() {
    return last - first + 1;
  }

  /** Whether none of its verdict is longer, and none before it as long. */
  boolean longest(List<VerdictRun> runs) {
    return runs.stream()
        .filter(run -> run.verdict() == verdict)
        .noneMatch(
            run -> run.length() > length() || run.length() == length() && run.first() < first);
  }
}
