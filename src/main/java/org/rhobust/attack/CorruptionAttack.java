package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.Optional;
import org.rhobust.data.Corruption;
import org.rhobust.data.Corruptions;
import org.rhobust.model.Classifier;
import org.rhobust.model.ImageShape;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Seeds;
import org.rhobust.threat.ThreatModel;

/**
 * One picture of lower quality, without an adversary: "MNIST-C-like", see {@link Corruptions}.
 *
 * @param kind a name of {@link Corruptions}
 * @param severity from 1 to 5
 */
public record CorruptionAttack(String kind, int severity) implements Attack {

  /** Reads kind and severity. */
  static CorruptionAttack of(AttackOptions options) {
    return new CorruptionAttack(
        options.choice("kind", Corruptions.names(), null),
        options.wholeNumber("severity", 1, Corruptions.SEVERITIES, 3));
  }

  @Override
  public String describe() {
    return "MNIST-C-like " + kind + ", severity " + severity;
  }

  @Override
  public Family family() {
    return Family.CORRUPTION;
  }

  @Override
  public Optional<ThreatModel> threatModel() {
    return Optional.empty();
  }

  @Override
  public int evaluations() {
    return 1;
  }

  @Override
  public NDArray run(
      Classifier classifier,
      AttackBatch batch,
      int restart,
      long seed,
      CandidateObserver observer) {
    try (Scope scope = Scope.open()) {
      NDArray images = batch.images();
      float[] corrupted = corrupt(batch, classifier.input(), restart, seed);
      NDArray perturbations = images.getManager().create(corrupted, images.getShape()).sub(images);
      observer.observe(perturbations, classifier.logits(images.add(perturbations)));
      return scope.keep(perturbations);
    }
  }

  private float[] corrupt(AttackBatch batch, ImageShape shape, int restart, long seed) {
    Corruption corruption = Corruptions.of(kind);
    float[] pixels = batch.images().toFloatArray();
    for (int i = 0; i < batch.size(); i++) {
      int start = i * shape.size();
      float[] image = Arrays.copyOfRange(pixels, start, start + shape.size());
      float[] corrupted =
          corruption.apply(
              image,
              shape.height(),
              shape.width(),
              severity,
              Seeds.generator(seed, batch.indices()[i], restart));
      System.arraycopy(corrupted, 0, pixels, start, shape.size());
    }
    return pixels;
  }
}
