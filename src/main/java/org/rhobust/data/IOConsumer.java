package org.rhobust.data;

import java.io.IOException;

/** Work on a file or stream that may fail. */
@FunctionalInterface
public interface IOConsumer<T> {

  /**
   * Does the work.
   *
   * @throws IOException if reading or writing fails
   */
  void accept(T value) throws IOException;
}
