package org.rhobust.threat;

import java.util.List;

/** The norms by name. A new norm is one class and one line here. */
public final class Norms {

  public static final Norm L_INFINITY = new LInfinity();

  private static final List<Norm> ALL = List.of(L_INFINITY, new L2(), new L1(), new L0());

  private Norms() {}

  /** All norms, in the order shown to people. */
  public static List<Norm> all() {
    return ALL;
  }

  /**
   * The norm of this name.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public static Norm of(String name) {
    return ALL.stream()
        .filter(norm -> norm.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "norm '" + name + "' is unknown; use one of " + names()));
  }

  /** The names that {@link #of} takes, separated by commas. */
  public static String names() {
    return String.join(", ", ALL.stream().map(Norm::name).toList());
  }
}
