package org.rhobust;

import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/**
 * Lets TestFX start JavaFX before any test does. Where a picture was painted first, in a toolkit
 * without a stage, no click of its robot arrives any more, and which test comes first is the file
 * system's choice.
 */
public final class WindowsBeforePictures implements BeforeAllCallback {

  private static final List<String> PAINTING =
      List.of("org.rhobust.plot", "org.rhobust.report", "org.rhobust.workbench", "org.rhobust.cli");

  private static boolean started;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    String test = context.getRequiredTestClass().getName();
    if (!started && PAINTING.stream().anyMatch(test::startsWith)) {
      FxToolkit.registerPrimaryStage();
      started = true;
    }
  }
}
