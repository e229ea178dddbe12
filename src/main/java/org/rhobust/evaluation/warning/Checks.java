package org.rhobust.evaluation.warning;

import java.util.List;

/** All checks, the gravest first. A new one is one class and one line here. */
final class Checks {

  static final List<Check> ALL =
      List.of(
          new OutputsNotFinite(),
          new UnstablePredictions(),
          new HiddenLogits(),
          new VanishingGradients(),
          new SaturatedObjective(),
          new MissingZeroStart(),
          new ShortReach(),
          new BlackBoxBeatsWhiteBox(),
          new SingleStepBeatsIterative(),
          new NoiseBeatsPgd(),
          new MoreSteps(),
          new LongerRunBeatsBattery(),
          new AccuracyAtLargeEpsilon(),
          new EightBitRounding(),
          new FewImages());

  private Checks() {}
}
