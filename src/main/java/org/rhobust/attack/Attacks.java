package org.rhobust.attack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The attacks by the names that battery files use. A new attack is one class and one line here. */
public final class Attacks {

  private static final Map<String, Function<AttackOptions, Attack>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("pgd", PgdAttack::of);
    ALL.put("slide", SlideAttack::of);
    ALL.put("apgd", ApgdAttack::of);
    ALL.put("multi-targeted", MultiTargetedAttack::of);
    ALL.put("fgsm", FgsmAttack::of);
    ALL.put("transfer", TransferAttack::of);
    ALL.put("distal", DistalAttack::of);
    ALL.put("square", SquareAttack::of);
    ALL.put("noise", NoiseAttack::of);
    ALL.put("frames", FramesAttack::of);
    ALL.put("corruption", CorruptionAttack::of);
  }

  private Attacks() {}

  /**
   * The attack that the key {@code attack} names, with the other keys as its settings.
   *
   * @throws IllegalArgumentException in one line that names the place and the cure when there is no
   *     such attack or a setting is out of range; keys that are not the attack's are left to {@link
   *     AttackOptions#finish}
   */
  public static Attack of(AttackOptions options) {
    return ALL.get(options.choice("attack", ALL.keySet(), null)).apply(options);
  }

  /** The names, separated by commas. */
  public static String names() {
    return String.join(", ", ALL.keySet());
  }
}
