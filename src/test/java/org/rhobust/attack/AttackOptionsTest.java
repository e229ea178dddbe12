package org.rhobust.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a battery file gets wrong is named with its place and the cure. */
class AttackOptionsTest {

  @Test
  void everythingReadIsEverythingNeededToRepeatIt() {
    AttackOptions options = options("slide", "norm", "l1", "epsilon", 12L, "steps", 40L);
    Attack attack = Attacks.of(options);

    assertThat(options.finish())
        .containsEntry("attack", "slide")
        .containsEntry("epsilon", 12L)
        .containsEntry("objective", "confidence")
        .containsEntry("sparsity", 0.05)
        .containsEntry("steps", 40L)
        .containsEntry("initialisation", "zero");
    assertThat(attack.evaluations()).isEqualTo(41);
    assertThat(attack.threatModel()).hasToString("Optional[L1 12]");
  }

  @Test
  void anUnknownKeyIsNamedWithThoseThereAre() {
    refused(
        "my.toml, stepz is unknown here; use one of attack, epsilon, initialisation, norm,"
            + " objective, steps",
        options("apgd", "norm", "linf", "epsilon", 0.3, "stepz", 3L));
  }

  @Test
  void anUnknownWordIsNamedWithThoseThereAre() {
    refused("my.toml, attack 'pdg' is unknown; use one of apgd, ", options("pdg"));
    refused(
        "my.toml, norm 'l1' is unknown; use one of l2, linf",
        options("apgd", "norm", "l1", "epsilon", 1L));
    refused(
        "my.toml, norm: norm 'l3' is unknown; use one of",
        options("pgd", "norm", "l3", "epsilon", 1L));
    refused(
        "my.toml, initialisation: initialisation 'warm' is unknown; use one of zero, ",
        linf("apgd", "initialisation", "warm"));
    refused(
        "my.toml, objective 'targeted' is unknown; use one of confidence, ",
        linf("fgsm", "objective", "targeted"));
    refused(
        "my.toml, objective 'margin' is unknown; use one of confidence, logit",
        linf("multi-targeted", "objective", "margin"));
    refused(
        "my.toml, source: there is no model \"mnist-ccta\"; give one of: mnist-",
        linf("transfer", "source", "mnist-ccta"));
  }

  @Test
  void aNumberOutOfRangeIsNamedWithTheRange() {
    refused("my.toml, epsilon is -0.1; it must be 0 or more", with(-0.1));
    refused("my.toml, steps is 0; it must be a whole number, 1 or more", linf("apgd", "steps", 0L));
    refused("my.toml, steps is 1.5; it must be a whole number", linf("pgd", "steps", 1.5));
    refused(
        "my.toml, targets is 0; it must be a whole number, 1 or more",
        linf("multi-targeted", "targets", 0L));
    refused(
        "my.toml, sparsity is 1.5; it must be ",
        options("slide", "norm", "l1", "epsilon", 1L, "sparsity", 1.5));
    refused("my.toml, momentum is 1.0; it must be 0 to 0.999", linf("distal", "momentum", 1L));
    refused("my.toml, backtracking is 1.0; it must be above 1", linf("pgd", "backtracking", 1L));
    refused(
        "my.toml, every is 0; it must be a whole number, 1 or more",
        linf("transfer", "source", "mnist-ccat", "every", 0L));
  }

  @Test
  void aMissingKeyAWrongTypeAndAContradictionAreNamed() {
    refused("my.toml, epsilon is missing", options("fgsm", "norm", "linf"));
    refused("my.toml, source is missing", linf("transfer"));
    refused("my.toml, epsilon is 0.3; it must be a number", with("0.3"));
    refused("my.toml, norm is 2; it must be a text", options("fgsm", "norm", 2L));
    refused(
        "my.toml, relative-step-size stands beside step-size; give one of them",
        linf("pgd", "step-size", 0.1, "relative-step-size", 0.1));
  }

  private static AttackOptions with(Object epsilon) {
    return options("fgsm", "norm", "linf", "epsilon", epsilon);
  }

  private static AttackOptions linf(String attack, Object... more) {
    Map<String, Object> settings = settings(attack, more);
    settings.put("norm", "linf");
    settings.put("epsilon", 0.3);
    return new AttackOptions(settings, key -> "my.toml, " + key);
  }

  private static AttackOptions options(String attack, Object... more) {
    return new AttackOptions(settings(attack, more), key -> "my.toml, " + key);
  }

  private static Map<String, Object> settings(String attack, Object... more) {
    Map<String, Object> settings = new HashMap<>(Map.of("attack", attack));
    for (int i = 0; i < more.length; i += 2) {
      settings.put((String) more[i], more[i + 1]);
    }
    return settings;
  }

  private static void refused(String start, AttackOptions options) {
    assertThatThrownBy(
            () -> {
              Attacks.of(options);
              options.finish();
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(start)
        .hasMessageNotContaining("\n");
  }
}
