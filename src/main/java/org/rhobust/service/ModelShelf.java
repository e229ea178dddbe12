package org.rhobust.service;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.rhobust.model.Classifier;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.model.ModelFileException;
import org.rhobust.model.Network;
import org.rhobust.model.OpenModel;
import org.rhobust.model.SampleModels;
import org.rhobust.model.TorchScriptClassifier;
import org.rhobust.run.TrainedModel;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Devices;
import org.rhobust.training.LiveChanges;
import org.rhobust.training.LiveSettings;

/** The open models. Opening happens on the compute thread; a model stays open until replaced. */
public final class ModelShelf {

  /** The id of the network in training. */
  public static final String LIVE = "live";

  private final ComputeThread compute;
  private volatile String device = "auto";
  private final Map<String, Classifier> classifiers = new HashMap<>();
  private final Map<String, ModelDescription> descriptions = new HashMap<>();

  /** Those that an evaluation uses, once for each. */
  private final List<Classifier> lent = new ArrayList<>();

  public ModelShelf(ComputeThread compute) {
    this.compute = compute;
  }

  /** The names of the shipped models, for {@link #open}. */
  public static List<String> samples() {
    return SampleModels.shipped().names();
  }

  /**
   * Where models are opened from now on; those that are open stay where they are.
   *
   * @param name {@code auto}, {@code cpu} or {@code gpu:n}; one that is not here counts as auto
   */
  public void openOn(String name) {
    device = name;
  }

  /**
   * Opens a sample by its name, or a model directory; its id is that name or path.
   *
   * @return fails with {@link org.rhobust.data.DataException} when it cannot be opened
   */
  public CompletableFuture<ModelInfo> open(String nameOrDirectory) {
    return compute.submitLatest(
        "open " + nameOrDirectory,
        () -> put(nameOrDirectory, OpenModel.open(nameOrDirectory, device())));
  }

  /** Opens a TorchScript file; its id is its path. */
  public CompletableFuture<ModelInfo> openTorchScript(
      Path file, int classes, ImageShape input, TorchScriptClassifier.Output output) {
    return compute.submitLatest(
        "open " + file,
        () ->
            put(
                file.toString(),
                OpenModel.openTorchScript(file, classes, input, output, device())));
  }

  /**
   * Saves an open model as a model directory; the network in training as it is now.
   *
   * @param folder not there yet, or empty
   * @param training tells how the training stands, for the network in training
   * @return what was written of it; fails with {@link ModelFileException} when it cannot be saved
   *     so, and with {@link org.rhobust.data.DataException} when the folder cannot be written
   */
  public CompletableFuture<ModelDescription> save(
      String id, Path folder, Supplier<TrainingSnapshot> training) {
    return compute.submit(
        () -> {
          if (!(classifier(id) instanceof Network network)) {
            throw new ModelFileException(
                "a TorchScript model cannot be saved as a model directory: copy its file");
          }
          if (ModelDirectory.isModel(folder)) {
            throw new ModelFileException(
                folder + " already holds a model; choose a new folder, so that none is lost");
          }
          ModelDescription description =
              id.equals(LIVE) ? inTraining(network, training.get()) : descriptions.get(id);
          return ModelDirectory.write(folder, description, network.snapshot());
        });
  }

  /** Nothing was measured of it, and it says so. */
  private static ModelDescription inTraining(Network network, TrainingSnapshot now) {
    LiveSettings start = LiveSettings.of(now.config().settings());
    return TrainedModel.describe(
            now.config(),
            new LiveChanges(start, now.details().changes()),
            now.step(),
            network,
            "Saved after step %d of %d of its training; its error and its threshold were not measured."
                .formatted(now.step(), now.totalSteps()))
        .build();
  }

  /** The network in training takes the place of the one before, which its run closes. */
  void putLive(Classifier classifier) {
    classifiers.put(LIVE, classifier);
  }

  /** The network in training is about to be closed. */
  void removeLive() {
    classifiers.remove(LIVE);
  }

  /**
   * The classifier of an id, on the compute thread.
   *
   * @throws IllegalArgumentException when it is not open
   */
  Classifier classifier(String id) {
    Classifier classifier = classifiers.get(id);
    if (classifier == null) {
      throw new IllegalArgumentException(
          id.equals(LIVE)
              ? "no network is in training; start one, or choose another model"
              : "model '" + id + "' is not open; choose another model");
    }
    return classifier;
  }

  /**
   * The classifier of an id, safe from training: the network in training as a copy. To be given
   * back with {@link #release}.
   */
  Classifier frozen(String id) {
    Classifier classifier = classifier(id);
    Classifier frozen =
        id.equals(LIVE) && classifier instanceof Network network ? network.copy() : classifier;
    lent.add(frozen);
    return frozen;
  }

  /** Closes a copy, or a model that was replaced meanwhile; a model of the shelf stays open. */
  void release(Classifier classifier) {
    lent.remove(classifier);
    if (!classifiers.containsValue(classifier) && !lent.contains(classifier)) {
      classifier.close();
    }
  }

  /** A run's final model goes by the name of its run, since many runs make a "mnist-ccat". */
  private static String title(String id, OpenModel model) {
    if (samples().contains(id)) {
      return model.name();
    }
    Path path = Path.of(id).toAbsolutePath().normalize();
    boolean ofRun = path.endsWith("final") && path.getParent().getFileName() != null;
    return (ofRun ? path.getParent() : path).getFileName().toString();
  }

  private Device device() {
    return Devices.of(Devices.names().contains(device) ? device : "auto");
  }

  private ModelInfo put(String id, OpenModel model) {
    Classifier old = classifiers.put(id, model.classifier());
    descriptions.put(id, model.description());
    if (old != null && !lent.contains(old)) {
      old.close();
    }
    return new ModelInfo(
        id,
        title(id, model),
        false,
        model.classifier().classes(),
        model.classifier().input(),
        model.description() == null ? null : model.description().dataset(),
        model.description(),
        model.sha256(),
        model.classifier().remark());
  }
}
