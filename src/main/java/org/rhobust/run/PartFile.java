package org.rhobust.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.DataException;
import org.rhobust.data.NpyArray;
import org.rhobust.data.NpzReader;
import org.rhobust.data.NpzWriter;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BestPoint;
import org.rhobust.evaluation.battery.PartStore;

/**
 * A part of an evaluation as a NumPy archive: {@code restarts} [1], {@code candidates} [N, 2] (the
 * highest confidence among misclassified candidates and among all), {@code best} [N, 6] (1 where
 * there is a best point, then its numbers) and {@code perturbations} [N, C·H·W].
 */
final class PartFile {

  private static final String RESTARTS = "restarts";
  private static final String CANDIDATES = "candidates";
  private static final String BEST = "best";
  private static final String PERTURBATIONS = "perturbations";
  private static final int BEST_WIDTH = 6;

  private PartFile() {}

  /** Writes the part whole or not at all. All its numbers come from floats, so none is rounded. */
  static void write(Path file, PartStore.Found found, int imageLength) {
    List<AttackedImage> images = found.images();
    AtomicFiles.write(
        file,
        stream -> {
          NpzWriter npz = new NpzWriter(stream);
          npz.integers(RESTARTS, new long[] {found.restarts()});
          npz.beginFloats(CANDIDATES, images.size(), 2);
          for (AttackedImage image : images) {
            npz.append(
                new float[] {
                  (float) image.misclassifiedConfidence(), (float) image.anyConfidence()
                });
          }
          npz.beginFloats(BEST, images.size(), BEST_WIDTH);
          for (AttackedImage image : images) {
            npz.append(numbers(image.best()));
          }
          npz.beginFloats(PERTURBATIONS, images.size(), imageLength);
          for (AttackedImage image : images) {
            npz.append(image.best() == null ? new float[imageLength] : image.best().perturbation());
          }
          npz.finish();
        });
  }

  /**
   * Reads the part of images {@code from} to {@code to}.
   *
   * @throws DataException when it is damaged or of other images
   */
  static PartStore.Found read(Path file, int from, int to, int imageLength) {
    int count = to - from;
    try (NpzReader npz = NpzReader.open(file)) {
      NpyArray candidates = array(file, npz, CANDIDATES, count * 2);
      NpyArray best = array(file, npz, BEST, count * BEST_WIDTH);
      NpyArray perturbations = array(file, npz, PERTURBATIONS, count * imageLength);
      List<AttackedImage> images = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        images.add(
            new AttackedImage(
                from + i,
                candidates.number(2 * i),
                candidates.number(2 * i + 1),
                best(best, i * BEST_WIDTH, row(perturbations, i, imageLength))));
      }
      return new PartStore.Found((int) array(file, npz, RESTARTS, 1).number(0), images);
    }
  }

  private static float[] numbers(BestPoint best) {
    return best == null
        ? new float[BEST_WIDTH]
        : new float[] {
          1,
          (float) best.adversarialConfidence(),
          (float) best.confidence(),
          best.prediction(),
          (float) best.roundedConfidence(),
          best.roundedPrediction()
        };
  }

  private static BestPoint best(NpyArray numbers, int at, float[] perturbation) {
    return numbers.number(at) == 0
        ? null
        : new BestPoint(
            perturbation,
            numbers.number(at + 1),
            numbers.number(at + 2),
            (int) numbers.number(at + 3),
            numbers.number(at + 4),
            (int) numbers.number(at + 5));
  }

  private static float[] row(NpyArray rows, int i, int width) {
    float[] row = new float[width];
    for (int k = 0; k < width; k++) {
      row[k] = (float) rows.number(i * width + k);
    }
    return row;
  }

  private static NpyArray array(Path file, NpzReader npz, String name, int size) {
    NpyArray array = npz.read(name);
    if (array.size() != size) {
      throw new DataException(
          "%s: array %s holds %d numbers, not %d".formatted(file, name, array.size(), size));
    }
    return array;
  }
}
