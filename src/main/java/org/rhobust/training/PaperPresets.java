package org.rhobust.training;

import java.util.List;
import org.rhobust.attack.PgdSettings;

/**
 * The configurations of the ICML 2020 paper for MNIST, SVHN and CIFAR-10, and the article's for
 * CIFAR-10: 40 steps of PGD with momentum 0.9 and backtracking by 1.5. They want a GPU.
 */
final class PaperPresets {

  static final Preset MNIST =
      new Preset(
          "mnist-paper", "MNIST, ResNet-20, 100 epochs, as in the paper", PaperPresets::mnist);

  static final Preset SVHN =
      new Preset("svhn-paper", "SVHN, ResNet-20, 200 epochs, as in the paper", PaperPresets::svhn);

  static final Preset CIFAR10 =
      new Preset(
          "cifar10-paper",
          "CIFAR-10, ResNet-20, 200 epochs, as in the paper",
          PaperPresets::cifar10);

  static final Preset CIFAR10_ARTICLE =
      new Preset(
          "cifar10-article",
          "CIFAR-10, WRN-28-10, 150 epochs, as in the article",
          PaperPresets::cifar10Article);

  private static final int STEPS = 40;
  private static final double COLOUR_EPSILON = 0.03;
  private static final double COLOUR_STEP_SIZE = 0.005;

  private PaperPresets() {}

  private static TrainingSettings mnist(TrainingMethod method) {
    double stepSize = method == TrainingMethod.ADVERSARIAL ? 0.05 : 0.01;
    return settings(
        MNIST,
        new Images("mnist", 60_000, List.of()),
        "resnet20",
        method,
        new Duration(100, 100),
        OptimiserSettings.exponential(0.1, 0.93),
        10,
        attack(method, 0.3, stepSize));
  }

  private static TrainingSettings svhn(TrainingMethod method) {
    return settings(
        SVHN,
        new Images("svhn", 73_257, List.of()),
        "resnet20",
        method,
        new Duration(200, 100),
        OptimiserSettings.exponential(0.1, 0.95),
        10,
        attack(method, COLOUR_EPSILON, COLOUR_STEP_SIZE));
  }

  private static TrainingSettings cifar10(TrainingMethod method) {
    return settings(
        CIFAR10,
        new Images("cifar10", 50_000, List.of("crop", "flip", "contrast")),
        "resnet20",
        method,
        new Duration(200, 100),
        OptimiserSettings.exponential(0.075, 0.95),
        10,
        attack(method, COLOUR_EPSILON, COLOUR_STEP_SIZE));
  }

  private static TrainingSettings cifar10Article(TrainingMethod method) {
    return settings(
        CIFAR10_ARTICLE,
        new Images("cifar10", 50_000, List.of("crop", "flip", "autoaugment", "cutout")),
        "wrn-28-10",
        method,
        new Duration(150, 128),
        new OptimiserSettings(0.05, 0.9, true, 5e-4, "steps", 0.1, List.of(60, 90, 120)),
        12,
        attack(method, COLOUR_EPSILON, COLOUR_STEP_SIZE));
  }

  private record Images(String dataset, int count, List<String> augmentation) {}

  private record Duration(int epochs, int batch) {}

  private static TrainingSettings settings(
      Preset preset,
      Images images,
      String network,
      TrainingMethod method,
      Duration duration,
      OptimiserSettings optimiser,
      double rho,
      PgdSettings attack) {
    boolean adversarial = method == TrainingMethod.ADVERSARIAL;
    return new TrainingSettings(
        preset.name(),
        images.dataset(),
        network,
        method,
        images.count(),
        null,
        images.augmentation(),
        null,
        duration.epochs(),
        duration.batch(),
        0,
        optimiser,
        "power",
        rho,
        0.5,
        attack,
        adversarial ? List.of("uniform") : List.of("gaussian", "uniform-norm", "zero"));
  }

  private static PgdSettings attack(TrainingMethod method, double epsilon, double stepSize) {
    boolean adversarial = method == TrainingMethod.ADVERSARIAL;
    return new PgdSettings(
        "linf",
        epsilon,
        STEPS,
        stepSize,
        0.9,
        1.5,
        adversarial ? "cross-entropy" : "confidence",
        null,
        adversarial ? "uniform" : "zero",
        1);
  }
}
