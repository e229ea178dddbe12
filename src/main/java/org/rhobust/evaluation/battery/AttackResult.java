package org.rhobust.evaluation.battery;

import java.util.List;
import org.rhobust.evaluation.AttackOutcome;

/**
 * What one attack of a battery found, all restarts together.
 *
 * @param entry the attack
 * @param images the attacked images in their order, from the first of the set
 */
public record AttackResult(BatteryEntry entry, List<AttackedImage> images) {

  public AttackResult {
    images = List.copyOf(images);
  }

  /** The two numbers per image that decide every threshold. */
  public AttackOutcome outcome() {
    return outcome(images);
  }

  /** Each image by the worse of two attacks on it, under the name of the first. */
  AttackResult worst(AttackResult other) {
    List<AttackedImage> worst =
        images.stream().map(image -> image.worst(other.images.get(image.index()))).toList();
    return new AttackResult(entry, worst);
  }

  static AttackOutcome outcome(List<AttackedImage> images) {
    return new AttackOutcome(
        images.stream().mapToDouble(AttackedImage::misclassifiedConfidence).toArray(),
        images.stream().mapToDouble(AttackedImage::anyConfidence).toArray());
  }
}
