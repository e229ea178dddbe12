package org.rhobust.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The element types that are read, all little-endian. */
enum NpyType {
  FLOAT32("<f4", 4, false),
  FLOAT64("<f8", 8, false),
  INT64("<i8", 8, true),
  INT32("<i4", 4, true),
  INT16("<i2", 2, true),
  INT8("|i1", 1, true),
  UINT8("|u1", 1, true),
  BOOL("|b1", 1, true);

  private final String descr;
  private final int bytes;
  private final boolean integral;

  NpyType(String descr, int bytes, boolean integral) {
    this.descr = descr;
    this.bytes = bytes;
    this.integral = integral;
  }

  /** The type that NumPy describes so, such as {@code <f4}. */
  static Optional<NpyType> of(String descr) {
    return Arrays.stream(values()).filter(type -> type.descr.equals(descr)).findFirst();
  }

  /** The size of a value. */
  int bytes() {
    return bytes;
  }

  boolean integral() {
    return integral;
  }

  /** Value {@code i} of a float type. */
  double real(ByteBuffer values, int i) {
    return this == FLOAT32 ? values.getFloat(4 * i) : values.getDouble(8 * i);
  }

  /** Value {@code i} of an integral type. */
  long integer(ByteBuffer values, int i) {
    return switch (bytes) {
      case 8 -> values.getLong(8 * i);
      case 4 -> values.getInt(4 * i);
      case 2 -> values.getShort(2 * i);
      default -> this == INT8 ? values.get(i) : values.get(i) & 0xff;
    };
  }
}
