package org.rhobust.evaluation.battery;

import java.util.List;
import java.util.Optional;

/** Keeps finished parts of an evaluation, so that an interrupted one goes on where it was. */
public interface PartStore {

  /**
   * A batch of images under one attack.
   *
   * @param entry the attack
   * @param from the first image
   * @param to the image after the last
   */
  record Batch(BatteryEntry entry, int from, int to) {}

  /**
   * What the first restarts of an attack did to a batch.
   *
   * @param restarts how many, at least 1
   * @param images in their order
   */
  record Found(int restarts, List<AttackedImage> images) {}

  /** What is kept of a batch, if anything. */
  Optional<Found> load(Batch batch);

  /** Keeps what is found so far in place of what was kept before. */
  void save(Batch batch, Found found);

  /** Keeps nothing. */
  static PartStore none() {
    return new PartStore() {
      @Override
      public Optional<Found> load(Batch batch) {
        return Optional.empty();
      }

      @Override
      public void save(Batch batch, Found found) {
        // There is nowhere to keep it.
      }
    };
  }
}
