package org.rhobust.evaluation.warning;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryResult;

/** Raised by a single output that is not a number: it counts as broken at every threshold. */
final class OutputsNotFinite implements Check {

  private static final String NAME = "outputs are not finite";

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    Predictions test = result.test();
    long clean = IntStream.range(0, test.size()).filter(i -> !test.finite(i)).count();
    long attacked =
        Stream.of(result.attacks(), result.securityCurve(), result.stepsCurve())
            .flatMap(List::stream)
            .map(AttackResult::images)
            .flatMap(List::stream)
            .filter(image -> image.anyConfidence() == Double.POSITIVE_INFINITY)
            .mapToInt(AttackedImage::index)
            .distinct()
            .count();
    return Warning.of(
        NAME,
        clean + attacked > 0,
        "The output was not a number on %d of %d attacked and %d of %d clean images; such images count as broken at every threshold."
            .formatted(attacked, result.attacks().get(0).images().size(), clean, test.size()),
        "Find the layer that overflows, such as a division, a logarithm or half precision, and evaluate again.");
  }
}
