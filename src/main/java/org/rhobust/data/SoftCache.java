package org.rhobust.data;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;

/** Keeps what was loaded until memory runs short, and loads it again then. */
final class SoftCache<T> {

  private final Supplier<T> loader;
  private SoftReference<T> reference = new SoftReference<>(null);

  SoftCache(Supplier<T> loader) {
    this.loader = loader;
  }

  synchronized T get() {
    T value = reference.get();
    if (value == null) {
      value = loader.get();
      reference = new SoftReference<>(value);
    }
    return value;
  }
}
