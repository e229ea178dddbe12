package org.rhobust.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.rhobust.data.ImageSet;
import org.rhobust.data.NpzWriter;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.run.Evaluation;

/**
 * The perturbations of the first threat model for NumPy: {@code index} [N] and {@code perturbation}
 * [N, C, H, W] of the best point of each attacked image.
 */
final class Perturbations {

  private Perturbations() {}

  static void write(Evaluation evaluation, OutputStream stream) throws IOException {
    ImageSet images = evaluation.split().images();
    BatteryResult result = evaluation.result();
    List<AttackedImage> attacked =
        result.worst(Headline.of(result)).stream()
            .filter(image -> image.best() != null && image.best().perturbation() != null)
            .toList();
    NpzWriter npz = new NpzWriter(stream);
    npz.integers("index", attacked.stream().mapToLong(AttackedImage::index).toArray());
    npz.beginFloats(
        "perturbation", attacked.size(), images.channels(), images.height(), images.width());
    for (AttackedImage image : attacked) {
      npz.append(image.best().perturbation());
    }
    npz.finish();
  }
}
