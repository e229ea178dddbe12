package org.rhobust.workbench;

import javafx.scene.Parent;

/** A view of the window. Made, and all its methods called, on the JavaFX thread. */
public interface View {

  /** What the window shows. */
  Parent root();

  /**
   * Lets go of everything outside the view that knows of it, so that it can be collected; it is
   * shown no more.
   */
  void close();
}
