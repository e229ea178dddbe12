package org.rhobust.evaluation.warning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rhobust.attack.Attack.Family;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.BatteryResult;

/**
 * Attacks that should find less against attacks that should find more, image by image within the
 * same threat model.
 *
 * @param compared whether some threat model has both
 * @param images how many images were attacked
 * @param broken how many images only the first kind breaks
 * @param moreConfident on how many others the first kind finds a misclassified point whose
 *     confidence is higher by more than 0.01
 * @param attack the attack of the first kind that breaks most of them, or the first
 */
record Rivalry(boolean compared, int images, int broken, int moreConfident, String attack) {

  private static final double TOLERANCE = 0.01;

  static Rivalry of(BatteryResult result, Set<Family> weaker, Set<Family> stronger, double tau) {
    BitSet broken = new BitSet();
    BitSet moreConfident = new BitSet();
    Map<String, Integer> brokenBy = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (List<AttackResult> threat : result.byThreat().values()) {
      List<AttackResult> favourites = of(threat, stronger);
      if (favourites.isEmpty()) {
        continue;
      }
      for (AttackResult outsider : of(threat, weaker)) {
        names.add(outsider.entry().name());
        for (int i = 0; i < outsider.images().size(); i++) {
          double found = outsider.images().get(i).misclassifiedConfidence();
          double best = best(favourites, i);
          if (found >= tau && best < tau) {
            broken.set(i);
            brokenBy.merge(outsider.entry().name(), 1, Integer::sum);
          } else if (found > best + TOLERANCE) {
            moreConfident.set(i);
          }
        }
      }
    }
    moreConfident.andNot(broken);
    return new Rivalry(
        !names.isEmpty(),
        result.attacks().get(0).images().size(),
        broken.cardinality(),
        moreConfident.cardinality(),
        names.stream()
            .reduce((a, b) -> brokenBy.getOrDefault(b, 0) > brokenBy.getOrDefault(a, 0) ? b : a)
            .orElse(""));
  }

  /**
   * Raised by a single image: the stronger attacks could have found the same point.
   *
   * @param weaker the first kind in words
   * @param stronger the second kind in words
   * @param at the threshold in words
   */
  Warning judge(String name, String weaker, String stronger, String at, String advice) {
    if (!compared) {
      return Warning.notMeasured(
          name,
          "The battery does not have %s and %s within one threat model."
              .formatted(weaker, stronger),
          "Add both to the battery with the same norm and ε.");
    }
    String what =
        broken == 0
            ? "No image is broken %s by %s alone".formatted(at, weaker)
            : "%s of %d broken %s by %s (%s) but not by %s"
                .formatted(
                    Counts.images(broken), images, at, weaker, Counts.shortened(attack), stronger);
    return Warning.of(
        name,
        broken > 0,
        "%s; on %d others they merely find a higher confidence, by over 0.01."
            .formatted(what, moreConfident),
        advice);
  }

  private static List<AttackResult> of(List<AttackResult> attacks, Set<Family> families) {
    return attacks.stream()
        .filter(attack -> families.contains(attack.entry().attack().family()))
        .toList();
  }

  private static double best(List<AttackResult> attacks, int i) {
    return attacks.stream()
        .mapToDouble(attack -> attack.images().get(i).misclassifiedConfidence())
        .max()
        .orElseThrow();
  }
}
