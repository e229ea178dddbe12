package org.rhobust.evaluation.battery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.rhobust.attack.Attack;
import org.rhobust.evaluation.Inference;
import org.rhobust.evaluation.Predictions;
import org.rhobust.model.Classifier;

/**
 * Runs a battery. The work is cut into parts, one restart of one attack on one batch each, so that
 * other jobs can run between them and an interrupted evaluation loses one part at most. Its memory
 * does not grow with the steps of its attacks.
 */
public final class BatteryEvaluation implements AutoCloseable {

  private static final int BATCH = 50;

  private final Classifier classifier;
  private final TestSplit split;
  private final AttackBattery battery;
  private final long seed;
  private final PartStore store;
  private final List<Part> parts = new ArrayList<>();
  private final Map<PartStore.Batch, PartStore.Found> found = new HashMap<>();
  private final double allPoints;
  private Predictions heldOut;
  private int done;
  private double pointsDone;
  private double pointsOfPart;

  private record Part(PartStore.Batch batch, int restart) {

    /** How many points it evaluates. */
    double points() {
      return (double) batch.entry().attack().evaluations() * (batch.to() - batch.from());
    }
  }

  /**
   * @param store keeps finished parts
   * @throws IllegalArgumentException when the classifier does not fit the images or an attack
   */
  public BatteryEvaluation(
      Classifier classifier, TestSplit split, AttackBattery battery, long seed, PartStore store) {
    split.requireFits(classifier);
    this.classifier = classifier;
    this.split = split;
    this.battery = battery;
    this.seed = seed;
    this.store = store;
    battery.attacks().forEach(entry -> plan(entry, split.attacked()));
    int curveImages = Math.min(battery.curveImages(), split.attacked());
    battery.securityCurve().forEach(entry -> plan(entry, curveImages));
    battery.stepsCurve().forEach(entry -> plan(entry, curveImages));
    allPoints = parts.stream().mapToDouble(Part::points).sum();
  }

  /** As the other constructor, keeping nothing. */
  public BatteryEvaluation(
      Classifier classifier, TestSplit split, AttackBattery battery, long seed) {
    this(classifier, split, battery, seed, PartStore.none());
  }

  /** The number of parts. */
  public int parts() {
    return parts.size();
  }

  /** Whether all parts have run. */
  public boolean finished() {
    return done == parts.size();
  }

  /** The share done in [0, 1], by the number of points to evaluate. */
  public double progress() {
    return Math.min(1, (pointsDone + pointsOfPart) / allPoints);
  }

  /**
   * The predictions on the held-out images, taken at the first call.
   *
   * @param betweenBatches called before each batch; may throw to end the work
   */
  public Predictions heldOut(Runnable betweenBatches) {
    if (heldOut == null) {
      heldOut = Inference.predict(classifier, split.images().last(split.heldOut()), betweenBatches);
    }
    return heldOut;
  }

  /**
   * Runs the next part, on the compute thread.
   *
   * @param betweenPoints called after each point of the batch; may throw to end the work, and then
   *     this part begins again at the next call
   */
  public void runNext(Runnable betweenPoints) {
    Part part = parts.get(done);
    pointsOfPart = 0;
    if (part.restart() == 0) {
      restore(part.batch());
    }
    PartStore.Found before = found.get(part.batch());
    if (before == null || before.restarts() <= part.restart()) {
      PartStore.Found after = attack(part, before, betweenPoints);
      store.save(part.batch(), after);
      found.put(part.batch(), after);
    }
    if (part.restart() + 1 == part.batch().entry().restarts()) {
      found.compute(part.batch(), (batch, whole) -> lightened(whole, batch.entry()));
    }
    pointsOfPart = 0;
    pointsDone += part.points();
    done++;
  }

  /**
   * The result, once {@link #finished}; predicts the clean and held-out images.
   *
   * @param betweenBatches called before each batch; may throw to end the work
   */
  public BatteryResult result(Runnable betweenBatches) {
    return new BatteryResult(
        battery,
        heldOut(betweenBatches),
        Inference.predict(classifier, split.images().first(split.clean()), betweenBatches),
        results(battery.attacks()),
        points(battery.securityCurve(), BatteryEntry::epsilon),
        points(battery.stepsCurve(), BatteryEntry::steps));
  }

  /** Frees what the attacks have loaded. */
  @Override
  public void close() {
    Stream.of(battery.attacks(), battery.securityCurve(), battery.stepsCurve())
        .flatMap(List::stream)
        .map(BatteryEntry::attack)
        .forEach(Attack::close);
  }

  private void plan(BatteryEntry entry, int count) {
    entry.attack().requireFits(classifier);
    for (int from = 0; from < count; from += BATCH) {
      PartStore.Batch batch = new PartStore.Batch(entry, from, Math.min(count, from + BATCH));
      for (int restart = 0; restart < entry.restarts(); restart++) {
        parts.add(new Part(batch, restart));
      }
    }
  }

  /** Only of attacks are pictures shown: the rest lets go of its perturbations. */
  private PartStore.Found lightened(PartStore.Found whole, BatteryEntry entry) {
    return battery.attacks().contains(entry) && entry.adversarial()
        ? whole
        : new PartStore.Found(
            whole.restarts(),
            whole.images().stream().map(AttackedImage::withoutPerturbation).toList());
  }

  /** More restarts than are asked for would be another attack. */
  private void restore(PartStore.Batch batch) {
    store
        .load(batch)
        .filter(kept -> kept.restarts() <= batch.entry().restarts())
        .ifPresent(kept -> found.put(batch, kept));
  }

  private PartStore.Found attack(Part part, PartStore.Found before, Runnable betweenPoints) {
    PartStore.Batch batch = part.batch();
    AttackedImage[] images = new AttackedImage[batch.to() - batch.from()];
    Arrays.setAll(
        images,
        i -> before == null ? AttackedImage.untouched(batch.from() + i) : before.images().get(i));
    int[] open =
        Arrays.stream(images)
            .filter(image -> !image.decided())
            .mapToInt(AttackedImage::index)
            .toArray();
    if (open.length > 0) {
      BatchAttack.run(
              classifier,
              split.images(),
              open,
              batch.entry().attack(),
              part.restart(),
              seed,
              (perturbations, logits) -> {
                pointsOfPart += batch.to() - batch.from();
                betweenPoints.run();
              })
          .forEach(
              image -> {
                int i = image.index() - batch.from();
                images[i] = images[i].worst(image);
              });
    }
    return new PartStore.Found(part.restart() + 1, List.of(images));
  }

  /** One result for each budget, each image by the worst of the attacks of that budget. */
  private List<AttackResult> points(
      List<BatteryEntry> curve, ToDoubleFunction<BatteryEntry> budget) {
    Map<Double, AttackResult> points = new TreeMap<>();
    for (AttackResult result : results(curve)) {
      points.merge(budget.applyAsDouble(result.entry()), result, AttackResult::worst);
    }
    return List.copyOf(points.values());
  }

  private List<AttackResult> results(List<BatteryEntry> entries) {
    List<AttackResult> results = new ArrayList<>();
    for (BatteryEntry entry : entries) {
      List<AttackedImage> images = new ArrayList<>();
      parts.stream()
          .filter(part -> part.batch().entry() == entry && part.restart() == 0)
          .forEach(part -> images.addAll(found.get(part.batch()).images()));
      results.add(new AttackResult(entry, images));
    }
    return results;
  }
}
