package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rhobust.model.Classifier;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Seeds;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;
import org.rhobust.threat.ThreatModel;

/**
 * Random noise in the ball, many draws an image, of which the one with the most confidence in a
 * wrong class is the best. An attack that follows gradients and finds less than this is broken.
 *
 * @param draws how many an image, at least 1
 */
public record NoiseAttack(ThreatModel threat, NoiseKind kind, int draws) implements Attack {

  /** How many images one forward pass takes at most, unless the batch itself is larger. */
  private static final int LARGEST_BATCH = 250;

  /** Reads kind, norm, epsilon and draws. */
  static NoiseAttack of(AttackOptions options) {
    NoiseKind kind = NoiseKind.of(options.choice("kind", NoiseKind.keys(), "uniform"));
    return new NoiseAttack(options.threatModel(kind.norms()), kind, options.count("draws", 1000));
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "%s noise, %d draws", kind.key(), draws);
  }

  @Override
  public Family family() {
    return Family.NOISE;
  }

  @Override
  public Optional<ThreatModel> threatModel() {
    return Optional.of(threat);
  }

  @Override
  public int evaluations() {
    return draws;
  }

  @Override
  public NDArray run(
      Classifier classifier,
      AttackBatch batch,
      int restart,
      long seed,
      CandidateObserver observer) {
    RandomGenerator[] random =
        Arrays.stream(batch.indices())
            .mapToObj(index -> Seeds.generator(seed, index, restart))
            .toArray(RandomGenerator[]::new);
    int atOnce = Math.max(1, LARGEST_BATCH / batch.size());
    try (Scope scope = Scope.open()) {
      BestCandidate best =
          new BestCandidate(classifier, batch, Objectives.of("confidence"), observer);
      for (int done = 0; done < draws; done += atOnce) {
        evaluate(classifier, batch, random, Math.min(atOnce, draws - done), best);
      }
      return scope.keep(best.perturbations());
    }
  }

  /** Several draws of each image in one forward pass. */
  private void evaluate(
      Classifier classifier,
      AttackBatch batch,
      RandomGenerator[] random,
      int count,
      BestCandidate best) {
    Norm norm = Norms.of(threat.norm());
    try (Scope scope = Scope.open()) {
      NDArray images = batch.images().tile(new long[] {count, 1, 1, 1});
      NDArray noise =
          images.getManager().create(draw(norm, random, count, images), images.getShape());
      NDArray points = norm.feasibleProjection(images, threat.epsilon()).apply(noise);
      NDArray logits = classifier.logits(images.add(points));
      for (int i = 0; i < count; i++) {
        NDIndex draw = new NDIndex("{}:{}", i * batch.size(), (i + 1) * batch.size());
        try (Scope slice = Scope.open()) {
          best.consider(points.get(draw), logits.get(draw));
        }
      }
    }
  }

  private float[] draw(Norm norm, RandomGenerator[] random, int count, NDArray images) {
    int size = (int) (images.size() / images.getShape().get(0));
    float[] noise = new float[(int) images.size()];
    for (int i = 0; i < count * random.length; i++) {
      float[] one = kind.draw(size, norm, threat.epsilon(), random[i % random.length]);
      System.arraycopy(one, 0, noise, i * size, size);
    }
    return noise;
  }
}
