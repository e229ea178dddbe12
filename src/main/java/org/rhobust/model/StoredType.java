package org.rhobust.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The types of stored values that become float32, and the counters that PyTorch puts beside. */
enum StoredType {
  F32(4) {
    @Override
    void read(ByteBuffer data, float[] values) {
      data.asFloatBuffer().get(values);
    }
  },
  F64(8) {
    @Override
    void read(ByteBuffer data, float[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) data.getDouble();
      }
    }
  },
  F16(2) {
    @Override
    void read(ByteBuffer data, float[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = ofHalf(data.getShort());
      }
    }
  },
  BF16(2) {
    @Override
    void read(ByteBuffer data, float[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Float.intBitsToFloat(data.getShort() << 16);
      }
    }
  },
  /** Of batch normalisation's {@code num_batches_tracked} alone, which nothing here needs. */
  I64(8) {
    @Override
    void read(ByteBuffer data, float[] values) {
      throw new UnsupportedOperationException("counters are left out");
    }
  };

  private static final String COUNTER = "num_batches_tracked";

  private final int bytes;

  StoredType(int bytes) {
    this.bytes = bytes;
  }

  /** The type of a tensor's entry, where it is one that can be read. */
  static Optional<StoredType> of(String name, String tensor) {
    return Arrays.stream(values())
        .filter(type -> type.name().equals(name))
        .filter(type -> type != I64 || isCounter(tensor))
        .findFirst();
  }

  /** Fills {@code values} from the beginning of {@code data}, which is little-endian. */
  abstract void read(ByteBuffer data, float[] values);

  /** The size of one value. */
  int bytes() {
    return bytes;
  }

  private static boolean isCounter(String tensor) {
    return tensor.equals(COUNTER) || tensor.endsWith("." + COUNTER);
  }

  /** IEEE 754 half precision: 1 sign bit, 5 of the exponent, 10 of the fraction. */
  private static float ofHalf(short half) {
    int exponent = half >> 10 & 0x1F;
    int fraction = half & 0x3FF;
    float magnitude =
        switch (exponent) {
          case 0 -> fraction * 0x1p-24f;
          case 0x1F -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
          default -> Float.intBitsToFloat((exponent + 112) << 23 | fraction << 13);
        };
    return half < 0 ? -magnitude : magnitude;
  }
}
