package org.rhobust.data;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;

/** Keeps a loaded set until memory runs short, and loads it again then. */
final class SoftCache {

  private final Supplier<ImageSet> loader;
  private SoftReference<ImageSet> reference = new SoftReference<>(null);

  SoftCache(Supplier<ImageSet> loader) {
    this.loader = loader;
  }

  synchronized ImageSet get() {
    ImageSet set = reference.get();
    if (set == null) {
      set = loader.get();
      reference = new SoftReference<>(set);
    }
    return set;
  }
}
