package org.rhobust.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.rhobust.attack.ImageAttack.Outcome;
import org.rhobust.data.ImageSet;
import org.rhobust.data.NpzWriter;

/**
 * The perturbations of lowest objective for NumPy: {@code index} [N] and {@code perturbation} [N,
 * C, H, W].
 */
public final class PerturbationFile implements AttackFile {

  private final NpzWriter npz;

  /**
   * Begins the file.
   *
   * @param images the set that the attacked images are in
   * @param indices of the images, in the order in which they are written
   */
  public PerturbationFile(OutputStream stream, ImageSet images, int[] indices) throws IOException {
    npz = new NpzWriter(stream);
    npz.integers("index", Arrays.stream(indices).asLongStream().toArray());
    npz.beginFloats(
        "perturbation", indices.length, images.channels(), images.height(), images.width());
  }

  @Override
  public void write(Outcome outcome) throws IOException {
    npz.append(outcome.perturbation());
  }

  @Override
  public void finish() throws IOException {
    npz.finish();
  }
}
