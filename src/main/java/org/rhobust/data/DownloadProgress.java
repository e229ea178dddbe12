package org.rhobust.data;

/** Hears how far a download is. */
@FunctionalInterface
public interface DownloadProgress {

  /** {@code bytes} of {@code total} are here, those of an earlier attempt included. */
  void at(long bytes, long total);
}
