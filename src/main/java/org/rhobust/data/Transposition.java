package org.rhobust.data;

/** Turns the axes of images in place, image by image, so that no second copy of all is needed. */
final class Transposition {

  private Transposition() {}

  /** Images [H, W, C] become [C, H, W]. */
  static void channelsFirst(byte[] pixels, int channels, int plane) {
    swap(pixels, plane, channels);
  }

  /** Planes in column-major order, as MATLAB stores them, become row-major [H, W]. */
  static void rowMajor(byte[] pixels, int height, int width) {
    swap(pixels, width, height);
  }

  /** Each piece of {@code rows · columns} bytes is taken for a matrix and transposed. */
  private static void swap(byte[] pixels, int rows, int columns) {
    if (rows == 1 || columns == 1) {
      return;
    }
    byte[] piece = new byte[rows * columns];
    for (int start = 0; start < pixels.length; start += piece.length) {
      System.arraycopy(pixels, start, piece, 0, piece.length);
      int next = start;
      for (int column = 0; column < columns; column++) {
        for (int k = column; k < piece.length; k += columns) {
          pixels[next++] = piece[k];
        }
      }
    }
  }
}
