package org.rhobust.data;

import java.io.ByteArrayOutputStream;

/** CIFAR records as bytes. */
final class CifarFixture {

  static final int PIXELS = 3072;

  private CifarFixture() {}

  /** CIFAR-10 records with these labels. */
  static byte[] ten(int... labels) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < labels.length; i++) {
      bytes.write(labels[i]);
      bytes.writeBytes(image(i));
    }
    return bytes.toByteArray();
  }

  /** CIFAR-100 records with these fine labels; the coarse ones are 19. */
  static byte[] hundred(int... labels) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < labels.length; i++) {
      bytes.write(19);
      bytes.write(labels[i]);
      bytes.writeBytes(image(i));
    }
    return bytes.toByteArray();
  }

  /** The pixels of record {@code i}. */
  static byte[] image(int i) {
    byte[] pixels = new byte[PIXELS];
    for (int k = 0; k < PIXELS; k++) {
      pixels[k] = (byte) (31 * i + 7 * k);
    }
    return pixels;
  }
}
