package org.rhobust.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.rhobust.model.ImageShape;
import org.rhobust.model.OpenModel;
import org.rhobust.model.TorchScriptClassifier.Output;
import picocli.CommandLine.Option;

/** What a TorchScript file does not say of itself. */
final class TorchScriptOptions {

  @Option(
      names = "--classes",
      paramLabel = "K",
      description = "TorchScript only: the number of classes, at least 2.")
  Integer classes;

  @Option(
      names = "--input",
      paramLabel = "CxHxW",
      description = "TorchScript only: the shape of an image, such as 1x28x28.")
  String input;

  @Option(
      names = "--output",
      defaultValue = "auto",
      paramLabel = "KIND",
      description =
          "TorchScript only: the model returns logits or probabilities; auto tries a few images and"
              + " says what it found (default: ${DEFAULT-VALUE}).")
  String output;

  /** The options that were given, each after a space, as a command line takes them. */
  String command() {
    return given() ? " --classes %d --input %s --output %s".formatted(classes, input, output) : "";
  }

  /** Whether one of the options was given. */
  boolean given() {
    return classes != null || input != null || !output.equals("auto");
  }

  /**
   * A TorchScript file as a model, which says through the console what was found out when it is
   * opened.
   *
   * @throws IllegalArgumentException when an option is missing or wrong
   */
  ModelOptions.Source source(String model, Console console) {
    if (classes == null || input == null) {
      throw new IllegalArgumentException(
          model + " is taken as a TorchScript file: give --classes K and --input CxHxW");
    }
    if (classes < 2) {
      throw new IllegalArgumentException("classes is " + classes + "; it must be 2 or more");
    }
    ImageShape shape = ImageShape.parse(input);
    Output kind = output();
    Path file = Path.of(model);
    return new ModelOptions.Source(
        classes,
        shape,
        null,
        device ->
            ModelOptions.tell(
                OpenModel.openTorchScript(file, classes, shape, kind, device), console));
  }

  private Output output() {
    return switch (output) {
      case "auto" -> Output.AUTO;
      case "logits" -> Output.LOGITS;
      case "probabilities" -> Output.PROBABILITIES;
      default ->
          throw new IllegalArgumentException(
              "output '" + output + "' is unknown; use auto, logits or probabilities");
    };
  }

  /** Whether {@code model} is taken as a TorchScript file: it is no name and no folder. */
  static boolean isFile(String model) {
    try {
      return model.toLowerCase(Locale.ROOT).endsWith(".pt") && !Files.isDirectory(Path.of(model))
          || Files.isRegularFile(Path.of(model));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
