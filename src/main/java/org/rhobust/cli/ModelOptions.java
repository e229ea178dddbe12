package org.rhobust.cli;

import ai.djl.Device;
import java.util.function.Function;
import org.rhobust.data.ImageSet;
import org.rhobust.data.ImageSets;
import org.rhobust.data.ImageSource;
import org.rhobust.data.Pictures;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelSource;
import org.rhobust.model.OpenModel;
import org.rhobust.model.StoredModel;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The model to ask. */
final class ModelOptions {

  /** What {@code --images} takes. */
  static final String IMAGES =
      "A data set's name, whole or with classes, such as mnist or mnist[3,8] (see 'rhobust"
          + " datasets'); a file of IDX images, CIFAR records, .npz or MATLAB arrays, or a folder of"
          + " them; a picture (PNG, JPEG, BMP, GIF); or a folder of pictures, flat or in a folder"
          + " for each class. docs/data.md tells more";

  @Option(
      names = "--model",
      required = true,
      paramLabel = "M",
      description =
          "A sample model's name (see 'rhobust models'), a model directory, or a TorchScript file"
              + " .pt with --classes and --input.")
  String model;

  @Mixin TorchScriptOptions torchScript;

  /**
   * A model that can be opened.
   *
   * @param classes K
   * @param input the shape of an image
   * @param description what its file says; null for TorchScript
   * @param onDevice opens it, on the compute thread
   */
  record Source(
      int classes,
      ImageShape input,
      ModelDescription description,
      Function<Device, OpenModel> onDevice) {

    /** The confidence from which it accepts; null where it says none. */
    Double threshold() {
      return description == null || description.threshold() == null
          ? null
          : description.threshold().value();
    }

    /** All images of a set or a folder, with their labels. */
    ImageSet labelled(String images, Console console) {
      return Existing.open(
          images,
          () -> {
            ImageSource found = ImageSets.source(images, classes, pictures());
            ImageSet set = found.labelled();
            console.noteUnlessEmpty(found.remark());
            return set;
          });
    }

    /** Reads pictures as the model takes them. */
    Pictures pictures() {
      return new Pictures(input.channels(), input.height(), input.width());
    }
  }

  /**
   * Finds the model, which says through the console what was found out when it is opened; reads the
   * files of a model directory, and loads no engine.
   *
   * @throws IllegalArgumentException when the options do not fit together or nothing of the name is
   *     there
   */
  Source find(Console console) {
    if (torchScript.given() && !TorchScriptOptions.isFile(model)) {
      throw new IllegalArgumentException(
          "--classes, --input and --output go with a TorchScript file; leave them out for "
              + model);
    }
    return find(model, torchScript, console);
  }

  /** As {@link #find(Console)}, for one of several models, of which some may be TorchScript. */
  static Source find(String model, TorchScriptOptions torchScript, Console console) {
    if (TorchScriptOptions.isFile(model)) {
      return torchScript.source(model, console);
    }
    StoredModel stored = Existing.open(model, () -> ModelSource.resolve(model));
    ModelDescription description = stored.description();
    return new Source(
        description.classes(),
        description.input(),
        description,
        device -> tell(OpenModel.of(stored, device), console));
  }

  /** Says what was found out about a model when it was opened. */
  static OpenModel tell(OpenModel opened, Console console) {
    console.noteUnlessEmpty(opened.classifier().remark());
    return opened;
  }
}
