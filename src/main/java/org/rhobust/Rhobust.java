package org.rhobust;

/** Starts the workbench, or with a word on the command line the same work without a window. */
public final class Rhobust {

  private Rhobust() {}

  /** Opens the workbench when {@code arguments} is empty, else runs them as a command line. */
  public static void main(String[] arguments) {}
}
