package org.rhobust.data;

import java.nio.file.Path;
import java.util.Arrays;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

/**
 * A file of SVHN's cropped digits: the array X of unsigned bytes [H, W, C, N] in MATLAB's
 * column-major order, and the array y of labels 1..10, where 10 means the digit 0.
 */
final class SvhnFile {

  /** How the names of such files end. */
  static final String ENDING = ".mat";

  private static final int MOST_SIDE = 4096;

  private SvhnFile() {}

  /**
   * The images and labels, the digits 0..9.
   *
   * @param name what messages call the set
   * @throws DataException if {@code file} cannot be read or is not such a file
   */
  static ImageSet read(String name, Path file) {
    MatArrays arrays = MatArrays.read(file, "X", "y");
    int[] extents = extents(file, arrays.get("X"));
    int[] labels = labels(file, arrays.get("y"));
    if (labels.length != extents[3]) {
      throw new DataException(
          "%s: X holds %d images, but y holds %d labels; fetch the file again"
              .formatted(file, extents[3], labels.length));
    }
    byte[] pixels = arrays.bytes("X");
    Transposition.rowMajor(pixels, extents[0], extents[1]);
    return ImageSet.owning(name, Svhn.DIGITS, extents[2], extents[0], extents[1], pixels, labels);
  }

  /** Height, width, channels and count; MATLAB drops a count of 1. */
  private static int[] extents(Path file, Matrix images) {
    int[] given = images.getDimensions();
    int[] extents = Arrays.copyOf(given, 4);
    if (given.length == 3) {
      extents[3] = 1;
    }
    boolean fits =
        images.getType() == MatlabType.UInt8
            && !images.isComplex()
            && (given.length == 3 || given.length == 4)
            && isSide(extents[0])
            && isSide(extents[1])
            && (extents[2] == 1 || extents[2] == 3)
            && extents[3] >= 1;
    if (!fits) {
      throw new DataException(
          "%s: X is %s %s, but must be UInt8 [H, W, C, N] with C of 1 or 3; give a file as SVHN's train_32x32.mat"
              .formatted(file, images.getType(), Arrays.toString(given)));
    }
    return extents;
  }

  private static boolean isSide(int extent) {
    return extent >= 1 && extent <= MOST_SIDE;
  }

  private static int[] labels(Path file, Matrix matrix) {
    int[] labels = new int[matrix.getNumElements()];
    for (int i = 0; i < labels.length; i++) {
      double label = matrix.getDouble(i);
      if (label != Math.rint(label) || label < 1 || label > 10) {
        throw new DataException(
            "%s: label %s of image %d in y is outside 1..10; fetch the file again"
                .formatted(file, label, i));
      }
      labels[i] = (int) label % 10;
    }
    return labels;
  }
}
