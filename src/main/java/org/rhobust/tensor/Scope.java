package org.rhobust.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;

/**
 * Closes every array created on this thread between its opening and its end, whichever manager the
 * engine attached it to. What must outlive the scope is handed out with {@link #keep} or {@link
 * #persist}; nothing else can leak. Scopes nest.
 */
public final class Scope implements AutoCloseable {

  private final NDScope arrays = new NDScope();
  private final List<NDArray> kept = new ArrayList<>();

  private Scope() {}

  /** Opens a scope on this thread; scopes are closed in the reverse order of their opening. */
  public static Scope open() {
    return new Scope();
  }

  /** Lets {@code array} live on in the enclosing scope, or with its owner where there is none. */
  public NDArray keep(NDArray array) {
    NDScope.unregister(array);
    kept.add(array);
    return array;
  }

  /** Closes {@code old} and keeps {@code replacement} in its place, as {@link #keep} does. */
  public NDArray replace(NDArray old, NDArray replacement) {
    old.close();
    return keep(replacement);
  }

  /** Takes {@code array} out of the innermost scope for good: its owner closes it. */
  public static NDArray persist(NDArray array) {
    NDScope.unregister(array);
    return array;
  }

  @Override
  public void close() {
    arrays.close();
    kept.forEach(NDScope::register);
  }
}
